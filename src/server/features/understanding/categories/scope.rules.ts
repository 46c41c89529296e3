import type { ScopeSigns } from './calibrate.rules.ts';
import type { CategoryModel } from './category.types.ts';
import { coverageOf } from './coverage.rules.ts';
import { nearnessOf } from './nearness.rules.ts';

/** The words of a text and what it means; null where that is not known. */
export interface ReadText {
  readonly words: readonly string[];
  readonly meaning: Float32Array | null;
}

/** What is looked at to tell whether a text belongs to the category with the largest margin at all. */
export function signsOf(
  { coverage, nearness }: Pick<CategoryModel, 'coverage' | 'nearness'>,
  { words, meaning }: ReadText,
  margins: Float32Array,
): ScopeSigns {
  let best = 0;
  margins.forEach((margin, place) => {
    if (margin > (margins[best] ?? 0)) best = place;
  });
  return {
    margin: margins[best] ?? -1,
    coverage: coverageOf(coverage, words, best),
    nearness: nearness && nearnessOf(nearness, meaning, best),
    claims: margins.reduce((sum, margin) => sum + Math.max(0, margin + 1), 0),
  };
}
