import type { ArticleRecord } from '../index/article-record.ts';
import type { Collection } from '../index/collection.ts';
import type { QueryTerms } from '../index/query-terms.ts';
import { HIGHEST_TERM_SCORE, scoresOf, type Scores } from '../index/scoring.ts';
import type { QuestionParts, Senses } from './question-parts.ts';
import { pairsPart } from './proximity.ts';
import { alignShort } from './title-alignment.ts';
import { titleCoverageOf } from './title-coverage.ts';
import { standOut, type Nearness } from '../vector-shelf.ts';
import { titleNamesOf } from './title-names.ts';

/** A part of what an article that held every word would score. */
const LEAST_PART = 0.15;

/** The lexical scores of a question's parts over a whole collection. */
export interface PartScores {
  main: Scores;
  focus: Scores;
  all: Scores;
}

/** An article that may answer, with what the ranking looks at, by name. */
export interface Candidate {
  slot: number;
  record: ArticleRecord;
  features: Record<string, number>;
}

/** Scores the question, its core, and both with the context, each in one pass over the postings. */
export function partScoresOf(parts: QuestionParts, collection: Collection): PartScores {
  const bag = ({ content, extra }: QueryTerms) => [...content, ...extra];
  const main = scoresOf(bag(parts.main), collection);
  const isWhole = parts.focusText.length >= parts.mainText.length;
  return {
    main,
    focus: isWhole ? main : scoresOf(bag(parts.focus), collection),
    all: parts.turns.length === 0 ? main : scoresOf(parts.everything, collection),
  };
}

interface View {
  collection: Collection;
  scores: PartScores;
  senses: Senses;
  nearness: Nearness | null;
}

/** Looks at the candidates of a question, all with the same cheap features. */
export function candidatesWithFeatures(
  slots: readonly number[],
  parts: QuestionParts,
  view: View,
): Candidate[] {
  const said = parts.turns
    .concat(parts.main)
    .toReversed()
    .map(({ sequence }) => ({ sequence, words: new Set(sequence) }));
  const known = new Set(said.flatMap(({ sequence }) => sequence));
  const largest = largestOf(slots, view.scores);
  const records = slots.flatMap((slot) => {
    const record = view.collection.recordAt(slot);
    return record ? [{ slot, record }] : [];
  });
  // Among other titles one with a question mark is no better, so it counts by how many there are.
  const asking = records.filter(({ record }) => asks(record)).length / Math.max(1, records.length);
  const coverageOf = titleCoverageOf(parts.focus.content, view.collection);
  const meanings = standOut(
    records.map(({ record }) => record.article.id),
    view.nearness,
  );
  const trust = trustInWords(parts, largest.all.full);
  return records.map(({ slot, record }, place) => {
    const meaning = meanings[place] ?? 0;
    const lexical = lexicalFeatures(slot, view.scores, largest);
    const features = {
      ...lexical,
      all_trusted: trust * lexical.all_full,
      ...senseFeatures(slot, record, { parts, ...view }),
      ...titleNamesOf(record, said, known, view.collection),
      pairs: pairsOf(slot, record, parts, view),
      asking,
      faq_covers: asks(record) ? asking * coverageOf(record.titleTerms) : 0,
      meaning,
      // Where titles ask, articles are entries of an FAQ: short, and alike in their words.
      faq_meaning: asking * meaning,
    };
    return { slot, record, features };
  });
}

/**
 * How much the best article's words count beside what articles mean, from 0 to 1: all, but where they are hardly any
 * of the question's. "Can somebody treat me?" is not answered by what holds "somebody".
 */
function trustInWords({ everything }: QuestionParts, best: number): number {
  const possible = everything.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  return Math.min(1, best / (LEAST_PART * HIGHEST_TERM_SCORE * possible + 1e-9));
}

/** Whether an article is titled with a question, as in an FAQ. */
function asks({ article }: ArticleRecord): boolean {
  return /\?\s*$/.test(article.title);
}

type Largest = Record<keyof PartScores, { full: number; best: number; title: number }>;

function largestOf(slots: readonly number[], scores: PartScores): Largest {
  const most = (values: Float32Array): number =>
    slots.reduce((max, slot) => Math.max(max, values[slot] ?? 0), 1e-9);
  const of = ({ full, best, title }: Scores) => ({
    full: most(full),
    best: most(best),
    title: most(title),
  });
  return { main: of(scores.main), focus: of(scores.focus), all: of(scores.all) };
}

function lexicalFeatures(
  slot: number,
  scores: PartScores,
  largest: Largest,
): Record<string, number> & { all_full: number } {
  return {
    all_full: (scores.all.full[slot] ?? 0) / largest.all.full,
    all_best: (scores.all.best[slot] ?? 0) / largest.all.best,
    main_full: (scores.main.full[slot] ?? 0) / largest.main.full,
    main_best: (scores.main.best[slot] ?? 0) / largest.main.best,
    focus_full: (scores.focus.full[slot] ?? 0) / largest.focus.full,
    focus_title: (scores.focus.title[slot] ?? 0) / largest.focus.title,
  };
}

function senseFeatures(
  slot: number,
  record: ArticleRecord,
  { parts, collection, senses }: View & { parts: QuestionParts },
): Record<string, number> {
  const title = senses.focus?.titles[slot] ?? 0;
  const isFaq = asks(record);
  let [passage, focus] = [-1, -1];
  const first = collection.firstUnitOf(slot);
  for (let unit = first; unit < first + record.passages.length; unit += 1) {
    passage = Math.max(passage, senses.main?.passages[unit] ?? 0);
    focus = Math.max(focus, senses.focus?.passages[unit] ?? 0);
  }
  return {
    sense_passage: passage,
    sense_focus: focus,
    sense_title: title,
    faq_sense: isFaq ? title : 0,
    faq_align: isFaq
      ? alignShort(parts.focus.sequence, record.titleTerms, collection.dictionary)
      : 0,
  };
}

/** How many of the question's neighbouring words stand close together in the article's best passage. */
function pairsOf(
  slot: number,
  record: ArticleRecord,
  parts: QuestionParts,
  { scores, collection }: View,
): number {
  const place = (scores.main.bestUnit[slot] ?? -1) - collection.firstUnitOf(slot);
  const passage = record.passages[Math.max(0, place)];
  return passage ? pairsPart(parts.main.content, passage.terms) : 0;
}
