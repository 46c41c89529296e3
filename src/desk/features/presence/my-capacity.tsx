import { CapacityMeter } from '../../ui/capacity-meter.tsx';
import { unitsOf } from '../operations/board.rules.ts';
import { useMyAgent } from './queries.ts';

/** Units one carries, of the budget, in the top bar. */
export function MyCapacity() {
  const { data } = useMyAgent();
  if (!data) return null;
  return <CapacityMeter budget={data.capacity.budget} used={unitsOf(data.capacity)} />;
}
