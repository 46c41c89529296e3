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
  if (isForm(one.word, other.word)) return true;
  return sameMeaning.some((group) => group.has(one.word) && group.has(other.word));
}

function wordOf(text: string, isFirst: boolean): ClaimWord {
  const folded = foldText(text).text.replaceAll('ß', 'ss').replaceAll("'", '').trim();
  const word = signs[folded] ?? signs[text] ?? folded;
  if (/^[,;:()]$/.test(word)) return { word, kind: 'small' };
  if (/\d/.test(word)) return { word: numberOf(word), kind: 'number' };
  const number = numberWords[word];
  if (number !== undefined) return { word: number, kind: 'number' };
  if (small.has(word) || stateless.has(word) || isMarker(word)) return { word, kind: 'small' };
  if (!isFirst && /^\p{Lu}/u.test(text)) return { word, kind: 'name' };
  return { word, kind: 'content' };
}

/** `1,000` and `1.000` are the same thousand; `2,5` and `2.5` the same half. */
function numberOf(word: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(word)) return word.replace(/[.,]/g, '');
  return word.replace(',', '.');
}

function isMarker(word: string): boolean {
  return markerWords.some(([, words]) => words.has(word));
}

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
