import { candidatesOf, nearestInMeaning } from './index/candidates.ts';
import type { Collection } from './index/collection.ts';
import type { SynonymTable } from './index/synonym-table.ts';
import { conditionsOf } from './ranking/conditions.ts';
import { questionPartsOf, sensesOf, type QuestionParts } from './ranking/question-parts.ts';
import {
  candidatesWithFeatures,
  partScoresOf,
  type Candidate,
  type PartScores,
} from './ranking/rank-features.ts';
import {
  rankCandidates,
  type RankedCandidate,
  type RankingModel,
} from './ranking/ranking-model.ts';
import { signalsOf, type Signals } from './ranking/signals.ts';
import type { Question } from './retrieval.types.ts';
import type { Nearness } from './vector-shelf.ts';

/** A question looked up: its parts, and the articles that may answer. */
export interface Found {
  parts: QuestionParts;
  scores: PartScores;
  candidates: Candidate[];
  /** Whether it is known what articles mean. */
  hasMeanings: boolean;
}

const LEXICAL = 30;
const BY_MEANING = 10;
const SHORTEST_LIST = 10;

/** Finds the articles worth ranking: the best by words, and some by meaning that share none. */
export function findCandidates(
  question: Question,
  collection: Collection,
  synonyms?: SynonymTable,
  nearness: Nearness | null = null,
): Found {
  const parts = questionPartsOf(question, collection, synonyms);
  const scores = partScoresOf(parts, collection);
  const senses = sensesOf(parts, collection);
  const weighted = [
    { scores: scores.main, weight: 1 },
    { scores: scores.focus, weight: 0.3 },
    { scores: scores.all, weight: 1 },
  ];
  const slots = new Set(candidatesOf(weighted, collection, LEXICAL));
  for (const slot of nearestInMeaning(senses.focus, collection, BY_MEANING)) slots.add(slot);
  for (const { articleId } of nearness?.nearest(BY_MEANING) ?? []) {
    const slot = collection.slotOfArticle(articleId);
    if (slot !== undefined) slots.add(slot);
  }
  // A short list is filled up in the order of the articles, so that ten can be shown where there are ten.
  for (let slot = 0; slots.size < SHORTEST_LIST && slot < collection.slotEnd; slot += 1)
    if (collection.recordAt(slot)) slots.add(slot);
  const candidates = candidatesWithFeatures([...slots], parts, {
    collection,
    scores,
    senses,
    nearness,
  });
  return { parts, scores, candidates, hasMeanings: nearness !== null };
}

/** The candidates in order, and the signals of the best ones; no signals where nothing was found. */
export function rankFound(
  { parts, scores, candidates, hasMeanings }: Found,
  {
    collection,
    ranking,
    question,
  }: { collection: Collection; ranking: RankingModel; question: Question },
): { ranked: RankedCandidate[]; signals: Signals | undefined } {
  const ranked = rankCandidates(candidates, hasMeanings ? ranking.meanings : ranking.words);
  const signals = signalsOf(ranked, parts, { collection, scores });
  const [best] = ranked;
  if (!signals || !best) return { ranked, signals };
  const { clarified = [], context = [] } = question;
  const conditions = conditionsOf(
    best.record.article.text,
    { parts, clarified, context },
    collection,
  );
  return { ranked, signals: { ...signals, values: { ...signals.values, ...conditions } } };
}
