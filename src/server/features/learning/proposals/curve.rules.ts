/** What thresholds come to: coverage and precision of cases whose confidence and truth are known. */
import type { CurvePoint, Estimate } from '../../../../contracts/learning.ts';

/** A case with how sure the assistant was, and whether it was right; null while nobody knows. */
export interface WeighedCase {
  readonly id: string;
  readonly confidence: number;
  readonly verdict: 'right' | 'wrong' | null;
}

/** Two-sided, 95 %. */
const z = 1.96;

/** A share with its interval after Wilson, which holds for small numbers and shares near one. */
export function estimate(right: number, of: number): Estimate {
  if (of === 0) return { right, of, share: null, low: 0, high: 1 };
  const share = right / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach =
    (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return {
    right,
    of,
    share,
    low: Math.max(0, middle - reach),
    high: Math.min(1, middle + reach),
  };
}

/** What a threshold comes to. Coverage counts every case, precision those whose truth is known. */
export function pointAt(cases: readonly WeighedCase[], threshold: number): CurvePoint {
  const answered = cases.filter(({ confidence }) => confidence >= threshold);
  const right = answered.filter(({ verdict }) => verdict === 'right').length;
  const judged = answered.filter(({ verdict }) => verdict !== null).length;
  const { share: precision, low, high } = estimate(right, judged);
  const coverage = cases.length === 0 ? 0 : answered.length / cases.length;
  return { threshold, answered: answered.length, coverage, right, judged, precision, low, high };
}

/** The curve in steps of 5 %. */
export function curveOf(cases: readonly WeighedCase[]): CurvePoint[] {
  return Array.from({ length: 20 }, (_, place) => pointAt(cases, (place * 5) / 100));
}

/** What is wanted of a threshold. */
export interface Aim {
  readonly precision: number;
  readonly lowest: number;
  readonly highest: number;
  /** So many known cases must stand above it. */
  readonly least: number;
}

/** The lowest threshold, in steps of 1 %, that reaches the aim; null where none does. */
export function chooseThreshold(cases: readonly WeighedCase[], aim: Aim): CurvePoint | null {
  for (let percent = Math.ceil(aim.lowest * 100); percent <= aim.highest * 100; percent += 1) {
    const point = pointAt(cases, percent / 100);
    if (point.judged < aim.least) return null;
    if ((point.precision ?? 0) >= aim.precision) return point;
  }
  return null;
}

/** A step of this many percent is known where at least half of its cases are. */
const stepPercent = 5;

/**
 * How far below a threshold cases are known. What stays under the threshold in force is seldom answered, and so
 * nobody knows whether it would have been right: what is above says nothing about it.
 */
export function knownDownTo(cases: readonly WeighedCase[], from: number): number {
  for (let top = Math.round(from * 100); top > 0; top -= stepPercent) {
    const step = cases.filter(
      ({ confidence }) => confidence < top / 100 && confidence >= (top - stepPercent) / 100,
    );
    const judged = step.filter(({ verdict }) => verdict !== null).length;
    if (judged * 2 < step.length) return top / 100;
  }
  return 0;
}

/** Whether a case is kept back to measure on: always the same half, whatever the case. */
export function isHeldBack(id: string): boolean {
  // The tail of an id of version 7 is random.
  return Number.parseInt(id.slice(-6), 16) % 2 === 1;
}
