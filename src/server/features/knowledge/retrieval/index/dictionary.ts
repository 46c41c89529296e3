import { stemOf } from '../text/stems.ts';
import type { Token } from '../text/tokens.ts';
import type { WordVectors } from '../words/word-vectors.ts';

/** The stems of an index, each with a number. */
export interface Dictionary {
  readonly size: number;
  readonly vectors: WordVectors | null;
  /** The number of a word's stem, given to it now where it is new. */
  add(word: string, language: string): number;
  /**
   * The number of a word's stem. For a stem that no article holds: -1, or a number below it that `rowAt`
   * knows where the word vectors have the stem.
   */
  find(word: string, language: string): number;
  stemAt(term: number): string;
  /** The row of the word vectors for a number that `find` gave, or -1. */
  rowAt(term: number): number;
  /**
   * The part of all words of English text that a stem makes up: 0 for one that the word vectors lack, as a name
   * or a code; null where nobody knows, without word vectors or for a word of another language.
   */
  frequencyAt(term: number): number | null;
  /** Every stem, by number. */
  stems(): readonly string[];
}

const LARGEST_CACHE = 50_000;
/** In the place of a row: a word of another language. */
const NOT_ENGLISH = -2;

/** An empty dictionary. Word vectors are English, and left alone for words of other languages. */
export function createDictionary(vectors: WordVectors | null): Dictionary {
  const stems: string[] = [];
  const rows: number[] = [];
  const numbers = new Map<string, number>();
  // A word is stemmed once: stemming costs 20 times a look-up.
  const stemmed = new Map<string, Map<string, string>>();
  return {
    vectors,
    get size() {
      return stems.length;
    },
    add: (word, language) => {
      const stem = cachedStem(word, language);
      return numbers.get(stem) ?? insert(stem, language);
    },
    find,
    stemAt: (term) => stems[term] ?? '',
    rowAt,
    frequencyAt: (term) => {
      if (!vectors || rows[term] === NOT_ENGLISH) return null;
      const row = rowAt(term);
      return row < 0 ? 0 : vectors.frequencyOf(row);
    },
    stems: () => stems,
  };

  function find(word: string, language: string): number {
    const stem = cachedStem(word, language);
    return numbers.get(stem) ?? -2 - rowFor(stem, language);
  }

  function rowAt(term: number): number {
    return term < -1 ? -2 - term : Math.max(-1, rows[term] ?? -1);
  }

  function rowFor(stem: string, language: string): number {
    return language === 'en' && vectors ? vectors.rowOf(stem) : -1;
  }

  function insert(stem: string, language: string): number {
    const number = stems.length;
    stems.push(stem);
    rows.push(language === 'en' ? rowFor(stem, language) : NOT_ENGLISH);
    numbers.set(stem, number);
    return number;
  }

  function cachedStem(word: string, language: string): string {
    let ofLanguage = stemmed.get(language);
    if (!ofLanguage || ofLanguage.size >= LARGEST_CACHE)
      stemmed.set(language, (ofLanguage = new Map()));
    const known = ofLanguage.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word, language);
    ofLanguage.set(word, stem);
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
