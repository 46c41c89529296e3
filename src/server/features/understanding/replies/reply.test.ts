import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReply } from './reply.rules.ts';

const cases = readCases('reply-cases.txt');
const heldBack = readCases('reply-held-back.txt');
/** What was open when the replies under "answers" came. */
const asked = [
  { text: 'Which phone is it about?', options: ['Android', 'iPhone'] },
  { text: 'Do you have a Plus plan?', options: ['Yes', 'No'] },
  { text: 'What is your order number?', options: [] },
];

function readCases(file: string): { wanted: string; text: string }[] {
  let wanted = '';
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) wanted = line.slice(2);
      return line === '' || line.startsWith('# ')
        ? []
        : [{ wanted, text: line.replaceAll(String.raw`\n`, '\n') }];
    });
}

describe('replies', () => {
  test('there are at least 200 of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
  });

  test.each(cases)('$wanted: $text', ({ text, wanted: value }) => {
    expect(readReply(text).value).toBe(value);
  });

  test.each([
    ['Thanks for nothing'],
    ['Oh great, it is broken again'],
    ['Danke für nichts'],
    ['Bravo, ça ne marche toujours pas'],
  ])('%s is not meant as it is said', (text) => {
    expect(readReply(text)).toMatchObject({ value: 'unsure', isSarcastic: true });
  });

  test('evidence is what was written, where it was written', () => {
    const text = 'Hello,\n\nIT   WORKS now';
    const [found] = readReply(text).evidence;
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
    expect(found?.text).toContain('WORKS');
  });
});

// Written before the words for them were chosen: of a hundred everyday ones 84 % were right and one was a
// wrong yes. The last fifty are made to look like a yes; humour still passes for one.
test('replies that were held back are read right, or left to a person', () => {
  const read = heldBack.map((one) => ({
    ...one,
    got: readReply(one.text, one.wanted === 'answers' ? { asked } : {}).value,
  }));
  const missed = read.filter(({ wanted, got }) => wanted !== got);
  expect(heldBack.length).toBeGreaterThanOrEqual(200);
  expect(missed.length).toBeLessThanOrEqual(24);
  expect(missed.filter(({ got }) => got !== 'unsure').map(({ text }) => text)).toEqual([
    'It works when it wants to',
    'Funciona como le da la gana',
  ]);
});

test('without open questions nothing is an answer to them', () => {
  expect(readReply('1. Android\n2. yes').value).not.toBe('answers');
});

test.each([
  ['It works now, thank you', 'solved'],
  ['Never mind, solved', 'solved'],
  ['What do you mean by plan?', 'new_question'],
  ['Let me speak to a human', 'person'],
  ["I don't know", 'unsure'],
  ['Thanks', 'unsure'],
])('to open questions, "%s" is %s', (text, value) => {
  expect(readReply(text, { asked }).value).toBe(value);
});

test.each([
  ['nothing', ''],
  ['signs', '?!?!?!'],
  ['a long text', 'no but yes '.repeat(4_000)],
])('reads %s', (_name, text) => {
  expect(readReply(text).confidence).toBeLessThanOrEqual(1);
});
