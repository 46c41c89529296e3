import { chatWords, functionWords } from './function-words.rules.ts';
import { wordsOf } from './text.rules.ts';

// Longest first. One pass over the endings of seven languages is crude, but both sides of
// every comparison go through it, and a wrong merge costs far less here than a missed one.
const ENDINGS = [
  'ements',
  'ations',
  'ciones',
  'ement',
  'ation',
  'ungen',
  'zioni',
  'zione',
  'ments',
  'ings',
  'ions',
  'cion',
  'ment',
  'ees',
  'ing',
  'ung',
  'ion',
  'ies',
  'ied',
  'ed',
  'es',
  'er',
  'en',
  'ee',
  'e',
  'y',
  'a',
  'o',
  'i',
] as const;
const STOPS: readonly ReadonlySet<string>[] = [chatWords, ...Object.values(functionWords)];

/** The stem of a folded word; numbers and short words stay as they are. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= 4);
  if (ending !== undefined) return undouble(word.slice(0, -ending.length));
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Stems of the words that carry a topic, in order, stop words and one-letter words left out. */
export function contentStems(folded: string): string[] {
  return wordsOf(folded).filter(isContent).map(stem);
}

/** Stems of every word, in order, for matching phrases. */
export function allStems(folded: string): string[] {
  return wordsOf(folded).map(stem);
}

/** Part of `wanted` (0 to 1) that also occurs in `offered`. */
export function overlap(wanted: ReadonlySet<string>, offered: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  return shared(wanted, offered) / wanted.size;
}

/** How many stems two sets share. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}

function isContent(word: string): boolean {
  return word.length > 1 && !STOPS.some((stops) => stops.has(word));
}

function undouble(word: string): string {
  return /([b-df-hj-np-rtv-z])\1$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;
}
