import { Link } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TicketSummary } from '../../../contracts/tickets.ts';
import { cx } from '../../lib/cx.ts';
import { customerName } from '../../lib/customer-name.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SlaChip } from '../sla/sla-chip.tsx';
import { ChannelIcon } from '../ticket/channel.tsx';
import { PriorityMark } from '../ticket/priority.tsx';
import { Age } from './age.tsx';
import type { InboxSearch } from './inbox.routes.ts';

/** Props of {@link TicketRow}. */
export type TicketRowProps = {
  ticket: TicketSummary;
  current: boolean;
  search: InboxSearch;
  chosen: boolean;
  /** Some row is chosen: then all show their box. */
  choosing: boolean;
  onChoose: (range: boolean) => void;
};

/** Two lines of the list: who and how long, what and with whom. */
export function TicketRow({ ticket, current, search, chosen, choosing, onChoose }: TicketRowProps) {
  const { t } = useTranslation();
  const { customer, lastMessage, awaitingReply } = ticket;
  const open = ticket.status !== 'solved' && ticket.status !== 'closed';
  const name = customerName(customer, t('ui.visitor'));
  // In a chat that runs the last words matter more than what it began with.
  const live = ticket.sessionState === 'active' || ticket.sessionState === 'inactive';
  return (
    <div className="group relative">
      <Link
        to="/inbox/$ticketId"
        params={{ ticketId: ticket.id }}
        search={search}
        preload={false}
        data-ticket-row={ticket.id}
        aria-current={current ? 'true' : undefined}
        className={cx(
          'relative block border-b border-line py-2 ps-7 pe-3 outline-offset-[-2px]',
          current || chosen ? 'bg-accent-soft' : 'hover:bg-hover',
        )}
      >
        {awaitingReply && open && (
          <span
            className={cx(
              'absolute start-2.5 top-4 size-2 rounded-full bg-accent group-focus-within:hidden group-hover:hidden',
              choosing && 'hidden',
            )}
            title={t('inbox.row.awaiting')}
          >
            <span className="sr-only">{t('inbox.row.awaiting')}</span>
          </span>
        )}
        <span className="flex items-center gap-1.5">
          <ChannelIcon channel={ticket.channel} className="size-3.5! text-subtle" />
          <span
            className={cx(
              'min-w-0 flex-1 truncate text-start',
              awaitingReply && open && 'font-semibold',
            )}
          >
            <bdi>{name}</bdi>
          </span>
          <LiveBadge state={ticket.sessionState} />
          <SlaChip sla={ticket.sla} quiet />
          <Age at={lastMessage?.at ?? ticket.createdAt} className="text-meta text-subtle" />
        </span>
        <span className="mt-0.5 flex h-5 items-center gap-1.5">
          {/* The subject first; a preview that has no room beside it wraps out of sight. */}
          <span className="flex h-5 min-w-0 flex-1 flex-wrap gap-x-1.5 overflow-hidden">
            <bdi className={cx('truncate', live ? 'max-w-1/2' : 'max-w-full')}>
              {ticket.subject}
            </bdi>
            {lastMessage && <Preview message={lastMessage} />}
          </span>
          <PriorityMark priority={ticket.priority} />
          <Assignee ticket={ticket} />
        </span>
      </Link>
      <span
        onClickCapture={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          onChoose(true);
        }}
        className={cx(
          'absolute start-1.5 top-2.5 group-focus-within:block group-hover:block',
          !choosing && 'hidden',
        )}
      >
        <Checkbox
          checked={chosen}
          onCheckedChange={() => onChoose(false)}
          aria-label={t('inbox.bulk.choose', { name })}
        />
      </span>
    </div>
  );
}

function Preview({ message }: { message: NonNullable<TicketSummary['lastMessage']> }) {
  const { t } = useTranslation();
  const who =
    message.authorKind === 'agent'
      ? t('inbox.row.agent')
      : message.authorKind === 'assistant'
        ? t('inbox.row.assistant')
        : null;
  return (
    <span className="min-w-0 flex-[1_1_6rem] truncate text-subtle">
      {who && `${who}: `}
      <bdi>{message.preview}</bdi>
    </span>
  );
}

function LiveBadge({ state }: { state: TicketSummary['sessionState'] }) {
  const { t } = useTranslation();
  if (state !== 'active' && state !== 'inactive') return null;
  return (
    <Badge variant="plain" dot tone={state === 'active' ? 'positive' : 'neutral'}>
      {t(state === 'active' ? 'inbox.row.live' : 'inbox.row.quiet')}
    </Badge>
  );
}

function Assignee({ ticket: { assignee, workState } }: { ticket: TicketSummary }) {
  const { t } = useTranslation();
  if (assignee) {
    const label = t('inbox.row.assignee', { name: assignee.name });
    return (
      <span title={label} className="flex">
        <Avatar name={assignee.name} id={assignee.id} size="sm" />
        <span className="sr-only">{label}</span>
      </span>
    );
  }
  const label = t(workState === 'offered' ? 'inbox.row.offered' : 'inbox.row.unassigned');
  return (
    <span
      title={label}
      className="flex size-5 items-center justify-center rounded-full border border-dashed border-line-strong text-subtle"
    >
      <UserRound aria-hidden className="size-3!" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
