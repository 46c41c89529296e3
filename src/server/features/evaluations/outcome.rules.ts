import type {
  Outcome,
  PredictedAnswer,
  PredictedCategory,
} from '../../../contracts/evaluations.ts';
import { OUT_OF_SCOPE } from '../understanding/evaluation/measure-intents.rules.ts';
import type { CaseGold } from './evaluation.types.ts';

/**
 * How an answer came out: right where the best article is one of those that answer, or where nothing can
 * answer and nothing was answered.
 */
export function outcomeOfAnswer(predicted: PredictedAnswer | null, gold: CaseGold | null): Outcome {
  if (predicted === null || gold === null) return 'unknown';
  const { articles = [], answerable } = gold;
  if (articles.length > 0)
    return articles.includes(predicted.ranked[0]?.article ?? '') ? 'right' : 'wrong';
  if (answerable !== false) return 'unknown';
  return predicted.decision === 'answer' ? 'wrong' : 'right';
}

/** How a category came out; a text that fits none is right where it was found out of scope. */
export function outcomeOfCategory(
  predicted: PredictedCategory | null,
  gold: CaseGold | null,
): Outcome {
  if (predicted === null || gold?.label === undefined) return 'unknown';
  const isRight =
    gold.label === OUT_OF_SCOPE ? predicted.outOfScope >= 0.5 : predicted.label === gold.label;
  return isRight ? 'right' : 'wrong';
}
