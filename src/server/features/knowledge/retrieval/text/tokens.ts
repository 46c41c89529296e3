/** A word of a text and where it stands. */
export interface Token {
  /** Lower case, without accents and without a possessive ending. */
  word: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const PLAIN = /^[a-z0-9]+$/;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['’]s$/u;
const LONGEST_WORD = 64;

/** The words of a text, in order. Scripts without blanks give pairs of characters. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (UNSPACED.test(match[0])) pushPairs(tokens, match[0], start);
    else tokens.push({ word: foldWord(match[0]), start, end: start + match[0].length });
  }
  return tokens;
}

/** A word as it is compared: lower case, no accents, no `'s`, at most 64 characters. */
export function foldWord(word: string): string {
  const lower = word.slice(0, LONGEST_WORD).toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.replace(POSSESSIVE, '').replace(/’/g, "'").normalize('NFKD').replace(MARKS, '');
}

function pushPairs(tokens: Token[], run: string, start: number): void {
  const characters = [...run.matchAll(/./gsu)];
  if (characters.length === 1) tokens.push({ word: run, start, end: start + run.length });
  characters.slice(0, -1).forEach((character, i) => {
    const next = characters[i + 1]?.[0] ?? '';
    const from = start + character.index;
    const word = character[0] + next;
    tokens.push({ word: word.toLowerCase(), start: from, end: from + word.length });
  });
}
