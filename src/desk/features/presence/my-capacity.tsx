import { CapacityMeter } from '../../ui/capacity-meter.tsx';
import { useMyAgent } from './queries.ts';

/** Units one carries, of the budget, in the top bar. */
export function MyCapacity() {
  const { data } = useMyAgent();
  if (!data) return null;
  const { budget, channels } = data.capacity;
  return (
    <CapacityMeter
      budget={budget}
      used={{ messaging: channels.messaging.used, email: channels.email.used }}
    />
  );
}
