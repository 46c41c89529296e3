import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEvent } from '../../../../contracts/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { EventDetails } from './event-details.tsx';
import { EventWhy, hasWhy } from './event-why.tsx';

/** More events than this in a row are folded to the last ones. */
const SHOWN = 5;

/** What happened to the ticket between messages, in quiet lines. */
export function EventLines({
  events,
  ticketId,
}: {
  events: readonly TicketEvent[];
  ticketId: string;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const folded = all || events.length <= SHOWN + 1 ? 0 : events.length - SHOWN;
  return (
    <ul className="my-2 flex flex-col items-center gap-0.5 text-meta text-subtle">
      {folded > 0 && (
        <li>
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            {t('timeline.moreEvents', { count: folded })}
          </Button>
        </li>
      )}
      {events.slice(folded).map((event) => (
        <EventLine key={event.id} event={event} ticketId={ticketId} />
      ))}
    </ul>
  );
}

function EventLine({ event, ticketId }: { event: TicketEvent; ticketId: string }) {
  const { t } = useTranslation();
  const { actor, sentence } = event;
  const name = actor.name || t(actor.kind === 'trigger' ? 'timeline.byRule' : 'timeline.bySystem');
  return (
    <li className="max-w-message px-2 text-center text-balance wrap-anywhere">
      <bdi className="font-medium text-muted">{name}</bdi> {sentence} <span aria-hidden>·</span>{' '}
      <EventDetails event={event} />{' '}
      {hasWhy(event) && <EventWhy event={event} ticketId={ticketId} />}
    </li>
  );
}
