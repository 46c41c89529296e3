import { useQuery } from '@tanstack/react-query';
import { satisfactionSchema, surveysSchema } from '../../../contracts/surveys.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** What the customer of a ticket was asked and answered. */
export function useSurveys(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.surveys(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/surveys`,
        response: surveysSchema,
        signal,
      }),
    select: ({ surveys }) => surveys,
  });
}

/** How satisfied a customer was over all their conversations. */
export function useSatisfaction(customerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.satisfactionOf(customerId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/customers/${customerId}/satisfaction`,
        response: satisfactionSchema,
        signal,
      }),
  });
}
