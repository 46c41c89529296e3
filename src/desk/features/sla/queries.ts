import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import { slaPoliciesSchema, slaTestSchema, ticketSlaSchema } from '../../../contracts/sla.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** The clocks of a ticket. */
export function useTicketSla(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.sla(ticketId),
    queryFn: ({ signal }) =>
      api.request({ path: path`/api/tickets/${ticketId}/sla`, response: ticketSlaSchema, signal }),
  });
}

/** The policies in the order they are tried. */
export function useSlaPolicies() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.slaPolicies,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/sla/policies', response: slaPoliciesSchema, signal }),
    select: ({ policies }) => policies,
  });
}

/** Puts policies in another order. */
export function useOrderSlaPolicies() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      api.request({
        method: 'PUT',
        path: '/api/sla/policies/order',
        body: { ids },
        response: doneSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.slaPolicies }),
  });
}

/** Asks which policy a ticket would get. */
export function useTestPolicy() {
  const api = useApi();
  return useMutation({
    mutationFn: (ticket: number) =>
      api.request({ path: `/api/sla/test?ticket=${ticket}`, response: slaTestSchema }),
  });
}
