import type { QueryTerm } from '../index/query-terms.ts';
import type { Unit } from './units.ts';

const MOST_UNITS = 3;
/** How much of the question, by idf, a further unit must add to be taken. */
const LEAST_GAIN = 0.15;
/** Below this nothing in the passage repeats the question, and its beginning answers (an FAQ). */
const LEAST_COVERED = 0.15;

/** A unit with how near it comes to each word of the question. */
export interface Scored {
  readonly unit: Unit;
  readonly reached: Float32Array;
  /** What its kind adds where it is the first to be taken. */
  readonly bonus: number;
}

/** Takes the unit that adds most, again and again, until nothing adds enough; the first two where nothing does. */
export function chooseUnits(scored: readonly Scored[], terms: readonly QueryTerm[]): Set<Unit> {
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const have = new Float32Array(terms.length);
  const chosen = new Set<Unit>();
  while (chosen.size < Math.min(MOST_UNITS, scored.length)) {
    const isFirst = chosen.size === 0;
    const gains = scored.map(({ unit, reached, bonus }) =>
      chosen.has(unit) ? -1 : gainOf(reached, have, terms) / total + (isFirst ? bonus : 0),
    );
    const most = Math.max(...gains);
    const best = scored[gains.indexOf(most)];
    if (!best || most < (isFirst ? LEAST_COVERED : LEAST_GAIN)) break;
    chosen.add(best.unit);
    best.reached.forEach((value, i) => (have[i] = Math.max(have[i] ?? 0, value)));
  }
  if (chosen.size === 0) for (const { unit } of scored.slice(0, 2)) chosen.add(unit);
  return chosen;
}

function gainOf(reached: Float32Array, have: Float32Array, terms: readonly QueryTerm[]): number {
  return terms.reduce(
    (sum, { idf }, i) => sum + idf * Math.max(0, (reached[i] ?? 0) - (have[i] ?? 0)),
    0,
  );
}
