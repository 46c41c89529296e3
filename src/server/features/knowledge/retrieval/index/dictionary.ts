import { stemOf } from '../text/stems.ts';
import type { Token } from '../text/tokens.ts';
import type { WordVectors } from '../words/word-vectors.ts';

/** The stems of an index, each with a number. */
export interface Dictionary {
  readonly size: number;
  readonly vectors: WordVectors | null;
  /** The number of a word's stem, given to it now where it is new. */
  add(word: string, language: string): number;
  /** The number of a word's stem, or -1. */
  find(word: string, language: string): number;
  stemAt(term: number): string;
  /** The row of the word vectors, or -1. */
  rowAt(term: number): number;
  /** Every stem, by number. */
  stems(): readonly string[];
}

const LARGEST_CACHE = 200_000;

/** An empty dictionary, or one with the stems of an earlier one. */
export function createDictionary(
  vectors: WordVectors | null,
  earlier: readonly string[] = [],
): Dictionary {
  const stems: string[] = [];
  const rows: number[] = [];
  const numbers = new Map<string, number>();
  // A word is stemmed once: stemming costs 20 times a look-up.
  const stemmed = new Map<string, string>();
  for (const stem of earlier) insert(stem);
  return {
    vectors,
    get size() {
      return stems.length;
    },
    add: (word, language) => {
      const stem = cachedStem(word, language);
      return numbers.get(stem) ?? insert(stem);
    },
    find: (word, language) => numbers.get(cachedStem(word, language)) ?? -1,
    stemAt: (term) => stems[term] ?? '',
    rowAt: (term) => rows[term] ?? -1,
    stems: () => stems,
  };

  function insert(stem: string): number {
    const number = stems.length;
    stems.push(stem);
    rows.push(vectors?.rowOf(stem) ?? -1);
    numbers.set(stem, number);
    return number;
  }

  function cachedStem(word: string, language: string): string {
    const key = `${language} ${word}`;
    const known = stemmed.get(key);
    if (known !== undefined) return known;
    if (stemmed.size >= LARGEST_CACHE) stemmed.clear();
    const stem = stemOf(word, language);
    stemmed.set(key, stem);
    return stem;
  }
}

/** The numbers of the stems of some tokens, in order. */
export function termsOf(
  tokens: readonly Token[],
  dictionary: Dictionary,
  language: string,
): Uint32Array {
  return Uint32Array.from(tokens, (token) => dictionary.add(token.word, language));
}
