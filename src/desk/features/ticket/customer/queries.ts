import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  customerSchema,
  type ChangeCustomer,
  type Customer,
} from '../../../../contracts/people.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** Changes what is known of a customer; the opened ticket shows it at once. */
export function useChangeCustomer(customerId: string, ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  const show = (change: Partial<Customer>) =>
    client.setQueryData<Ticket>(
      queryKeys.ticket(ticketId),
      (old) => old && { ...old, customer: { ...old.customer, ...change } },
    );
  return useMutation({
    mutationFn: (body: ChangeCustomer) =>
      api.request({
        method: 'PATCH',
        path: path`/api/customers/${customerId}`,
        body,
        response: customerSchema,
      }),
    onSuccess: (customer) => show(customer),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.ticket(ticketId) });
      void client.invalidateQueries({ queryKey: queryKeys.ticketLists });
    },
  });
}
