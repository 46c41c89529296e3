import { useNow } from '../../lib/clock.tsx';
import { useBoardSearch } from '../operations/use-board-search.ts';
import { AttainmentCases } from './attainment-cases.tsx';
import { daysOf, instantsOf } from './attainment-period.rules.ts';
import { AttainmentTable } from './attainment-table.tsx';

/** How well promises were kept: the table of a period, or the cases behind one of its figures. */
export function AttainmentPage() {
  const { search } = useBoardSearch();
  const days = daysOf(search, useNow(60_000));
  const { policy, metric, verdict } = search;
  const period = instantsOf(days);
  return verdict ? (
    <AttainmentCases query={{ ...period, policyId: policy, metric, verdict }} />
  ) : (
    <AttainmentTable days={days} period={period} />
  );
}
