import { useQuery } from '@tanstack/react-query';
import { categoryTrainingsSchema, ticketSignalsSchema } from '../../../contracts/classification.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** What was read out of a ticket. */
export function useSignals(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.brief(ticketId), 'signals'],
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/signals`,
        response: ticketSignalsSchema,
        signal,
      }),
    select: ({ signals }) => signals,
  });
}

/** How the category model came about, newest first. */
export function useTrainings() {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.categories, 'trainings'],
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/classification/trainings',
        response: categoryTrainingsSchema,
        signal,
      }),
    select: ({ trainings }) => trainings,
  });
}
