import type { ArticleRecord } from '../index/article-record.ts';
import type { Collection } from '../index/collection.ts';
import { idfOf } from '../index/query-terms.ts';

/** One thing said, as stems in order, with the same stems as a set. */
export interface Said {
  sequence: readonly number[];
  words: ReadonlySet<number>;
}

/** How a title was named in what was said. Between 0 and 1. */
export interface TitleNames {
  /** The part of the title, by idf, that all that was said holds. */
  title_in_known: number;
  /** How fully it was named at once, less for each turn since; the best turn counts. */
  title_named_last: number;
  /** The same for its words in their order, within the turns before the question: what the talk is about. */
  title_spoken_of: number;
}

const FADING_NAME = 0.9;
/** Names in order are rarely meant by chance, and the newest is what "it" means. */
const FADING_TOPIC = 0.8;
/** A title of one common word is never named in full. */
const SMALL_TITLE = 1;
const SMALL_SHARE = 5;

/** Looks for a title in what was said, newest first; the question itself is the first. */
export function titleNamesOf(
  { titleTerms }: ArticleRecord,
  said: readonly Said[],
  known: ReadonlySet<number>,
  collection: Collection,
): TitleNames {
  const title = Array.from(titleTerms, (term) => ({ term, idf: idfOf(collection, term) }));
  const mass = title.reduce((sum, { idf }) => sum + idf, 0);
  const named = ({ words }: Said): number => massIn(title, words) / (mass + SMALL_TITLE);
  const spoken = ({ sequence, words }: Said): number =>
    title.some(({ term }) => words.has(term))
      ? longestRun(title, sequence) / (mass + SMALL_TITLE / 2)
      : 0;
  return {
    title_in_known: massIn(title, known) / (mass + SMALL_SHARE),
    title_named_last: newest(said, named, FADING_NAME),
    title_spoken_of: newest(said.slice(1), spoken, FADING_TOPIC),
  };
}

interface TitleTerm {
  term: number;
  idf: number;
}

function massIn(title: readonly TitleTerm[], words: ReadonlySet<number>): number {
  return title.reduce((sum, { term, idf }) => (words.has(term) ? sum + idf : sum), 0);
}

/** The largest idf of a run of title words that stands as it is in a sequence. */
function longestRun(title: readonly TitleTerm[], sequence: readonly number[]): number {
  let best = 0;
  for (let at = 0; at < sequence.length; at += 1)
    for (let from = 0; from < title.length; from += 1) {
      let sum = 0;
      for (let next = 0; title[from + next]?.term === sequence[at + next]; next += 1) {
        const found = title[from + next];
        if (!found) break;
        sum += found.idf;
      }
      best = Math.max(best, sum);
    }
  return best;
}

/** The largest square of a part, each turn counting a little less than the one after it. */
function newest(said: readonly Said[], part: (one: Said) => number, fading: number): number {
  return said.reduce((best, one, ago) => Math.max(best, part(one) ** 2 * fading ** ago), 0);
}
