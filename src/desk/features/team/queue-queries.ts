import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import { queueSchema, queueTestSchema } from '../../../contracts/routing.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';
import { useRefreshTeam } from './queries.ts';

/** Queues in the order they are tried. */
export function useQueues() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.queues,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/queues',
        response: z.object({ queues: z.array(queueSchema) }),
        signal,
      }),
    select: ({ queues }) => queues.toSorted((one, two) => one.position - two.position),
  });
}

/** Puts the queues into the order of the ids. */
export function useOrderQueues() {
  const api = useApi();
  const refresh = useRefreshTeam();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      api.request({
        method: 'PUT',
        path: '/api/queues/order',
        body: { ids },
        response: doneSchema,
      }),
    onSuccess: refresh,
  });
}

/** Stops a queue from giving work out, or lets it again. */
export function usePauseQueue() {
  const api = useApi();
  const refresh = useRefreshTeam();
  return useMutation({
    mutationFn: ({ id, paused }: { id: string; paused: boolean }) =>
      api.request({
        method: 'PUT',
        path: `/api/queues/${id}/paused`,
        body: { paused },
        response: doneSchema,
      }),
    onSuccess: refresh,
  });
}

/** Asks where a ticket would go and who could take it now. */
export function useTestQueues() {
  const api = useApi();
  return useMutation({
    mutationFn: (ticket: number) =>
      api.request({ path: `/api/routing/test?ticket=${ticket}`, response: queueTestSchema }),
  });
}
