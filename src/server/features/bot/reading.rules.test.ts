import { describe, expect, test } from 'vitest';
import { spentMs } from '../../platform/spent-ms.ts';
import { findEmail, guessEmail, suspectTypo } from './email.rules.ts';
import { findIntroduction, readName } from './name.rules.ts';
import { wantsPerson } from './wish.rules.ts';
import { isVague } from './words.rules.ts';

describe('wantsPerson', () => {
  test.each([
    'human',
    'Agent please',
    'a real person',
    'I want to talk to a human',
    "I'd like to speak with someone from your team",
    'can you connect me to an agent?',
    'put me through to customer service',
    'get me a supervisor',
    'I need a real person now',
    "I don't want to talk to a bot",
    'no more bots please',
    'is there a human I can chat with',
    'Ich möchte mit einem Mitarbeiter sprechen',
    'Kann ich mit jemandem reden?',
    'Verbinden Sie mich bitte mit einem Menschen',
    'Mitarbeiter bitte',
    'Ich brauche einen Ansprechpartner',
    'kein Bot bitte',
    'Je voudrais parler à un conseiller',
    'parler à quelqu’un',
    'Passez-moi un humain',
    'Quiero hablar con una persona',
    'páseme con un agente',
    'necesito un agente',
    'Vorrei parlare con un operatore',
    'voglio una persona vera',
    'Ik wil graag iemand spreken',
    'mag ik een echt mens',
    'kunt u mij verbinden met een medewerker',
    'Quero falar com um atendente',
    'preciso de um atendente',
    'atendente',
  ])('%s', (text) => expect(wantsPerson(text)).toBe(true));

  test.each([
    'My parcel has not arrived',
    'The agent told me yesterday that it would be refunded',
    'Your representative was rude to me',
    'Can someone help me?',
    'I need help with my order',
    'How many people can use one licence?',
    'I do not need a person, just an answer',
    'the delivery person left it outside',
    'Mein Paket wurde bei jemandem abgegeben',
    'La personne a signé le colis',
    'Ada Human',
    'Is this a bot?',
  ])('not: %s', (text) => expect(wantsPerson(text)).toBe(false));

  test('stays quick on long hostile text', () => {
    const spent = spentMs(() => {
      for (const piece of [
        'talk to ',
        'i want a ',
        'mit ',
        'a@',
        '@.',
        'parler ',
        'thanks ',
        'no ',
      ])
        [wantsPerson, isVague, findEmail, guessEmail, readName].forEach((read) =>
          read(piece.repeat(4_000)),
        );
    });
    expect(spent).toBeLessThan(1_000);
  });
});

describe('readName', () => {
  test.each([
    ['ada', 'ada'],
    ['Ada Lovelace', 'Ada Lovelace'],
    ["it's Ada", 'Ada'],
    ['Name: Ada', 'Ada'],
    ['You can call me Ada', 'Ada'],
    ['ich heiße Jürgen Groß', 'Jürgen Groß'],
    ['Mi chiamo Chiara', 'Chiara'],
    ["O'Neill", "O'Neill"],
    ['Anne-Marie', 'Anne-Marie'],
    ['Ada.', 'Ada'],
    ['Jean-Luc de la Tour', 'Jean-Luc de la Tour'],
  ])('%s', (text, name) => expect(readName(text)).toBe(name));

  test.each([
    'my order is late',
    'why',
    'order 123',
    'it does not work',
    'http://example.org',
    '',
    '...',
    'yes',
    'still waiting for the refund of my last order',
  ])('not: %s', (text) => expect(readName(text)).toBeNull());

  test('finds an introduction by the way', () => {
    expect(findIntroduction('Hi, my name is Ada Lovelace and it broke')).toBe('Ada Lovelace');
    expect(findIntroduction('my name is wrong on the invoice')).toBeNull();
  });
});

describe('email addresses', () => {
  test.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmal.com', 'ada@gmail.com'],
    ['ada@hotmial.com', 'ada@hotmail.com'],
    ['ada@yaho.com', 'ada@yahoo.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@example.con', 'ada@example.com'],
  ])('%s is questioned', (typed, meant) => expect(suspectTypo(typed)).toBe(meant));

  test.each([
    'ada@gmail.com',
    'ada@ymail.com',
    'ada@gmx.de',
    'ada@live.de',
    'ada@example.org',
    'ada@mail.com',
  ])('%s is not questioned', (typed) => expect(suspectTypo(typed)).toBeNull());

  test('are found in sentences', () => {
    expect(findEmail('write to <Ada.L@Example.org>.')?.email).toBe('ada.l@example.org');
    expect(findEmail('ada@')).toBeNull();
    expect(guessEmail('ada (at) example (dot) org')).toBe('ada@example.org');
    expect(guessEmail('look at this')).toBeNull();
  });
});
