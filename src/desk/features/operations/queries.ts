import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  boardSchema,
  boardWorkPageSchema,
  escalationsSchema,
  guardrailsSchema,
  surgeSchema,
  type BoardWorkQuery,
  type Guardrails,
  type SetSurge,
} from '../../../contracts/board.ts';
import { doneSchema } from '../../../contracts/common.ts';
import { agentSchema, type SetStatus } from '../../../contracts/people.ts';
import { bulkSchema, type StartBulk } from '../../../contracts/views.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** Queues, agents and totals. `useBoardLive` keeps them fresh. */
export function useBoard({ enabled = true }: { enabled?: boolean } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.board,
    queryFn: ({ signal }) => api.request({ path: '/api/board', response: boardSchema, signal }),
    enabled,
  });
}

/** The first rows of a list of work. What was there stays until the next answer is. */
export function useBoardWork(query: BoardWorkQuery) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.boardWork(query),
    queryFn: ({ signal }) =>
      api.request({ path: '/api/board/work', query, response: boardWorkPageSchema, signal }),
    placeholderData: keepPreviousData,
  });
}

/** For whom a person was called lately, and who came. */
export function useEscalations() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.boardEscalations,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/board/escalations', response: escalationsSchema, signal }),
    select: ({ items }) => items,
  });
}

/** Makes everything on the board old. */
export function useRefreshBoard(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.board });
}

/** Says that a surge is on, or over. */
export function useSetSurge() {
  const api = useApi();
  const refresh = useRefreshBoard();
  return useMutation({
    mutationFn: (body: SetSurge) =>
      api.request({ method: 'PUT', path: '/api/board/surge', body, response: surgeSchema }),
    onSuccess: refresh,
  });
}

/** Changes when work needs somebody else. */
export function useSaveGuardrails() {
  const api = useApi();
  const refresh = useRefreshBoard();
  return useMutation({
    mutationFn: (body: Guardrails) =>
      api.request({
        method: 'PUT',
        path: '/api/board/guardrails',
        body,
        response: guardrailsSchema,
      }),
    onSuccess: refresh,
  });
}

/** Changes the status of somebody. */
export function useSetAgentStatus() {
  const api = useApi();
  const refresh = useRefreshBoard();
  return useMutation({
    mutationFn: ({ id, to }: { id: string; to: SetStatus }) =>
      api.request({
        method: 'PUT',
        path: path`/api/agents/${id}/status`,
        body: to,
        response: agentSchema,
      }),
    onSuccess: refresh,
  });
}

/** Gives somebody a capacity rule of their own, or none. */
export function useSetCapacityRule() {
  const api = useApi();
  const refresh = useRefreshBoard();
  return useMutation({
    mutationFn: ({ id, capacityRuleId }: { id: string; capacityRuleId: string | null }) =>
      api.request({
        method: 'PUT',
        path: path`/api/board/agents/${id}/capacity-rule`,
        body: { capacityRuleId },
        response: doneSchema,
      }),
    onSuccess: refresh,
  });
}

/** Starts a bulk and undoes one, each with what came of it. */
export function useBoardBulks() {
  const api = useApi();
  return {
    start: (bulk: StartBulk) =>
      api.request({ method: 'POST', path: '/api/bulks', body: bulk, response: bulkSchema }),
    read: (id: string) => api.request({ path: path`/api/bulks/${id}`, response: bulkSchema }),
    undo: (id: string) =>
      api.request({ method: 'POST', path: path`/api/bulks/${id}/undo`, response: bulkSchema }),
  };
}
