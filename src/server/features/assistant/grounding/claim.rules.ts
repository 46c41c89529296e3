/** A sentence as it is compared with another: its words in order, and what its truth turns on. */
import { functionWords } from '../../understanding/language/function-words.rules.ts';
import { foldText } from '../../understanding/text/folded.rules.ts';
import { markers, numberWords, sameMeaning, stateless, type Marker } from './claim-words.rules.ts';

/** A word of a sentence. */
export interface ClaimWord {
  /** Lower case without accents; a number as digits. */
  readonly word: string;
  readonly kind: 'content' | 'number' | 'name' | 'small';
}

/** A sentence taken apart. */
export interface Claim {
  readonly words: readonly ClaimWord[];
  readonly content: readonly ClaimWord[];
  readonly markers: ReadonlySet<Marker>;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|[€$£¥%]|[,;:()]/gu;
const signs: Readonly<Record<string, string>> = {
  '€': 'eur',
  $: 'usd',
  '£': 'gbp',
  '¥': 'jpy',
  '%': 'percent',
  euro: 'eur',
  euros: 'eur',
  dollars: 'usd',
  pounds: 'gbp',
  prozent: 'percent',
};
const small = new Set(Object.values(functionWords).flatMap((words) => [...words]));
const markerWords = Object.entries(markers) as [Marker, ReadonlySet<string>][];

/** Takes a sentence apart. Names count as names where a capital stands inside the sentence. */
export function claimOf(sentence: string): Claim {
  const words = [...sentence.normalize('NFKC').matchAll(WORD)].map(([text], index) =>
    wordOf(text, index === 0),
  );
  return {
    words,
    content: words.filter(({ kind }) => kind !== 'small'),
    markers: markersOf(words),
  };
}

/** True where two words are forms of one, or stand for each other. */
export function isSameWord(one: ClaimWord, other: ClaimWord): boolean {
  if (one.word === other.word) return true;
  if (one.kind === 'number' || other.kind === 'number') return false;
  if (one.word.charCodeAt(0) === other.word.charCodeAt(0) && isForm(one.word, other.word))
    return true;
  const group = groups.get(one.word);
  return group !== undefined && group === groups.get(other.word);
}

/** The distinct words of many texts, to be asked for one of them: 5 articles take some milliseconds. */
export function wordFinder(texts: readonly string[]): (word: ClaimWord) => boolean {
  const byStart = new Map<string, Map<string, ClaimWord>>();
  for (const text of texts)
    for (const word of claimOf(text).words) {
      const start = word.word.slice(0, 2);
      const bucket = byStart.get(start) ?? new Map<string, ClaimWord>();
      byStart.set(start, bucket.set(word.word, word));
    }
  const isIn = (word: ClaimWord) => {
    const bucket = byStart.get(word.word.slice(0, 2));
    if (!bucket) return false;
    return bucket.has(word.word) || [...bucket.values()].some((other) => isSameWord(word, other));
  };
  return (word) => isIn(word) || synonymsOf(word).some(isIn);
}

const groups = new Map(
  sameMeaning.flatMap((group) => [...group].map((word) => [word, group] as const)),
);

function synonymsOf({ word, kind }: ClaimWord): ClaimWord[] {
  return [...(groups.get(word) ?? [])].map((one) => ({ word: one, kind }));
}

function wordOf(text: string, isFirst: boolean): ClaimWord {
  const folded = fold(text);
  const word = signs[folded] ?? signs[text] ?? folded;
  if (/^[,;:()]$/.test(word)) return { word, kind: 'small' };
  if (/\d/.test(word)) return { word: numberOf(word), kind: 'number' };
  const number = numberWords[word];
  if (number !== undefined) return { word: number, kind: 'number' };
  if (small.has(word) || stateless.has(word) || everyMarker.has(word))
    return { word, kind: 'small' };
  if (!isFirst && /^\p{Lu}/u.test(text)) return { word, kind: 'name' };
  return { word, kind: 'content' };
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return foldText(text).text.replaceAll('ß', 'ss').replaceAll("'", '').trim();
}

/** `1,000` and `1.000` are the same thousand; `2,5` and `2.5` the same half. */
function numberOf(word: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(word)) return word.replace(/[.,]/g, '');
  return word.replace(',', '.');
}

const everyMarker = new Set(markerWords.flatMap(([, words]) => [...words]));

function markersOf(words: readonly ClaimWord[]): Set<Marker> {
  const found = markerWords.filter(([, list]) => words.some(({ word }) => list.has(word)));
  return new Set(found.map(([marker]) => marker));
}

// Inflection is at the end: a long common beginning and short ends. Cheaper than seven stemmers, and a wrong
// match costs a quote instead of a paraphrase, never more.
function isForm(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  const ends = Math.max(one.length, other.length) - same;
  if (shorter < 3) return false;
  if (shorter < 6)
    return same === shorter && ends <= 2 ? true : same >= 4 && ends <= 3 && shorter - same <= 1;
  return same >= 5 && ends <= 4 && same >= ends * 2;
}
