import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { agentSchema, type Agent, type SetStatus } from '../../../contracts/people.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** Own status and load. */
export function useMyAgent() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.myAgent,
    queryFn: ({ signal }) => api.request({ path: '/api/me/agent', response: agentSchema, signal }),
  });
}

const agentsSchema = z.object({ agents: z.array(agentSchema) });

/** All agents with status and load. */
export function useAgents({ enabled = true }: { enabled?: boolean } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.agents,
    queryFn: ({ signal }) => api.request({ path: '/api/agents', response: agentsSchema, signal }),
    select: ({ agents }) => agents,
    enabled,
  });
}

/** Names the changes of one's own status that this desk asks for. */
export const MY_STATUS = ['my-status'];

/** Sets one's own status, at once on screen. */
export function useSetMyStatus() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationKey: MY_STATUS,
    mutationFn: (to: SetStatus) =>
      api.request({
        method: 'PUT',
        path: '/api/me/status',
        body: to,
        response: agentSchema,
      }),
    onMutate: async (to) => {
      await client.cancelQueries({ queryKey: queryKeys.myAgent });
      const before = client.getQueryData<Agent>(queryKeys.myAgent);
      if (before && 'status' in to) {
        const next = { ...before, status: to.status, customStatus: null };
        client.setQueryData<Agent>(queryKeys.myAgent, next);
      }
      return { before };
    },
    onError: (_error, _status, context) => client.setQueryData(queryKeys.myAgent, context?.before),
    onSuccess: async (agent) => {
      // What was read before the change and comes after it would look like a change by somebody else.
      await client.cancelQueries({ queryKey: queryKeys.myAgent });
      client.setQueryData(queryKeys.myAgent, agent);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.myAgent }),
  });
}
