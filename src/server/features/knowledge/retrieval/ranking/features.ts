import type { ArticleRecord } from '../index/article-record.ts';
import type { Collection } from '../index/collection.ts';
import { idfOf, type QueryTerms } from '../index/query-terms.ts';
import { scoresOf, type Scores } from '../index/scoring.ts';
import { gramsOf, gramSimilarity } from '../text/grams.ts';
import { sentencesOf } from '../text/sentences.ts';
import { align, type Alignment } from './alignment.ts';
import { meaningOf, meaningSimilarity } from './meaning.ts';
import { proximityOf } from './proximity.ts';
import type { QuestionParts } from './question-parts.ts';
import { fitsType } from './question-type.ts';
import { createSimilarities } from './similarities.ts';

/** A candidate with everything the ranking and the confidence look at. */
export interface Candidate {
  slot: number;
  record: ArticleRecord;
  main: Alignment;
  focus: Alignment;
  features: Record<string, number>;
}

/** The lexical scores of the parts of a question. */
export interface PartScores {
  main: Scores;
  focus: Scores;
  context: Scores;
}

/** The lexical scores of a question's parts over a collection. */
export function partScoresOf(parts: QuestionParts, collection: Collection): PartScores {
  return {
    main: scoresOf([...parts.main.content, ...parts.main.extra], collection),
    focus: scoresOf([...parts.focus.content, ...parts.focus.extra], collection),
    context: scoresOf(parts.context.content, collection),
  };
}

/** Looks closely at some candidates of a question. */
export function describe(
  slots: readonly number[],
  parts: QuestionParts,
  { collection, scores }: { collection: Collection; scores: PartScores },
): Candidate[] {
  const similarities = {
    main: createSimilarities(parts.main.content, collection),
    focus: createSimilarities(parts.focus.content, collection),
  };
  const meanings = {
    main: meaningOf(numbersOf(parts.main), collection),
    focus: meaningOf(numbersOf(parts.focus), collection),
  };
  const asked = new Set(parts.main.sequence);
  const known = new Set([...asked, ...parts.context.sequence]);
  const candidates = slots.flatMap((slot) => {
    const record = collection.recordAt(slot);
    if (!record) return [];
    const main = align(parts.main, record, similarities.main);
    const focus = align(parts.focus, record, similarities.focus);
    const features = {
      ...lexical(slot, scores),
      ...alignmentFeatures('main', main),
      ...alignmentFeatures('focus', focus),
      ...textFeatures(record, parts, { main, focus, collection, meanings }),
      ...titleFeatures(record, parts, { asked, known, collection }),
    };
    return [{ slot, record, main, focus, features }];
  });
  return withRelative(candidates);
}

function numbersOf(query: QueryTerms): number[] {
  return [...query.content, ...query.extra].map(({ term }) => term);
}

const RAW = ['article', 'best', 'title'] as const;

function lexical(slot: number, scores: PartScores): Record<string, number> {
  const features: Record<string, number> = {};
  for (const [part, of] of Object.entries(scores) as [string, Scores][])
    for (const name of RAW) features[`${part}_${name}_bm25`] = of[name][slot] ?? 0;
  return features;
}

