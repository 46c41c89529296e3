import {
  createCollection,
  type Collection,
} from '../../src/server/features/knowledge/retrieval/index/collection.ts';
import {
  findCandidates,
  rankFound,
  type Found,
} from '../../src/server/features/knowledge/retrieval/search.ts';
import type { RankingWeights } from '../../src/server/features/knowledge/retrieval/ranking/ranking-model.ts';
import type { WordVectors } from '../../src/server/features/knowledge/retrieval/words/word-vectors.ts';
import type {
  Gold,
  JudgedCase,
} from '../../src/server/features/knowledge/evaluation/evaluation.types.ts';
import { textOf } from './baselines.ts';
import type { ChanceExample, RankingExample } from './learn.ts';
import type { EvaluationSet } from './sets.ts';

/** A set whose questions were looked up once; ranking and confidence are tried on it again and again. */
export interface LookedUp {
  name: string;
  collection: Collection;
  questions: { judged: JudgedCase; gold: Gold; found: Found }[];
}

/** One question as some weights rank it. */
export interface Judged {
  ids: string[];
  signals: Record<string, number>;
  gold: Gold;
  isRight: boolean;
  /** Questions on the same article must not be learned from and judged on both. */
  group: string;
  /** All that was said, for baselines that read words alone. */
  text: string;
}

/** Looks up every question of a set. */
export function lookUp(set: EvaluationSet, vectors: WordVectors | null): LookedUp {
  const collection = createCollection(vectors);
  for (const article of set.articles) collection.put(article);
  const questions = set.cases.flatMap((judged) =>
    judged.gold
      ? [{ judged, gold: judged.gold, found: findCandidates(judged.given.question, collection) }]
      : [],
  );
  return { name: set.name, collection, questions };
}

/** What a ranking learns from a set; all sets weigh alike. */
export function rankingExamples({ questions }: LookedUp): RankingExample[] {
  return questions.map(({ found, gold }) => ({
    weight: 1 / questions.length,
    candidates: found.candidates.map(({ features, record }) => ({
      features,
      isRight: gold.articles.has(record.article.id),
    })),
  }));
}

/** Every question of a set as some weights rank it. */
export function judge({ questions, collection }: LookedUp, weights: RankingWeights): Judged[] {
  return questions.map(({ judged, gold, found }) => {
    const { ranked, signals } = rankFound(found, {
      collection,
      weights,
      question: judged.given.question,
    });
    const ids = ranked.map(({ record }) => record.article.id);
    const [best = ''] = ids;
    return {
      ids,
      signals: signals?.values ?? {},
      gold,
      isRight: gold.articles.has(best),
      group: [...gold.articles][0] ?? judged.given.id,
      text: textOf(judged.given.question, true),
    };
  });
}

/** What a confidence learns from a judged set. */
export function chanceExamples(judged: readonly Judged[]): ChanceExample[] {
  return judged.map(({ signals, isRight }) => ({
    values: signals,
    label: isRight,
    weight: 1 / judged.length,
  }));
}
