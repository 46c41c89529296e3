import { describe, expect, test } from 'vitest';
import { readChoice } from './choice.rules.ts';
import { readReplies } from './replies.rules.ts';

const set = 'Set the Tidewheel hand grinder';
const clean = 'Clean the Tidewheel';
const repair = 'Warranty and repairs';
const options = [set, clean];
const three = [set, clean, repair];

const said = (reply: string, among: readonly string[]): string => {
  const choice = readChoice(reply, among);
  return choice.kind === 'chosen' ? choice.option : choice.kind;
};

describe('a choice by its words', () => {
  test.each([
    ['Clean the Tidewheel', clean],
    ['I want to clean the Tidewheel.', clean],
    ['The second one, cleaning.', clean],
    ['How to set it', set],
    ['The Tidewheel', 'none'],
    ['Both: set it and clean it', 'unclear'],
    ['I do not want to clean it', 'none'],
    ['My order has not arrived', 'none'],
    ['', 'none'],
  ])('%j chooses %j', (reply, option) => {
    expect(said(reply, options)).toBe(option);
  });
});

describe('a choice by its place', () => {
  test.each([
    ['2', clean],
    ['2)', clean],
    ['2.', clean],
    ['#2', clean],
    ['(b)', clean],
    ['B', clean],
    ['b) please', clean],
    ['2) please', clean],
    ['2 please, thanks', clean],
    ['option b', clean],
    ['Option B, please.', clean],
    ['number two', clean],
    ['no. 2', clean],
    ['the second one', clean],
    ['The second, thank you', clean],
    ['It is the 2nd one.', clean],
    ['the first', set],
    ['one', set],
    ['a', set],
    ['1', set],
    ['the last one', repair],
    ['the third one, my crank is broken', repair],
    ['Hello,\n\n2\n\nThanks\nAda', clean],
    ['die zweite bitte', clean],
    ['Das zweite, danke!', clean],
    ['Nummer 3', repair],
    ['Antwort b', clean],
    ['letzteres bitte: das letzte', repair],
    ['la deuxième', clean],
    ["c'est la 2", clean],
    ['le premier, merci', set],
    ['la segunda, por favor', clean],
    ['opción b', clean],
    ['la tercera', repair],
    ['il secondo, grazie', clean],
    ['opzione c', repair],
    ['de tweede graag', clean],
    ['optie 1', set],
    ['a segunda, por favor', clean],
    ['opção 3', repair],
  ])('%j chooses %j', (reply, option) => {
    expect(said(reply, three)).toBe(option);
  });

  test.each([
    ['the secnd one', clean],
    ['teh second one', clean],
    ['optoin b', clean],
    ['the thrid one', repair],
    ['opton 3 plese', repair],
    ['die zwiete', clean],
    ['la segnda', clean],
  ])('%j, with a wrong letter, chooses %j', (reply, option) => {
    expect(said(reply, three)).toBe(option);
  });

  test.each([
    '1 or 2',
    '1 and 3',
    '1, 2',
    'both',
    'none of them',
    'neither',
    'not the second',
    '7',
    '0',
    'option f',
    'keine davon',
    'les deux: 1 et 2',
    'ambos',
    'nessuna',
    'the second one, how to set it',
  ])('%j is unclear', (reply) => {
    expect(said(reply, three)).toBe('unclear');
  });

  test.each([
    'I bought it 2 days ago',
    'It has 2 burrs',
    'My order 1234 has not arrived',
    'I have a question',
    'A friend gave it to me',
    'no idea',
    'Thanks',
    'hello',
    'yes',
    'e',
  ])('%j is no choice', (reply) => {
    expect(said(reply, options)).not.toBe(set);
    expect(said(reply, options)).not.toBe(clean);
  });

  test('a no answers a yes-or-no question', () => {
    expect(readChoice('non', ['Oui', 'Non']).kind).not.toBe('unclear');
    expect(readChoice('b', ['Yes', 'No'])).toEqual({ kind: 'chosen', option: 'No' });
  });
});

describe('replies to several questions', () => {
  const asked = [
    { text: 'Which of these is it about?', options: three },
    { text: 'Is the grinder older than three years?', options: ['Yes', 'No'] },
    { text: 'What is the serial number?', options: [] },
  ];

  test.each([
    ['1. b 2. yes 3. TW12345678', [clean, 'Yes', 'TW12345678']],
    ['1b, 2a', [clean, 'Yes', null]],
    ['1) the second one\n2) no\n3) TW1', [clean, 'no', 'TW1']],
    ['1: b\n3: TW1', [clean, null, 'TW1']],
    ['My serial number is TW1', [null, null, null]],
  ])('%j', (reply, wanted) => {
    expect(readReplies(reply, asked)).toEqual({ kind: 'read', answers: wanted });
  });

  test.each(['2', 'b', 'the second one'])('%j may answer any of them', (reply) => {
    expect(readReplies(reply, asked)).toEqual({ kind: 'unclear' });
  });
});
