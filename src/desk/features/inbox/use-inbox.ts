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
import { recallNumber, remember } from '../../lib/remember.ts';
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
    layout: search.layout ?? saved?.layout ?? usualLayout(),
    columns: saved?.columns ?? defaultColumns,
    /** Whether the list shows something else than its view says. */
    isChanged:
      Boolean(search.f ?? search.sort ?? search.dir) ||
      (saved !== undefined && search.layout !== undefined && search.layout !== saved.layout),
    /** Still looking for the saved view of the address. */
    isPending: Boolean(search.saved) && savedViews === undefined,
    close,
    change,
    /** Shows the list so, here and in every view that does not say otherwise. */
    setLayout: (next: 'list' | 'table') => {
      remember(LAYOUT, next === 'table' ? 1 : 0);
      change({ layout: next });
    },
    setFilter: (next: TicketFilter) => change({ f: next }),
  };
}

const LAYOUT = 'segue.inbox.table';

/** How this person looked at lists last. */
function usualLayout(): 'list' | 'table' {
  return recallNumber(LAYOUT, 0) === 1 ? 'table' : 'list';
}
