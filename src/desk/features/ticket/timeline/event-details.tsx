import { useTranslation } from 'react-i18next';
import type { TicketEvent } from '../../../../contracts/tickets.ts';
import { formatAbsolute } from '../../../lib/format.ts';
import { Popover } from '../../../ui/popover.tsx';
import { TimeOfDay } from './time-of-day.tsx';

/** The time of an event; pressed, it tells everything that is known about it. */
export function EventDetails({ event }: { event: TicketEvent }) {
  const { t } = useTranslation();
  const trigger = (
    <button
      type="button"
      aria-label={t('timeline.details')}
      className="rounded-small underline-offset-2 hover:underline"
    >
      <TimeOfDay at={event.at} />
    </button>
  );
  return (
    <Popover trigger={trigger} title={t('timeline.details')} align="center">
      <Details event={event} />
    </Popover>
  );
}

function Details({ event }: { event: TicketEvent }) {
  const { t, i18n } = useTranslation();
  const { actor, data } = event;
  const facts: [string, string][] = [
    [t('timeline.detail.who'), `${actor.name} (${t(`timeline.actor.${actor.kind}`)})`],
    [t('timeline.detail.what'), event.sentence],
    [t('timeline.detail.when'), formatAbsolute(Date.parse(event.at), i18n.language)],
    [t('timeline.detail.type'), event.type],
    ...Object.entries(data).map(([key, value]): [string, string] => [key, shown(value)]),
    ...(actor.id === null ? [] : [[t('timeline.detail.actorId'), actor.id] as [string, string]]),
    [t('timeline.detail.id'), event.id],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-start text-meta">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-subtle">{name}</dt>
          <dd dir="auto" className="wrap-anywhere">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
