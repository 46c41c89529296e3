import { describe, expect, test } from 'vitest';
import {
  askingSentence,
  questionsIn,
  standsAlone,
  tellingSubject,
  wordsAsked,
} from './asked.rules.ts';

describe('courtesy', () => {
  test.each([
    ['Hello team,\n\nHow do I descale it?\n\nKind regards\nPat Quinn', 'How do I descale it?'],
    ['Hi, how do I descale it?', 'how do I descale it?'],
    ['How do I de\u00ADscale\u200B it?', 'How do I descale it?'],
    ['How do I descale it?\n\nThanks\nJo', 'How do I descale it?'],
    ['How do I descale it?\nPat Quinn', 'How do I descale it?'],
    ['Guten Tag,\n\nwie entkalke ich?\n\nViele Grüße\nEva', 'wie entkalke ich?'],
    ['Bonjour Madame,\n\nComment détartrer ?\n\nMerci\nLuc', 'Comment détartrer ?'],
    ['Buenos días:\n\n¿Cómo descalcifico?\n\nGracias\nAna', '¿Cómo descalcifico?'],
    ['Buongiorno,\n\ncome decalcifico?\n\nGrazie mille', 'come decalcifico?'],
    ['Beste team,\n\nhoe ontkalk ik?\n\nBedankt', 'hoe ontkalk ik?'],
    ['Olá,\n\ncomo descalcifico?\n\nObrigada\nRita', 'como descalcifico?'],
  ])('is left out of %j', (text, words) => {
    expect(wordsAsked(text)).toBe(words);
  });

  test.each([
    [
      '---------- Forwarded message ---------\nFrom: Maria <m@a.test>\nDate: Mon, 16 Nov 2026 at 10:12\nSubject: Help\nTo: Pat <p@a.test>\n\nHi Pat, how do I descale it?\n\nMaria',
      'how do I descale it?',
    ],
    [
      'FYI\n\n-----Original Message-----\nFrom: Maria\nSent: Monday\nTo: Pat\nSubject: Help\n\nHow do I descale my machine?',
      'How do I descale my machine?',
    ],
    [
      'Begin forwarded message:\n\n> From: Maria <m@a.test>\n> Subject: Help\n> \n> How do I descale it?',
      'How do I descale it?',
    ],
    [
      'The machine I bought in May stands still and my guests are coming on Sunday, so what now?\n\n-----Original Message-----\nFrom: Maria\nSent: Monday\nSubject: Help\n\nHow do I descale it?',
      'The machine I bought in May stands still and my guests are coming on Sunday, so what now?\n\nHow do I descale it?',
    ],
  ])('and who wrote what was forwarded is none of the words: %j', (text, words) => {
    expect(wordsAsked(text)).toBe(words);
  });

  test.each([
    'Thanks!',
    'Hello',
    'Dear is what this coffee is, far too dear for me and my friends.',
    'Which one is best?',
    'I paid with\nPayPal',
  ])('is all there is, or none, in %j', (text) => {
    expect(wordsAsked(text)).toBe(text);
  });
});

test.each([
  ['Question', ''],
  ['RE: Help needed please', ''],
  ['Dringende Anfrage', ''],
  ['Order 50123', ''],
  ['No subject', ''],
  ['Hi there', ''],
  ['Good morning', ''],
  ['Contact form', ''],
  ['', ''],
  ['Descaling', 'Descaling'],
  ['Question about my grinder', 'Question about my grinder'],
])('the subject %j says %j', (subject, said) => {
  expect(tellingSubject(subject)).toBe(said);
});

describe('questions', () => {
  test.each([
    [
      'How do I descale my machine? The light blinks. Also, can I pay with PayPal?',
      ['How do I descale my machine? The light blinks.', 'Also, can I pay with PayPal?'],
    ],
    [
      'How do I return the grinder? And who pays for it?',
      ['How do I return the grinder? And who pays for it?'],
    ],
    ['My machine leaks. Can you help? What can I do?', []],
    ['The tray is full.', []],
    [
      'Wie entkalke ich die Maschine? Kann ich mit PayPal zahlen?',
      ['Wie entkalke ich die Maschine?', 'Kann ich mit PayPal zahlen?'],
    ],
  ])('of %j', (text, wanted) => {
    expect(questionsIn(text)).toEqual(wanted);
  });

  test('are not taken apart where there are too many', () => {
    const text = 'How is the tea made? '.repeat(9);
    expect(questionsIn(text)).toEqual([]);
  });

  test('stand in a long letter with the rest around them', () => {
    const letter =
      'We love your tins. Could you tell me how I pause my subscription? It is raining.';
    expect(askingSentence(letter)).toEqual({
      asked: 'Could you tell me how I pause my subscription?',
      rest: 'We love your tins. It is raining.',
    });
    expect(askingSentence(`${letter} Where is my parcel now?`)).toBeNull();
  });

  test.each([
    ['Can I pay with PayPal?', true],
    ['How long does it take?', false],
    ['And the other one?', false],
  ])('%j stands alone: %s', (text, alone) => {
    expect(standsAlone(text)).toBe(alone);
  });
});
