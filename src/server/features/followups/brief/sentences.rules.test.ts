import { describe, expect, test } from 'vitest';
import { isAttachment, splitSentences } from './sentences.rules.ts';
import { clip, fold, oneLine } from './text.rules.ts';

describe('splitting a message', () => {
  test.each([
    ['It broke. Again!! Why?', ['It broke.', 'Again!!', 'Why?']],
    ['first line\nsecond line', ['first line', 'second line']],
    ['I owe 1.200 euros, see 14.02.1988', ['I owe 1.200 euros, see 14.02.1988']],
    ['vom 9. bis 12. Februar', ['vom 9. bis 12. Februar']],
    ['Mr. Haas will call. Bye', ['Mr. Haas will call.', 'Bye']],
    ['Invoice 8842. The second one is wrong.', ['Invoice 8842.', 'The second one is wrong.']],
    ['been waiting 20 min already..', ['been waiting 20 min already..']],
    ['届きません。いつですか？', ['届きません。', 'いつですか？']],
    ['🙂 🙂', []],
    ['  ', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  test('keeps the beginning and the end of an endless one', () => {
    const sentences = splitSentences(
      Array.from({ length: 400 }, (_, place) => `Line ${place}`).join('\n'),
    );
    expect(sentences).toHaveLength(20);
    expect(sentences.at(-1)).toBe('Line 399');
  });
});

test.each([
  ['[image: IMG_2.jpg]', true],
  ['failed-login.har', true],
  ['[Anhang: Rechnung.pdf]', true],
  ['image is blurry', false],
  ['I sent scan.pdf yesterday', false],
])('%j is an attachment: %s', (text, expected) => {
  expect(isAttachment(text)).toBe(expected);
});

describe('text', () => {
  test.each(['Déjà vu', 'İstanbul ß ﬃ', 'it’s', '\ud83d', 'ÀÉÎ'])(
    'fold keeps the length of %j',
    (text) => {
      expect(fold(text)).toHaveLength(text.length);
    },
  );

  test('fold takes accents, case and curly apostrophes away', () => {
    expect(fold('Déjà IT’S')).toBe("deja it's");
  });

  test('oneLine drops breaks and direction marks; clip shows its cut', () => {
    expect(oneLine(' a\n\tb\u202e c ')).toBe('a b c');
    expect(clip('one two three', 9)).toBe('one two…');
    expect(clip('short', 9)).toBe('short');
  });
});
