import { estimate } from '../proposals/curve.rules.ts';

/** Once may be chance. */
const leastBad = 2;
/** How often an article must fail at least, with 97.5 % probability, to be looked at. */
const badFrom = 0.05;

/** Articles whose answers fail more often than chance allows, the surest first. */
export function harmfulOf<Row extends { readonly good: number; readonly bad: number }>(
  rows: readonly Row[],
): Row[] {
  const failing = ({ good, bad }: Row) => estimate(bad, good + bad).low;
  return rows
    .filter((row) => row.bad >= leastBad && failing(row) >= badFrom)
    .toSorted((one, other) => failing(other) - failing(one));
}

/** Articles whose review date has come, on a day. */
export function dueOf<Row extends { readonly review_on: string | null }>(
  rows: readonly Row[],
  today: string,
): Row[] {
  return rows.filter(({ review_on: on }) => on !== null && on <= today);
}

/**
 * Articles that have not changed since an instant and that no answer has used since; none while no answer has
 * used any article at all.
 */
export function unusedOf<
  Row extends { readonly updated_at: Date; readonly last_used_at: Date | null },
>(rows: readonly Row[], since: Date): Row[] {
  if (rows.every(({ last_used_at: used }) => used === null)) return [];
  return rows.filter(
    ({ updated_at: changed, last_used_at: used }) =>
      changed < since && (used === null || used < since),
  );
}
