/** Whether what is known of past cases speaks for another threshold. */
import type { Expected, Proposal } from '../../../../contracts/learning.ts';
import {
  chooseThreshold,
  isHeldBack,
  knownDownTo,
  pointAt,
  type Aim,
  type WeighedCase,
} from './curve.rules.ts';

/** What came of looking at a category. */
export type Looked =
  | { readonly result: 'too_few' | 'fits' | 'unreachable' | 'unknown_below' }
  | {
      readonly result: 'proposed';
      readonly change: Proposal['change'];
      readonly expected: Proposal['expected'];
    };

/** So many known cases in each half, and so many above a threshold: below, chance decides. */
export const leastKnown = 40;
const leastAbove = 20;
/** A move of less than this is not worth a decision. */
const leastMove = 0.02;

/**
 * Chooses a threshold on one half of the cases and says what it comes to on the other, next to the one in
 * force. None where too little is known, where it stays about where it is, or where nothing reaches the aim; and
 * never one so low that nobody knows how its answers would have been.
 */
export function proposeThreshold(
  cases: readonly WeighedCase[],
  current: number,
  bounds: Omit<Aim, 'least'>,
): Looked {
  const chosenOn = cases.filter(({ id }) => !isHeldBack(id));
  const heldBack = cases.filter(({ id }) => isHeldBack(id));
  if (known(chosenOn) < leastKnown || known(heldBack) < leastKnown) return { result: 'too_few' };
  const floor = knownDownTo(cases, current);
  const lowest = Math.max(bounds.lowest, Math.min(floor, bounds.highest));
  const chosen = chooseThreshold(chosenOn, { ...bounds, lowest, least: leastAbove });
  if (chosen === null) return { result: 'unreachable' };
  const to = chosen.threshold;
  const expected = { from: expect(heldBack, current), to: expect(heldBack, to) };
  if (expected.to.judged < leastAbove) return { result: 'too_few' };
  if (Math.abs(to - current) < leastMove || isWorse(expected, bounds.precision))
    return { result: to === lowest && lowest > bounds.lowest ? 'unknown_below' : 'fits' };
  return { result: 'proposed', change: { field: 'answerFrom', from: current, to }, expected };
}

/** A move that neither answers more nor is righter on the held-back half, or misses the aim there by far. */
function isWorse({ from, to }: Proposal['expected'], aim: number): boolean {
  if (to.high < aim) return true;
  return to.coverage <= from.coverage && (to.precision ?? 0) <= (from.precision ?? 0);
}

function expect(cases: readonly WeighedCase[], threshold: number): Expected {
  const { coverage, precision, low, high, judged } = pointAt(cases, threshold);
  return { coverage, precision, low, high, cases: cases.length, judged };
}

function known(cases: readonly WeighedCase[]): number {
  return cases.filter(({ verdict }) => verdict !== null).length;
}
