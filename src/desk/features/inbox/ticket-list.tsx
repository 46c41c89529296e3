import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketSummary } from '../../../contracts/tickets.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { ListEmpty } from './list-empty.tsx';
import { useTickets } from './queries.ts';
import { TicketRow } from './ticket-row.tsx';
import { useInbox } from './use-inbox.ts';

const ROW_PX = 61;
const keyOf = ({ id }: TicketSummary) => id;

/** The conversations of the chosen view, queue or search. */
export function TicketList() {
  const { t } = useTranslation();
  const { filter, ticketId, search } = useInbox();
  const list = useTickets(filter);
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const cursor = useCursor(items, ticketId);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const renderRow = useCallback(
    (ticket: TicketSummary) => (
      <TicketRow ticket={ticket} current={ticket.id === ticketId} search={search} />
    ),
    [ticketId, search],
  );
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
  if (items.length === 0) return <ListEmpty />;
  return (
    <VirtualList
      key={JSON.stringify(filter)}
      items={items}
      keyOf={keyOf}
      renderRow={renderRow}
      rowHeight={ROW_PX}
      label={t('inbox.panes.list')}
      activeKey={cursor}
      onEndReached={more}
      footer={isFetchingNextPage && <ListSkeleton rows={2} />}
    />
  );
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
