import { stopWordsOf } from '../text/stop-words.ts';
import { stemOf } from '../text/stems.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Collection } from './collection.ts';
import { rarityOf } from './rarity.ts';
import type { SynonymTable } from './synonym-table.ts';

/** A stem of the question. */
export interface QueryTerm {
  /** Its number, or -1 where no article holds it. */
  term: number;
  stem: string;
  /** How rare it is among the passages: see `rarityOf`. */
  idf: number;
  /** How much it counts: more where it is said twice, less for a guess at the spelling or a synonym. */
  weight: number;
  /** The row of the word vectors, or -1. */
  row: number;
  /** Whether it has a capital inside a sentence or a digit: likely a name, a code or a number. */
  isName: boolean;
}

/** The words of a question in the ways the ranking looks at them. */
export interface QueryTerms {
  /** Content words, each once, in order of appearance. */
  content: QueryTerm[];
  /** Guesses at misspelt words and synonyms, which count less and are not missed where absent. */
  extra: QueryTerm[];
  /** Every word in order, stop words included, as the dictionary finds it: negative for unknown ones. */
  sequence: number[];
}

interface Options {
  language: string;
  synonyms?: SynonymTable;
}

const EXTRA_WEIGHT = 0.6;
const MOST_CONTENT = 48;
/** Each is compared with every word that begins alike. */
const MOST_SLIPS = 24;

/** Reads a text as a query of a collection. */
export function queryTermsOf(text: string, collection: Collection, options: Options): QueryTerms {
  const { language } = options;
  const stopWords = stopWordsOf(language);
  const found = new Map<string, QueryTerm>();
  const sequence: number[] = [];
  let slips = MOST_SLIPS;
  for (const token of tokensOf(text)) {
    const isName = isNameAt(text, token.start);
    const word = collection.dictionary.find(token.word, language);
    const isSlip = word < 0 && !isName && !stopWords.has(token.word) && slips > 0;
    if (isSlip) slips -= 1;
    const term = isSlip ? meantBy(token.word, word, { collection, language }) : word;
    sequence.push(term);
    if (
      stopWords.has(token.word) ||
      (token.word.length === 1 && !/[\p{N}\p{Lo}]/u.test(token.word))
    )
      continue;
    const stem =
      term >= 0 ? collection.dictionary.stemAt(term) : `?${stemOf(token.word, language)}`;
    const known = found.get(stem);
    if (known) known.weight = Math.min(3, known.weight + 0.5);
    else found.set(stem, termOf(collection, term, { stem, isName }));
  }
  const content = mostTelling([...found.values()]);
  return { content, extra: extraTerms(content, sequence, { collection, ...options }), sequence };
}

/**
 * The only word of the language an unknown one can be a slip for. Where it is not known which words a language has,
 * a right one may be a letter away from another, and stays unknown.
 */
function meantBy(
  word: string,
  term: number,
  { collection: { dictionary, spelling }, language }: { collection: Collection; language: string },
): number {
  if (dictionary.rowAt(term) >= 0) return term;
  const meant = spelling.meant(stemOf(word, language));
  return meant >= 0 && (dictionary.frequencyAt(meant) ?? 0) > 0 ? meant : term;
}

/** The rarest words of an overlong question, in the order of the text. */
function mostTelling(terms: QueryTerm[]): QueryTerm[] {
  if (terms.length <= MOST_CONTENT) return terms;
  const kept = new Set(
    terms.toSorted((a, b) => b.idf * b.weight - a.idf * a.weight).slice(0, MOST_CONTENT),
  );
  return terms.filter((term) => kept.has(term));
}

function termOf(
  collection: Collection,
  term: number,
  { stem, isName }: { stem: string; isName: boolean },
): QueryTerm {
  const row = collection.dictionary.rowAt(term);
  return { term: Math.max(-1, term), stem, idf: idfOf(collection, term), weight: 1, row, isName };
}

/** How rare a stem is among the passages. */
export function idfOf(collection: Collection, term: number): number {
  const { passages, titles, passageCount, meanPassageLength } = collection;
  const count = term < 0 ? 0 : Math.max(passages.countOf(term), titles.countOf(term));
  const units = Math.max(passageCount, count);
  return rarityOf(term, { count, units, length: meanPassageLength }, collection.dictionary);
}

function extraTerms(
  content: readonly QueryTerm[],
  sequence: readonly number[],
  { collection, synonyms }: { collection: Collection; synonyms?: SynonymTable },
): QueryTerm[] {
  const taken = new Set(content.map((term) => term.term));
  const numbers: number[] = [];
  // A word of the language that no article holds is missing, not misspelt: "hire" is not "here".
  const unknown = content.filter(({ term, row }) => term < 0 && row < 0);
  for (const { stem } of unknown.slice(0, 4))
    numbers.push(...collection.spelling.near(stem.slice(1)));
  numbers.push(...(synonyms?.termsFor(sequence) ?? []));
  return [...new Set(numbers)]
    .filter((term) => !taken.has(term))
    .map((term) => ({
      ...termOf(collection, term, { stem: collection.dictionary.stemAt(term), isName: false }),
      weight: EXTRA_WEIGHT,
    }));
}

function isNameAt(text: string, start: number): boolean {
  const first = text.charAt(start);
  if (/\p{N}/u.test(text.slice(start, start + 24).split(/[^\p{L}\p{N}]/u)[0] ?? '')) return true;
  if (!/\p{Lu}/u.test(first)) return false;
  const before = text.slice(0, start).trimEnd();
  return before !== '' && !/[.!?:\n"“]$/.test(before);
}
