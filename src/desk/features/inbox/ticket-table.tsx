import { Link } from '@tanstack/react-router';
import type { ReactNode, UIEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketSummary } from '../../../contracts/tickets.ts';
import { sortFieldSchema, type SortField, type TicketColumn } from '../../../contracts/views.ts';
import { customerName } from '../../lib/customer-name.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { SlaChip } from '../sla/sla-chip.tsx';
import { ChannelIcon } from '../ticket/channel.tsx';
import { PriorityBadge } from '../ticket/priority.tsx';
import { StatusIcon } from '../ticket/status.tsx';
import { Age } from './age.tsx';
import type { InboxSearch } from './inbox.routes.ts';
import { useSelection } from './selection.tsx';
import { useInbox } from './use-inbox.ts';

/** Props of {@link TicketTable}. */
export type TicketTableProps = {
  items: readonly TicketSummary[];
  order: readonly string[];
  onEndReached: () => void;
};

const NEAR_END_PX = 1_200;

/** The list as a table of the view's columns; a head sorts by its column. */
export function TicketTable({ items, order, onEndReached }: TicketTableProps) {
  const { t } = useTranslation();
  const { columns, sort, change, search } = useInbox();
  const selection = useSelection();
  const cells = useCells(search);
  const choose: Column<TicketSummary> = {
    id: 'choose',
    header: t('inbox.bulk.label'),
    headerHidden: true,
    width: '2.25rem',
    cell: (ticket) => (
      <span
        onClickCapture={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          selection.extend(ticket.id, order);
        }}
      >
        <Checkbox
          checked={selection.ids.has(ticket.id)}
          onCheckedChange={() => selection.toggle(ticket.id)}
          aria-label={t('inbox.bulk.choose', { name: `#${ticket.number}` })}
        />
      </span>
    ),
  };
  const shown = columns.map((column): Column<TicketSummary> => ({
    id: column,
    header: t(`inbox.columns.${column}`),
    sortable: isSortField(column),
    ...WIDTHS[column],
    cell: cells[column],
  }));
  const onScroll = ({ target }: UIEvent) => {
    const { scrollHeight, scrollTop, clientHeight } = target as HTMLElement;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) onEndReached();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col" onScrollCapture={onScroll}>
      <DataTable
        caption={t('inbox.panes.list')}
        columns={[choose, ...shown]}
        rows={items}
        keyOf={({ id }) => id}
        isSelected={({ id }) => selection.ids.has(id)}
        sorting={{ column: sort.by, descending: sort.direction === 'desc' }}
        onSortingChange={({ column, descending }) =>
          isSortField(column) && change({ sort: column, dir: descending ? 'desc' : 'asc' })
        }
        className="flex-1"
      />
    </div>
  );
}

function isSortField(column: string): column is SortField {
  return sortFieldSchema.safeParse(column).success;
}

const WIDTHS: Record<TicketColumn, Pick<Column<TicketSummary>, 'width' | 'align'>> = {
  number: { width: '6.25rem', align: 'end' },
  subject: {},
  customer: { width: '11rem' },
  status: { width: '7rem' },
  priority: { width: '6.5rem' },
  channel: { width: '6rem' },
  assignee: { width: '9rem' },
  group: { width: '8rem' },
  queue: { width: '9rem' },
  category: { width: '9rem' },
  tags: { width: '10rem' },
  sla: { width: '6.5rem', align: 'end' },
  waiting: { width: '6rem', align: 'end' },
  activity: { width: '6.5rem', align: 'end' },
  created: { width: '6rem', align: 'end' },
  updated: { width: '6rem', align: 'end' },
};

function useCells(search: InboxSearch): Record<TicketColumn, (ticket: TicketSummary) => ReactNode> {
  const { t } = useTranslation();
  const words = (text: string | null | undefined) => (
    <span className="block truncate" title={text ?? undefined}>
      <bdi>{text}</bdi>
    </span>
  );
  return {
    number: ({ number }) => <span className="text-muted tabular-nums">#{number}</span>,
    subject: (ticket) => (
      <Link
        to="/inbox/$ticketId"
        params={{ ticketId: ticket.id }}
        search={search}
        preload={false}
        data-ticket-row={ticket.id}
        title={ticket.subject}
        className="block truncate outline-offset-[-2px] hover:underline"
      >
        <bdi className={ticket.awaitingReply ? 'font-semibold' : undefined}>{ticket.subject}</bdi>
      </Link>
    ),
    customer: ({ customer }) => words(customerName(customer, t('ui.visitor'))),
    status: ({ status }) => (
      <span className="flex items-center gap-1.5">
        <StatusIcon status={status} />
        {t(`ticket.status.${status}`)}
      </span>
    ),
    priority: ({ priority }) => <PriorityBadge priority={priority} />,
    channel: ({ channel }) => (
      <span className="flex items-center gap-1.5">
        <ChannelIcon channel={channel} className="size-3.5! text-subtle" />
        {t(`inbox.channel.${channel}`)}
      </span>
    ),
    assignee: ({ assignee }) =>
      assignee ? (
        words(assignee.name)
      ) : (
        <span className="text-subtle">{t('inbox.filter.nobody')}</span>
      ),
    group: ({ group }) => words(group?.name),
    queue: ({ queue }) => words(queue?.name),
    category: ({ category }) => words(category),
    tags: ({ tags }) => words(tags.join(', ')),
    sla: ({ sla }) => <SlaChip sla={sla} />,
    waiting: ({ awaitingReply, lastMessage }) =>
      awaitingReply && lastMessage ? <Age at={lastMessage.at} /> : null,
    activity: ({ lastMessage, createdAt }) => <Age at={lastMessage?.at ?? createdAt} />,
    created: ({ createdAt }) => <Age at={createdAt} />,
    updated: ({ updatedAt }) => <Age at={updatedAt} />,
  };
}
