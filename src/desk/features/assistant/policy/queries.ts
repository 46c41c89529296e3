import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  policyHistorySchema,
  policyVersionSchema,
  type SavePolicy,
} from '../../../../contracts/assistant.ts';
import { decisionLineSchema } from '../../../../contracts/assistant-decisions.ts';
import { pageOf } from '../../../../contracts/common.ts';
import { useApi } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';
import { useMay } from '../../session-gate/queries.ts';

/** The policy in force, and its versions. */
export function usePolicy() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.assistantPolicy,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/assistant/policy', response: policyHistorySchema, signal }),
    enabled: useMay('assistant:read'),
  });
}

/** Whether somebody has stopped the assistant. */
export function useIsStopped(): boolean {
  return usePolicy().data?.current.policy.stopped ?? false;
}

/** A version as it was saved; it never changes. */
export function usePolicyVersion(version: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.assistantPolicy, version],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version > 0,
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/assistant/policy/versions/${version}`,
        response: policyVersionSchema,
        signal,
      }),
  });
}

/** The last turns, to see what another policy would have made of them. */
export function useLastTurns() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.assistantTurns({ last: 200 }),
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/assistant/decisions',
        query: { limit: 200 },
        response: pageOf(decisionLineSchema),
        signal,
      }),
    select: ({ items }) => items,
  });
}

/** Saves the whole policy on top of the version that was read. */
export function useSavePolicy() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SavePolicy) =>
      api.request({
        method: 'PUT',
        path: '/api/assistant/policy',
        body,
        response: policyHistorySchema,
      }),
    onSuccess: (history) => keep(client, history),
  });
}

/** Puts an old version in force again. */
export function useRestorePolicy() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      api.request({
        method: 'POST',
        path: path`/api/assistant/policy/versions/${version}/restore`,
        response: policyHistorySchema,
      }),
    onSuccess: (history) => keep(client, history),
  });
}

/** Stops the assistant, or lets it go on. */
export function useStopAssistant() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stopped: boolean) =>
      api.request({
        method: 'PUT',
        path: '/api/assistant/stopped',
        body: { stopped },
        response: policyHistorySchema,
      }),
    onSuccess: (history) => keep(client, history),
  });
}

function keep(client: QueryClient, history: z.infer<typeof policyHistorySchema>): void {
  client.setQueryData(queryKeys.assistantPolicy, history);
}
