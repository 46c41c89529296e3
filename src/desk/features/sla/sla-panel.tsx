import { useTranslation } from 'react-i18next';
import type { SlaClock } from '../../../contracts/sla.ts';
import { DetailSection } from '../ticket/detail-section.tsx';
import { ClockRow } from './clock-row.tsx';
import { useTicketSla } from './queries.ts';

/** The promises of a ticket: what runs, what stands still, what was kept or broken, and why. */
export function SlaPanel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data } = useTicketSla(ticketId);
  if (!data || (data.policy === null && data.clocks.length === 0)) return null;
  const shown = data.clocks.filter((clock) => clock.state !== 'cancelled');
  const going = shown.filter(isGoing).toSorted(byDue);
  const past = shown.filter((clock) => !isGoing(clock)).toReversed();
  return (
    <DetailSection title={t('sla.title')}>
      {data.policy && <p className="mb-1 text-meta text-subtle">{t('sla.policy', data.policy)}</p>}
      {going.length === 0 && <p className="text-muted">{t('sla.nothing')}</p>}
      <Clocks clocks={going} readAt={data.serverTime} />
      {past.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer text-meta text-muted">{t('sla.earlier')}</summary>
          <Clocks clocks={past} readAt={data.serverTime} />
        </details>
      )}
    </DetailSection>
  );
}

function Clocks({ clocks, readAt }: { clocks: readonly SlaClock[]; readAt: string }) {
  return (
    <ul className="flex flex-col">
      {clocks.map((clock) => (
        <ClockRow key={clock.id} clock={clock} readAt={readAt} />
      ))}
    </ul>
  );
}

function isGoing({ endedAt }: SlaClock): boolean {
  return endedAt === null;
}

function byDue(one: SlaClock, other: SlaClock): number {
  return (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');
}
