import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  assistantCaseSchema,
  assistantDecisionSchema,
} from '../../../../contracts/assistant-decisions.ts';
import { doneSchema } from '../../../../contracts/common.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';

/** Where the assistant stands in a ticket: its draft, and what it did so far. */
export function useTicketAssistant(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.ticketAssistant(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/assistant`,
        response: assistantCaseSchema,
        signal,
      }),
  });
}

/** A turn with everything it rests on. */
export function useTurn(id: string, { enabled }: { enabled: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.assistantTurn(id),
    enabled,
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/assistant/decisions/${id}`,
        response: assistantDecisionSchema,
        signal,
      }),
  });
}

/** Puts a draft away. */
export function useDismissDraft(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/assistant/decisions/${id}/dismiss`,
        body: {},
        response: doneSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ticketAssistant(ticketId) }),
  });
}
