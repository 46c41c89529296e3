import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import {
  defaultColumns,
  defaultSort,
  presetFilters,
  type TicketFilter,
  type TicketSort,
} from '../../../contracts/views.ts';
import type { InboxSearch } from './inbox.routes.ts';
import { useSavedViews } from './views-queries.ts';

/** What the address says about the inbox, and the ways to change it. */
export function useInbox() {
  const search = useSearch({ from: '/app/inbox' });
  const { ticketId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const { queue } = search;
  const savedViews = useSavedViews().data;
  const saved = search.saved ? savedViews?.find(({ id }) => id === search.saved) : undefined;
  const view = search.view ?? (queue || search.saved ? undefined : 'mine');
  const own = useMemo<TicketFilter>(
    () => saved?.filter ?? (queue ? { queue: [queue] } : view ? presetFilters[view] : {}),
    [saved, queue, view],
  );
  const filter = search.f ?? own;
  const sort = useMemo<TicketSort>(
    () => ({
      by: search.sort ?? saved?.sort.by ?? defaultSort.by,
      direction: search.dir ?? saved?.sort.direction ?? defaultSort.direction,
    }),
    [search.sort, search.dir, saved],
  );
  const change = useCallback(
    (next: Partial<InboxSearch>) =>
      void navigate({
        to: '.',
        search: (before: InboxSearch) => ({ ...before, ...next }),
        replace: true,
      }),
    [navigate],
  );
  const close = useCallback(
    () => void navigate({ to: '/inbox', search: (before) => before as InboxSearch }),
    [navigate],
  );
  return {
    search,
    view,
    saved,
    queue,
    ticketId,
    filter,
    sort,
    layout: search.layout ?? saved?.layout ?? 'list',
    columns: saved?.columns ?? defaultColumns,
    /** Whether the list shows something else than its view says. */
    isChanged: Boolean(search.f ?? search.sort ?? search.dir ?? search.layout),
    /** Still looking for the saved view of the address. */
    isPending: Boolean(search.saved) && savedViews === undefined,
    close,
    change,
    setFilter: (next: TicketFilter) => change({ f: next }),
  };
}
