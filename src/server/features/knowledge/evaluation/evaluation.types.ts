import type { Question } from '../retrieval/index.ts';

/** A question of a set as a predictor may see it: without gold. */
export interface EvaluationCase {
  id: string;
  question: Question;
}

/** What is right for a question; absent where a set has no gold. */
export interface Gold {
  articles: ReadonlySet<string>;
  answerable: boolean;
  /** Whether the right reply is a clarifying question, where the set says so. */
  clarify?: boolean;
  answer?: string;
}

/** A question with its gold, kept apart. */
export interface JudgedCase {
  given: EvaluationCase;
  gold: Gold | undefined;
}

/** What a run of `segue eval` writes for one question. */
export interface PredictedItem {
  id: string;
  ranked: { article: string; score: number }[];
  decision: 'answer' | 'ask' | 'hand_over';
  confidence: number;
  answer: string;
  citations: { article: string; quote: string }[];
}
