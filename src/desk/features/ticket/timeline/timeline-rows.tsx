import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../../../lib/clock.tsx';
import { OutgoingRow } from '../composer/outgoing-row.tsx';
import { EventLines } from './event-lines.tsx';
import { MessageRow } from './message-row.tsx';
import type { TimelineRow } from './timeline.rules.ts';

/** Props of {@link TimelineRows}. */
export type TimelineRowsProps = {
  rows: readonly TimelineRow[];
  ticketId: string;
  customer: string;
};

/** The rows themselves; drawn again only when they change, not while somebody types. */
export const TimelineRows = memo(function TimelineRows({
  rows,
  ticketId,
  customer,
}: TimelineRowsProps) {
  return rows.map((row) => {
    switch (row.kind) {
      case 'day':
        return <DayLine key={row.key} at={row.at} />;
      case 'unread':
        return <UnreadLine key={row.key} />;
      case 'events':
        return <EventLines key={row.key} events={row.events} ticketId={ticketId} />;
      case 'message':
        return (
          <MessageRow
            key={row.key}
            message={row.message}
            first={row.first}
            last={row.last}
            customer={customer}
          />
        );
      case 'outgoing':
        return <OutgoingRow key={row.key} outgoing={row.outgoing} ticketId={ticketId} />;
    }
  });
});

function DayLine({ at }: { at: string }) {
  const { t, i18n } = useTranslation();
  const nowMs = useClock().now();
  const day = new Date(at).toDateString();
  const name =
    day === new Date(nowMs).toDateString()
      ? t('timeline.today')
      : day === new Date(nowMs - 86_400_000).toDateString()
        ? t('timeline.yesterday')
        : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full' }).format(new Date(at));
  return (
    <div className="my-3 flex items-center gap-3 text-meta text-subtle first:mt-0">
      <span className="h-px flex-1 bg-line" />
      <h2>{name}</h2>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

function UnreadLine() {
  const { t } = useTranslation();
  return (
    <div className="my-3 flex items-center gap-3 text-meta font-medium text-accent-text">
      <span className="h-px flex-1 bg-accent-line" />
      <span>{t('timeline.unread')}</span>
      <span className="h-px flex-1 bg-accent-line" />
    </div>
  );
}
