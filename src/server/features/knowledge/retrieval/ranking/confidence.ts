import learned from './confidence-weights.json' with { type: 'json' };
import type { LogisticModel } from './numbers.ts';

/** When the assistant may answer by itself. */
export interface ConfidenceModel {
  /** The probability that the best article answers. */
  right: LogisticModel;
  /** The probability that a clarifying question is the right reply, given that it does. */
  clarify: LogisticModel;
  /** From which confidence on an answer is given without a person. */
  answerFrom: number;
  /** From which confidence on a clarifying question may be asked. */
  askFrom: number;
}

/** What was learned on all sets; the file names the sets and the script. */
export const SHIPPED_CONFIDENCE: ConfidenceModel = learned.model;
