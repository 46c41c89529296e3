import type {
  EvaluationMetrics,
  PredictedAnswer,
  PredictedCategory,
} from '../../../contracts/evaluations.ts';
import { reliability, scoreItems } from '../knowledge/index.ts';
import { measureIntents } from '../understanding/index.ts';
import { curveOf } from './curve.rules.ts';
import type { CaseGold } from './evaluation.types.ts';
import type { ItemRow } from './items.store.ts';
import { outcomeOfAnswer, outcomeOfCategory } from './outcome.rules.ts';

/** The figures of a run of questions: what is found, how sure it was, and how answers meet those of people. */
export function measureAnswers(
  rows: readonly ItemRow[],
  threshold: number | null,
): EvaluationMetrics {
  const asked = rows.flatMap(({ key, gold, predicted }) =>
    predicted === null ? [] : [{ key, gold, predicted: predicted as PredictedAnswer }],
  );
  const items = asked.map(({ key, predicted }) => ({ id: key, ...predicted }));
  const judged = asked.map(({ gold }) => (isJudged(gold) ? goldOf(gold) : undefined));
  const spoken = asked.map(({ gold }) =>
    gold?.answer === undefined ? undefined : { ...goldOf(gold), answerable: true },
  );
  const { answerRecall, answerF1 } = scoreItems(items, spoken);
  const { answerWords: _, ...scores } = scoreItems(items, judged);
  const outcomes = asked.flatMap(({ predicted, gold }) =>
    isJudged(gold)
      ? [
          {
            confidence: predicted.confidence,
            isRight: (gold.articles ?? []).includes(predicted.ranked[0]?.article ?? ''),
            isAnswerable: gold.answerable ?? true,
          },
        ]
      : [],
  );
  const right = asked.filter((one) => outcomeOfAnswer(one.predicted, one.gold) === 'right').length;
  return {
    figures: {
      ...finite(scores),
      ...finite({ answerRecall, answerF1 }),
      ...(outcomes.length > 0 && { right }),
    },
    ...drawn(outcomes, threshold),
  };
}

/** The figures of a run of texts against their categories. */
export function measureCategories(
  rows: readonly ItemRow[],
  threshold: number | null,
): EvaluationMetrics {
  const asked = rows.flatMap(({ gold, predicted }) =>
    predicted === null ? [] : [{ gold, predicted: predicted as PredictedCategory }],
  );
  const metrics = measureIntents(
    asked.map(({ gold }) => ({ text: '', label: gold?.label })),
    asked.map(({ predicted }) => ({ text: '', ...predicted })),
  );
  const outcomes = asked.flatMap(({ predicted, gold }) => {
    const outcome = outcomeOfCategory(predicted, gold);
    return outcome === 'unknown'
      ? []
      : [{ confidence: predicted.confidence, isRight: outcome === 'right', isAnswerable: true }];
  });
  return {
    figures: {
      items: asked.length,
      judged: outcomes.length,
      right: outcomes.filter(({ isRight }) => isRight).length,
      ...finite(metrics),
    },
    ...drawn(outcomes, threshold),
  };
}

type Outcomes = Parameters<typeof reliability>[0];

function drawn(
  outcomes: Outcomes,
  threshold: number | null,
): Pick<EvaluationMetrics, 'reliability' | 'curve'> {
  return {
    reliability: reliability(outcomes).map(({ said, true: right, count }) => ({
      said,
      right,
      count,
    })),
    curve: curveOf(outcomes, threshold),
  };
}

function isJudged(gold: CaseGold | null): gold is CaseGold {
  return gold !== null && ((gold.articles ?? []).length > 0 || gold.answerable === false);
}

function goldOf({ articles = [], answerable, answer }: CaseGold) {
  return {
    articles: new Set(articles),
    answerable: answerable ?? articles.length > 0,
    ...(answer !== undefined && { answer }),
  };
}

function finite(figures: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).filter(
      ([, value]) => typeof value === 'number' && !Number.isNaN(value),
    ),
  ) as Record<string, number>;
}