function alignmentFeatures(part: string, found: Alignment): Record<string, number> {
  const { bestPassage: _, bestSentence: __, ...numbers } = found;
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${part}_${name}`, value]));
}

interface TextView {
  main: Alignment;
  focus: Alignment;
  collection: Collection;
  meanings: { main: Float32Array | null; focus: Float32Array | null };
}

function textFeatures(
  record: ArticleRecord,
  parts: QuestionParts,
  { main, focus, collection, meanings }: TextView,
): Record<string, number> {
  const passage = record.passages[main.bestPassage];
  const focused = record.passages[focus.bestPassage];
  if (!passage || !focused) return {};
  const near = proximityOf(parts.main, passage.terms);
  const nearFocus = proximityOf(parts.focus, focused.terms);
  const titleNear = proximityOf(parts.focus, record.titleTerms);
  const sense = meaningOf(passage.terms, collection);
  const titleSense = meaningOf([...record.titleTerms, ...passage.headingTerms], collection);
  const text = bestText(record, focus);
  return {
    pairs: near.pairs,
    run: near.run,
    focus_pairs: nearFocus.pairs,
    focus_run: nearFocus.run,
    title_run: titleNear.run,
    sense_passage: meaningSimilarity(meanings.main, sense),
    sense_focus: meaningSimilarity(meanings.focus, sense),
    sense_title: meaningSimilarity(meanings.focus, titleSense),
    type_fit: fitsType(text, parts.type),
    length: Math.log(1 + collectionLength(record)),
  };
}

function collectionLength(record: ArticleRecord): number {
  return record.passages.reduce((sum, { terms }) => sum + terms.length, 0);
}

/** The best sentence with its neighbours. */
function bestText(record: ArticleRecord, { bestPassage, bestSentence }: Alignment): string {
  const passage = record.passages[bestPassage];
  if (!passage) return '';
  const sentences = sentencesOf(record.article.text, passage);
  const from = sentences[Math.max(0, bestSentence - 1)];
  const to = sentences[Math.min(sentences.length - 1, bestSentence + 1)];
  return from && to ? record.article.text.slice(from.start, to.end) : '';
}

interface TitleView {
  asked: ReadonlySet<number>;
  known: ReadonlySet<number>;
  collection: Collection;
}

function titleFeatures(
  record: ArticleRecord,
  parts: QuestionParts,
  { asked, known, collection }: TitleView,
): Record<string, number> {
  const headings = record.passages[0] ? headingGrams(record) : 0;
  const own = Math.max(gramSimilarity(parts.grams, record.titleGrams), 0);
  return {
    title_in_question: partOf(record.titleTerms, asked, collection),
    title_in_known: partOf(record.titleTerms, known, collection),
    title_named_last: lastNamed(record, parts),
    title_grams: own,
    title_grams_focus: gramSimilarity(parts.focusGrams, record.titleGrams),
    heading_grams: headings,
  };

  function headingGrams({ passages }: ArticleRecord): number {
    let best = 0;
    for (const { headings: path } of passages.slice(0, 60)) {
      const last = path.at(-1);
      if (last) best = Math.max(best, gramSimilarity(parts.focusGrams, gramsOf(last)));
    }
    return best;
  }
}

/** The part of some stems, by idf, that a set holds. */
function partOf(terms: Uint32Array, within: ReadonlySet<number>, collection: Collection): number {
  let [found, all] = [0, 0];
  for (const term of terms) {
    const idf = idfOf(collection, term);
    all += idf;
    if (within.has(term)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

/** How late the whole title was named: 1 in the question, less the more turns ago, 0 never. */
function lastNamed(record: ArticleRecord, parts: QuestionParts): number {
  const turns = [...parts.turns, parts.main];
  for (let i = turns.length - 1; i >= 0; i -= 1) {
    const words = new Set(turns[i]?.sequence);
    const named = record.titleTerms.length > 0 && [...record.titleTerms].every((term) => words.has(term));
    if (named) return 1 / (turns.length - i);
  }
  return 0;
}

/** Adds, for each lexical score, its part of the best one among the candidates and its rank. */
function withRelative(candidates: Candidate[]): Candidate[] {
  const names = Object.keys(candidates[0]?.features ?? {});
  for (const name of names) {
    const values = candidates.map(({ features }) => features[name] ?? 0);
    const largest = Math.max(...values, 1e-9);
    const sorted = values.toSorted((a, b) => b - a);
    candidates.forEach(({ features }, i) => {
      features[`${name}_rel`] = (values[i] ?? 0) / largest;
      if (name.endsWith('_bm25')) features[`${name}_rank`] = 1 / (1 + sorted.indexOf(values[i] ?? 0));
    });
  }
  return candidates;
}
