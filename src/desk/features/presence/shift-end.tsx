import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../contracts/people.ts';
import { useNow } from '../../lib/clock.tsx';
import { useMe } from '../session-gate/queries.ts';

/** Says that the shift is over or nearly so, and that only what is handed over by name comes from now on. */
export function ShiftEnd({ agent }: { agent: Pick<Agent, 'shiftEndsAt' | 'status'> }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  const me = useMe();
  const before = me.data?.workspace.settings.routing.shiftEndMinutes ?? 0;
  if (agent.shiftEndsAt === null || agent.status === 'offline' || before === 0) return null;
  const minutes = Math.ceil((Date.parse(agent.shiftEndsAt) - now) / 60_000);
  if (minutes > before) return null;
  return (
    <p role="status" className="px-2 py-1 text-meta text-caution">
      {minutes > 0
        ? t('presence.status.shiftEnds', { count: minutes })
        : t('presence.status.shiftOver')}
    </p>
  );
}
