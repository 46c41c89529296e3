import {
  createCollection,
  type Collection,
} from '../../src/server/features/knowledge/retrieval/index/collection.ts';
import {
  findCandidates,
  rankFound,
  type Found,
} from '../../src/server/features/knowledge/retrieval/search.ts';
import type { RankingModel } from '../../src/server/features/knowledge/retrieval/ranking/ranking-model.ts';
import type { Encode } from '../../src/server/platform/encoder/index.ts';
import type { WordVectors } from '../../src/server/features/knowledge/retrieval/words/word-vectors.ts';
import type {
  Gold,
  JudgedCase,
} from '../../src/server/features/knowledge/evaluation/evaluation.types.ts';
import { textOf } from './baselines.ts';
import { nearnessIn } from './encoder.ts';
import type { ChanceExample, RankingExample } from './learn.ts';
import type { EvaluationSet } from './sets.ts';

/** A set whose questions were looked up once; ranking and confidence are tried on it again and again. */
export interface LookedUp {
  name: string;
  questions: { judged: JudgedCase; gold: Gold; found: Found; collection: Collection }[];
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

/** A set as a whole, and small knowledge bases drawn from it by size: left out and learned from together. */
export interface Family {
  name: string;
  whole: LookedUp;
  small: { size: number; bases: readonly EvaluationSet[]; lookedUp: LookedUp }[];
}

/** Everything of some families that is learned from. */
export function partsOf(families: readonly Family[]): LookedUp[] {
  return families.flatMap(({ whole, small }) => [whole, ...small.map(({ lookedUp }) => lookedUp)]);
}

/** Looks up every question of some knowledge bases, each in its own. */
export function lookUp(
  name: string,
  bases: readonly EvaluationSet[],
  { vectors, encode }: { vectors: WordVectors | null; encode: Encode },
): LookedUp {
  const questions = bases.flatMap(({ articles, cases }) => {
    const collection = createCollection(vectors);
    for (const article of articles) collection.put(article);
    const nearnessOf = nearnessIn(articles, encode);
    return cases.flatMap((judged) => {
      const { given, gold } = judged;
      if (!gold) return [];
      const nearness = nearnessOf(given.question.text);
      const found = findCandidates(given.question, collection, undefined, nearness);
      return [{ judged, gold, found, collection }];
    });
  });
  return { name, questions };
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
export function judge({ questions }: LookedUp, ranking: RankingModel): Judged[] {
  return questions.map(({ judged, gold, found, collection }) => {
    const { ranked, signals } = rankFound(found, {
      collection,
      ranking,
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
