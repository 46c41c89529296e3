import type { PredictedAnswer, PredictedCategory } from '../../../contracts/evaluations.ts';

/** What is right for a case, as it was known when the run began. */
export interface CaseGold {
  /** Ids of articles; those of a file may be ids of its own. */
  readonly articles?: readonly string[];
  /** Whether the articles can answer at all; absent where nobody knows. */
  readonly answerable?: boolean;
  /** What a person answered. */
  readonly answer?: string;
  readonly label?: string;
}

/** A case to be asked. `given` is what a predictor may see: a question, or a text. */
export interface NewCase {
  readonly key: string;
  readonly ticketId: string | null;
  readonly given: object;
  readonly gold: CaseGold | null;
}

/** What came out for a case. */
export type Prediction = PredictedAnswer | PredictedCategory;
