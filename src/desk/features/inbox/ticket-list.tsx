import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketSummary } from '../../../contracts/tickets.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ListEmpty } from './list-empty.tsx';
import { useTickets } from './queries.ts';
import { useSelection } from './selection.tsx';
import { TicketRow } from './ticket-row.tsx';
import { TicketTable } from './ticket-table.tsx';
import { useInbox } from './use-inbox.ts';

const ROW_PX = 61;
const keyOf = ({ id }: TicketSummary) => id;

/** The conversations of the chosen view, as a list or a table. */
export function TicketList({ asTable = false }: { asTable?: boolean }) {
  const { filter, sort, ticketId, isPending } = useInbox();
  const list = useTickets(filter, { sort, enabled: !isPending });
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const order = useMemo(() => items.map(keyOf), [items]);
  const cursor = useCursor(items, ticketId);
  useSelectionKeys(cursor, order);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (list.isPending) return <ListSkeleton rows={8} />;
  if (list.isError && items.length === 0) {
    return (
      <ApiErrorState
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  }
  const footer = isFetchingNextPage && <ListSkeleton rows={2} />;
  return (
    <>
      <BulkBar loaded={order} hasMore={hasNextPage} />
      {items.length === 0 ? (
        <ListEmpty />
      ) : asTable ? (
        <TicketTable items={items} order={order} onEndReached={more} />
      ) : (
        <CompactList
          items={items}
          order={order}
          cursor={cursor}
          onEndReached={more}
          footer={footer}
        />
      )}
    </>
  );
}

type CompactListProps = {
  items: readonly TicketSummary[];
  order: readonly string[];
  cursor: string | null;
  onEndReached: () => void;
  footer: ReactNode;
};

function CompactList({ items, order, cursor, onEndReached, footer }: CompactListProps) {
  const { t } = useTranslation();
  const { filter, sort, ticketId, search } = useInbox();
  const selection = useSelection();
  const renderRow = (ticket: TicketSummary) => (
    <TicketRow
      ticket={ticket}
      current={ticket.id === ticketId}
      search={search}
      chosen={selection.ids.has(ticket.id)}
      choosing={selection.ids.size > 0}
      onChoose={(range) =>
        range ? selection.extend(ticket.id, order) : selection.toggle(ticket.id)
      }
    />
  );
  return (
    <VirtualList
      key={JSON.stringify([filter, sort])}
      items={items}
      keyOf={keyOf}
      renderRow={renderRow}
      rowHeight={ROW_PX}
      label={t('inbox.panes.list')}
      activeKey={cursor}
      onEndReached={onEndReached}
      footer={footer}
    />
  );
}

/** `x` chooses the row that j and k are at; with Shift everything up to it. Escape lets go. */
function useSelectionKeys(cursor: string | null, order: readonly string[]): void {
  const { t } = useTranslation();
  const selection = useSelection();
  const group = t('inbox.shortcuts.group');
  useShortcut('x', () => cursor && selection.toggle(cursor), {
    label: t('inbox.shortcuts.choose'),
    group,
  });
  useShortcut('shift+x', () => cursor && selection.extend(cursor, order), {
    label: t('inbox.shortcuts.chooseRange'),
    group,
  });
  useShortcut('esc', selection.clear, {
    label: t('inbox.bulk.clear'),
    group,
    enabled: selection.ids.size > 0,
  });
}

/** The row that `j` and `k` are at: it takes the focus, so that Enter opens it. */
function useCursor(items: readonly TicketSummary[], ticketId: string | null): string | null {
  const { t } = useTranslation();
  const [cursor, setCursor] = useState<string | null>(ticketId);
  useEffect(() => setCursor(ticketId), [ticketId]);
  const move = (step: number) => {
    const at = items.findIndex(({ id }) => id === cursor);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setCursor(next.id);
    // The row may have to be scrolled into existence first.
    window.setTimeout(
      () => document.querySelector<HTMLElement>(`[data-ticket-row="${next.id}"]`)?.focus(),
      30,
    );
  };
  const group = t('inbox.shortcuts.group');
  useShortcut('j', () => move(1), { label: t('inbox.shortcuts.next'), group });
  useShortcut('k', () => move(-1), { label: t('inbox.shortcuts.previous'), group });
  return cursor;
}

function ListSkeleton({ rows }: { rows: number }) {
  return (
    <SkeletonGroup>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex flex-col gap-2 border-b border-line px-5 py-3">
          <div className="flex justify-between gap-8">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-6" />
          </div>
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
