import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { routingDecisionsSchema, routingPreviewSchema } from '../../../../contracts/routing.ts';
import { ticketSchema } from '../../../../contracts/tickets.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** Decisions of the router about a ticket. */
export function useDecisions(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.decisions(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/decisions`,
        response: routingDecisionsSchema,
        signal,
      }),
    select: ({ decisions }) => decisions.toSorted((one, two) => two.at.localeCompare(one.at)),
  });
}

/** Where a ticket would go now and who could take it; asked only when somebody looks. */
export function useRoutingPreview(ticketId: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.routingPreview(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/routing-preview`,
        response: routingPreviewSchema,
        signal,
      }),
    enabled,
  });
}

/** Lets the conditions of queues decide again about a ticket that is kept in one. */
export function useUnpin(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'DELETE',
        path: path`/api/tickets/${ticketId}/kept-in`,
        response: ticketSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.ticketAll(ticketId) }),
  });
}
