import type { Vocabulary } from './features.rules.ts';
import type { Linear } from './linear.rules.ts';
import type { Coverage } from './coverage.rules.ts';
import type { Nearness } from './nearness.rules.ts';

/** A category of a workspace: what people call it and what belongs to it. */
export interface Category {
  name: string;
  description?: string;
}

/** A text whose category is known; `null` where it belongs to none of them. */
export interface CategoryExample {
  text: string;
  category: string | null;
}

/** What a workspace teaches the model. */
export interface CategoryLesson {
  categories: readonly Category[];
  examples: readonly CategoryExample[];
}

/** What texts mean, learned elsewhere: it lets a model know words that no example uses. */
export interface Meanings {
  /** Numbers of a meaning. */
  readonly size: number;
  /** What a text means, scaled to length 1; null where it is in a language that is not known. */
  of(text: string): Float32Array | null;
}

/** How margins become probabilities, learned on examples held back from training. */
export interface Calibration {
  /** Factor of the margins before the softmax. */
  sharpness: number;
  /** Added to the out-of-scope score, in logits; never positive but for `moveThreshold`, 0 where examples held back need none. */
  shift: number;
  /** Examples the sharpness was learned on; 0 where the shipped value is used. */
  cases: number;
  /** Share of the examples held back that were right; null where none were. */
  accuracy: number | null;
}

/** A trained model: nothing in it but numbers and the names of the categories. */
export interface CategoryModel {
  version: 1;
  categories: readonly string[];
  examples: number;
  vocabulary: Vocabulary;
  linear: Linear;
  coverage: Coverage;
  /** What the examples mean; null for a model that was trained without meanings. */
  nearness: Nearness | null;
  calibration: Calibration;
}

/** What a model says of a text. */
export interface CategoryGuess {
  /** The best category, whether or not the text is in scope; null for a model without categories. */
  category: string | null;
  /** Probability that `category` is right, out-of-scope texts counting as wrong. */
  confidence: number;
  /** 0 to 1: how likely no category fits; from 0.5 on the guess should not be used without a person. */
  outOfScope: number;
  /** The best categories with their probability if the text is in scope, best first. */
  ranked: { category: string; probability: number }[];
}
