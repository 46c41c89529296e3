import type { OperatingPoint } from '../../../contracts/evaluations.ts';

const mostPoints = 40;

/**
 * What happens when everything from a certainty on is used: from all of the cases down to the surest ones,
 * at most 40 points, the threshold in use always among them.
 */
export function curveOf(
  outcomes: readonly { confidence: number; isRight: boolean }[],
  threshold: number | null,
): OperatingPoint[] {
  if (outcomes.length === 0) return [];
  const sorted = outcomes.toSorted((one, other) => other.confidence - one.confidence);
  const sizes = Array.from({ length: mostPoints }, (_, index) =>
    Math.max(1, Math.round(((index + 1) * sorted.length) / mostPoints)),
  );
  const steps = new Set(sizes.map((size) => sorted[size - 1]?.confidence ?? 0));
  if (threshold !== null) steps.add(threshold);
  return [...steps]
    .toSorted((one, other) => one - other)
    .map((from) => {
      const used = sorted.filter(({ confidence }) => confidence >= from);
      const right = used.filter(({ isRight }) => isRight).length;
      return {
        from,
        coverage: used.length / sorted.length,
        precision: used.length === 0 ? 1 : right / used.length,
        count: used.length,
      };
    });
}
