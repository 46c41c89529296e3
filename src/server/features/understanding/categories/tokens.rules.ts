/** A text as the category model sees it: lower case, without marks over letters, digits as one sign, words apart. */
export function wordsOf(text: string): string[] {
  const folded = text
    .slice(0, MAX_CHARS)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/['’`´]/g, '')
    .replace(/\d+/g, '0');
  return folded.match(/[\p{L}0]+|[?€$£%]/gu)?.slice(0, MAX_WORDS) ?? [];
}

/** Calls back with the hash of every n-gram of words and of letters and every pair of words, each kind under its own block. */
export function eachGram(
  words: readonly string[],
  take: (hash: number, block: Block) => void,
): void {
  eachWordGram(words, take);
  for (const word of words) eachLetterGram(word, take);
  eachPair(words, take);
}

/** What a gram is made of; each block is weighed and scaled by itself. */
export type Block = 0 | 1 | 2;
/** Grams of words. */
export const WORDS: Block = 0;
/** Grams of letters within a word. */
export const LETTERS: Block = 1;
/** Two words of a text in whatever order and distance. */
export const PAIRS: Block = 2;

// A ticket says what it is about early; what follows a few hundred words is logs and history.
const MAX_CHARS = 6_000;
const MAX_WORDS = 400;
const SHORTEST = 2;
const LONGEST = 5;
const MAX_LETTERS = 24;
const MAX_PAIRED = 20;

function eachWordGram(words: readonly string[], take: (hash: number, block: Block) => void): void {
  let before = '^';
  let beforeThat = '';
  for (const word of words) {
    take(hash(word, 1), WORDS);
    take(hash(`${before} ${word}`, 2), WORDS);
    if (beforeThat !== '') take(hash(`${beforeThat} * ${word}`, 3), WORDS);
    beforeThat = before;
    before = word;
  }
  if (words.length > 0) take(hash(`${before} $`, 2), WORDS);
}

function eachPair(words: readonly string[], take: (hash: number, block: Block) => void): void {
  const known = [...new Set(words)].slice(0, MAX_PAIRED).toSorted();
  known.forEach((word, index) => {
    for (const other of known.slice(index + 1)) take(hash(`${word}|${other}`, 5), PAIRS);
  });
}

function eachLetterGram(word: string, take: (hash: number, block: Block) => void): void {
  const spelled = ` ${word.slice(0, MAX_LETTERS)} `;
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let start = 0; start + length <= spelled.length; start += 1)
      take(hash(spelled.slice(start, start + length), 4), LETTERS);
}

/** FNV-1a over UTF-16 units with a last mix, 32 bits. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let place = 0; place < text.length; place += 1)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
