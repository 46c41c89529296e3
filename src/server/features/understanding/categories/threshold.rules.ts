import { outsideLogit } from './calibrate.rules.ts';
import type { CategoryModel } from './category.types.ts';
import { scopeSigns, type MeantText } from './guess.rules.ts';

const LEAST_OUTSIDE = 8;
const LEAST_REJECTED = 0.8;

/**
 * Moves the out-of-scope score so that one half is the threshold that treats both kinds best: share
 * of texts in scope that are kept plus share of texts out of scope that are rejected, among the thresholds
 * that reject at least four of five texts out of scope. The model stays as it is where fewer than eight out-of-scope cases are known.
 */
export function moveThreshold(
  model: CategoryModel,
  cases: readonly (MeantText & { isInside: boolean })[],
): CategoryModel {
  const scored = cases.map(({ isInside, ...said }) => {
    return { isInside, logit: outsideLogit(scopeSigns(model, said)) };
  });
  const outside = scored.filter(({ isInside }) => !isInside).length;
  if (outside < LEAST_OUTSIDE || outside === scored.length) return model;
  return { ...model, calibration: { ...model.calibration, shift: -bestCut(scored, outside) } };
}

function bestCut(scored: { isInside: boolean; logit: number }[], outside: number): number {
  const sorted = scored.toSorted((one, other) => one.logit - other.logit);
  const inside = sorted.length - outside;
  let best = { value: Number.NEGATIVE_INFINITY, cut: (sorted[0]?.logit ?? 0) - 1 };
  let kept = 0;
  let missed = 0;
  sorted.forEach(({ isInside, logit }, index) => {
    if (isInside) kept += 1;
    else missed += 1;
    const next = sorted[index + 1]?.logit ?? logit + 1;
    const value = kept / inside + (outside - missed) / outside;
    const isStrict = missed <= outside * (1 - LEAST_REJECTED);
    if (isStrict && value > best.value) best = { value, cut: (logit + next) / 2 };
  });
  return best.cut;
}
