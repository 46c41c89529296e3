import type { RetrievalResult } from '../retrieval.types.ts';
import type { ConfidenceModel } from './confidence.ts';
import { probabilityOf } from './numbers.ts';
import type { QuestionParts } from './question-parts.ts';

/** A decision with the two probabilities it rests on. */
export type Decided = Pick<RetrievalResult, 'confidence' | 'clarify' | 'decision'>;

/** From which part of conditions on a text is a rule rather than a guide. */
const RULE_LIKE = 0.5;

/**
 * Answers where the confidence suffices, asks where the article is likely right and states conditions that
 * nothing said so far settles, and hands over otherwise.
 */
export function decide(
  signals: Readonly<Record<string, number>>,
  parts: QuestionParts,
  model: ConfidenceModel,
): Decided {
  const confidence = probabilityOf(model.right, signals);
  const clarify = probabilityOf(model.clarify, signals);
  const hasConditions = (signals['condition_density'] ?? 0) >= RULE_LIKE && parts.type === 'yes_no';
  if (hasConditions && clarify >= 0.5 && confidence >= model.askFrom)
    return { confidence, clarify, decision: 'ask' };
  return { confidence, clarify, decision: confidence >= model.answerFrom ? 'answer' : 'hand_over' };
}
