import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LikeTicket } from '../../../contracts/incidents.ts';
import { Time } from '../../ui/time.tsx';
import { StatusIcon } from '../ticket/status.tsx';

/** Tickets of a group, a line each. */
export function LikeTickets({ tickets }: { tickets: readonly LikeTicket[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col">
      {tickets.map(({ id, number, subject, status, at }) => (
        <li key={id}>
          <Link
            to="/inbox/$ticketId"
            params={{ ticketId: id }}
            title={subject}
            className="-mx-2 flex min-h-row items-center gap-2 rounded-control px-2 hover:bg-hover"
          >
            <StatusIcon status={status} />
            <span dir="auto" className="min-w-0 flex-1 truncate text-start">
              {subject}
            </span>
            <span className="shrink-0 text-meta text-subtle tabular-nums">
              {t('ticket.number', { number })}
            </span>
            <span className="shrink-0 text-meta text-subtle">
              <Time at={at} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
