import { useQuery } from '@tanstack/react-query';
import { timelineSchema } from '../../../../contracts/conversations.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** Messages and events of a ticket, oldest first. */
export function useTimeline(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.timeline(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/timeline`,
        response: timelineSchema,
        signal,
      }),
  });
}
