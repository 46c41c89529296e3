import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { InboxSearch } from './inbox.routes.ts';
import type { TicketFilter } from './queries.ts';

/** What the address says about the inbox, and the ways to change it. */
export function useInbox() {
  const search = useSearch({ from: '/app/inbox' });
  const { ticketId = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const { queue, q } = search;
  const view = search.view ?? (queue ? undefined : 'mine');
  const close = useCallback(
    () => void navigate({ to: '/inbox', search: (before) => before as InboxSearch }),
    [navigate],
  );
  const setQuery = useCallback(
    (next: string) =>
      void navigate({
        to: '.',
        search: (before: InboxSearch) => ({ ...before, q: next || undefined }),
        replace: true,
      }),
    [navigate],
  );
  // A search looks everywhere: people do not remember in which view a ticket is.
  const filter: TicketFilter = q ? { search: q } : queue ? { queueId: queue } : { view };
  return { search, view, queue, q, ticketId, filter, close, setQuery };
}
