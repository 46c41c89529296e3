import type { Gold, PredictedItem } from './evaluation.types.ts';
import {
  auroc,
  calibrationError,
  meanOf,
  meanReciprocalRank,
  rankOfRight,
  recallAt,
  type Outcome,
} from './metrics.ts';

/** Measures by name; those that a set has no gold for are left out. */
export type Metrics = Record<string, number>;

/** Scores a run. Items without gold are counted and otherwise left out. */
export function scoreItems(
  items: readonly PredictedItem[],
  golds: readonly (Gold | undefined)[],
): Metrics {
  const judged = items.flatMap((item, i) => {
    const gold = golds[i];
    return gold ? [{ item, gold }] : [];
  });
  const answerable = judged.filter(({ gold }) => gold.answerable);
  const ranks = answerable.map(({ item, gold }) =>
    rankOfRight(
      item.ranked.map(({ article }) => article),
      gold.articles,
    ),
  );
  const counts = { items: items.length, judged: judged.length, answerable: answerable.length };
  if (judged.length === 0) return counts;
  return {
    ...counts,
    ...(ranks.length > 0 && {
      recallAt1: recallAt(ranks, 1),
      recallAt3: recallAt(ranks, 3),
      recallAt10: recallAt(ranks, 10),
      meanReciprocalRank: meanReciprocalRank(ranks),
    }),
    ...confidenceMetrics(judged),
    ...decisionMetrics(judged),
    ...answerMetrics(answerable),
  };
}

interface JudgedItem {
  item: PredictedItem;
  gold: Gold;
}

function isRight({ item, gold }: JudgedItem): boolean {
  return gold.answerable && gold.articles.has(item.ranked[0]?.article ?? '');
}

function confidenceMetrics(judged: readonly JudgedItem[]): Metrics {
  const outcomes: Outcome[] = judged.map((one) => ({
    confidence: one.item.confidence,
    isRight: isRight(one),
    isAnswerable: one.gold.answerable,
  }));
  const said = outcomes.map(({ confidence }) => confidence);
  const both = { calibrationError: calibrationError(outcomes) };
  const area = auroc(
    said,
    outcomes.map(({ isAnswerable }) => isAnswerable),
  );
  return Number.isNaN(area) ? both : { ...both, aurocAnswerable: area };
}

function decisionMetrics(judged: readonly JudgedItem[]): Metrics {
  const answered = judged.filter(({ item }) => item.decision === 'answer');
  const answeredOf = (name: string, isAnswerable: boolean): Metrics => {
    const of = judged.filter(({ gold }) => gold.answerable === isAnswerable);
    if (of.length === 0) return {};
    return { [name]: meanOf(of.map(({ item }) => (item.decision === 'answer' ? 1 : 0))) };
  };
  const asked = judged.filter(({ gold }) => gold.clarify !== undefined && gold.answerable);
  return {
    answered: answered.length,
    ...(answered.length > 0 && {
      answeredRightly: meanOf(answered.map((one) => (isRight(one) ? 1 : 0))),
    }),
    ...answeredOf('answeredOfAnswerable', true),
    ...answeredOf('answeredOfUnanswerable', false),
    ...(asked.length > 0 && {
      askedOfToClarify: meanOf(
        asked
          .filter(({ gold }) => gold.clarify)
          .map(({ item }) => (item.decision === 'ask' ? 1 : 0)),
      ),
      askedOfToAnswer: meanOf(
        asked
          .filter(({ gold }) => !gold.clarify)
          .map(({ item }) => (item.decision === 'ask' ? 1 : 0)),
      ),
    }),
  };
}

/** How the cited sentences meet written answers: the words of the answer they hold, and F1 of words. */
function answerMetrics(answerable: readonly JudgedItem[]): Metrics {
  const pairs = answerable.flatMap(({ item, gold }) =>
    gold.answer === undefined || gold.clarify !== undefined
      ? []
      : [{ given: wordsOf(item.answer), wanted: wordsOf(gold.answer) }],
  );
  if (pairs.length === 0) return {};
  return {
    answerRecall: meanOf(
      pairs.map(({ given, wanted }) => shared(given, wanted) / Math.max(1, wanted.length)),
    ),
    answerF1: meanOf(
      pairs.map(
        ({ given, wanted }) =>
          (2 * shared(given, wanted)) / Math.max(1, given.length + wanted.length),
      ),
    ),
    answerWords: meanOf(pairs.map(({ given }) => given.length)),
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shared(given: readonly string[], wanted: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of given) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  }).length;
}
