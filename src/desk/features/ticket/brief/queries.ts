import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  ticketBriefSchema,
  type ConfirmBrief,
  type CorrectBrief,
} from '../../../../contracts/followups.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** How often a brief that is being written is asked for, should its news not arrive. */
const ASK_AGAIN_MS = 3_000;

/** The brief of a ticket; null until there is one. While it is expected it is also asked for. */
export function useBrief(ticketId: string, { expected }: { expected: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.brief(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/brief`,
        response: ticketBriefSchema,
        signal,
      }),
    select: ({ brief }) => brief,
    refetchInterval: ({ state }) => expected && state.data?.brief === null && ASK_AGAIN_MS,
  });
}

/** Says that fields are right as they are. */
export function useConfirmBrief(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ConfirmBrief) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${ticketId}/brief/confirm`,
        body,
        response: ticketBriefSchema,
      }),
    onSuccess: (answer) => client.setQueryData(queryKeys.brief(ticketId), answer),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.brief(ticketId) }),
  });
}

/** Puts a person's value in the place of one field. */
export function useCorrectBrief(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CorrectBrief) =>
      api.request({
        method: 'PATCH',
        path: path`/api/tickets/${ticketId}/brief`,
        body,
        response: ticketBriefSchema,
      }),
    onSuccess: (answer) => client.setQueryData(queryKeys.brief(ticketId), answer),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.brief(ticketId) }),
  });
}
