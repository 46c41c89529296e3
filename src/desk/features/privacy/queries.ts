import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { customerDeletionSchema, customerHoldingsSchema } from '../../../contracts/privacy.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** What a deletion of the customer would take; read anew each time somebody asks. */
export function useHoldings(customerId: string, { enabled }: { enabled: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.customerHoldings(customerId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/customers/${customerId}/holdings`,
        response: customerHoldingsSchema,
        signal,
      }),
    enabled,
    gcTime: 0,
  });
}

/** Deletes a customer; every ticket on screen may have been theirs. */
export function useDeleteCustomer(customerId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'DELETE',
        path: path`/api/customers/${customerId}`,
        response: customerDeletionSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.everyTicket }),
  });
}

/** Who deleted a customer, and when. */
export function useDeletion(customerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.customerDeletion(customerId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/customers/${customerId}/deletion`,
        response: customerDeletionSchema,
        signal,
      }),
    staleTime: Infinity,
  });
}
