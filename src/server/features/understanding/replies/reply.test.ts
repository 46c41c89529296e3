import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReply } from './reply.rules.ts';

let wanted = '';
const cases = readFileSync(new URL('./reply-cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    if (line.startsWith('# ')) wanted = line.slice(2);
    return line === '' || line.startsWith('# ')
      ? []
      : [{ wanted, text: line.replaceAll(String.raw`\n`, '\n') }];
  });

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

test.each([
  ['nothing', ''],
  ['signs', '?!?!?!'],
  ['a long text', 'no but yes '.repeat(4_000)],
])('reads %s', (_name, text) => {
  expect(readReply(text).confidence).toBeLessThanOrEqual(1);
});
