import { UserRound } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerHit, TicketHit } from '../../../contracts/search.ts';
import { Age } from '../inbox/age.tsx';
import { StatusIcon } from '../ticket/status.tsx';
import { Marked } from './marked.tsx';

/** A found ticket in two or three lines: subject, customer and number, the words that matched. */
export function TicketHitLines({ hit }: { hit: TicketHit }) {
  const { t } = useTranslation();
  const { ticket, subject, customer, also, excerpt } = hit;
  return (
    <span className="flex min-w-0 flex-1 gap-2">
      <span className="flex h-5 items-center" title={t(`ticket.status.${ticket.status}`)}>
        <StatusIcon status={ticket.status} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex gap-2">
          <span className="min-w-0 flex-1 truncate">
            <Marked text={subject} />
          </span>
          <Age
            at={ticket.lastMessage?.at ?? ticket.createdAt}
            className="shrink-0 text-meta text-subtle"
          />
        </span>
        <span className="block truncate text-meta text-muted">
          <span className="tabular-nums">#{ticket.number}</span>
          {customer.length > 0 && (
            <>
              {' · '}
              <Marked text={customer} />
            </>
          )}
          {ticket.assignee && ` · ${ticket.assignee.name}`}
          {also.map((text, place) => (
            <Fragment key={place}>
              {' · '}
              <Marked text={text} />
            </Fragment>
          ))}
        </span>
        {excerpt && (
          <span className="line-clamp-2 text-meta text-subtle">
            {t(`search.authors.${excerpt.author}`)}: <Marked text={excerpt.text} />
          </span>
        )}
      </span>
    </span>
  );
}

/** A found customer: name, address, how many conversations. */
export function CustomerHitLines({ hit }: { hit: CustomerHit }) {
  const { t } = useTranslation();
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <UserRound aria-hidden className="text-subtle" />
      <span className="min-w-0 flex-1 truncate">
        <Marked text={hit.name ? hit.shownName : hit.shownEmail} />
        {hit.name && hit.email && (
          <span className="ms-2 text-meta text-muted">
            <Marked text={hit.shownEmail} />
          </span>
        )}
      </span>
      <span className="shrink-0 text-meta text-subtle">
        {t('search.ticketsOf', { count: hit.tickets })}
      </span>
    </span>
  );
}
