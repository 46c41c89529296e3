import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ticketPageSchema, viewCountsSchema, type View } from '../../../contracts/tickets.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

const PAGE_SIZE = 50;

/** Counts and oldest ages of views and queues. */
export function useViews() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.views,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/views', response: viewCountsSchema, signal }),
  });
}

/** Which tickets a list shows. */
export type TicketFilter = {
  view?: View | undefined;
  queueId?: string | undefined;
  customerId?: string | undefined;
  search?: string | undefined;
};

/** Tickets of a view, a queue, a customer or a search, page by page. */
export function useTickets(filter: TicketFilter, { enabled = true }: { enabled?: boolean } = {}) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.ticketList(filter),
    queryFn: ({ pageParam, signal }) =>
      api.request({
        path: '/api/tickets',
        query: { ...filter, cursor: pageParam, limit: PAGE_SIZE },
        response: ticketPageSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  });
}
