import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import {
  evaluationChangesSchema,
  evaluationItemsSchema,
  evaluationSchema,
  evaluationsSchema,
  type EvaluationKind,
  type Outcome,
} from '../../../contracts/evaluations.ts';
import { path } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** The runs, newest first. */
export function useEvaluations() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.evaluations,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/evaluations', response: evaluationsSchema, signal }),
    select: ({ evaluations }) => evaluations,
  });
}

/** What to start: on own tickets, or on a file. */
export type NewRun = { kind: EvaluationKind } & ({ file: File } | { most: number });

export function useStartEvaluation() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: NewRun) => {
      if (!('file' in run))
        return api.request({
          method: 'POST',
          path: '/api/evaluations',
          body: run,
          response: evaluationSchema,
        });
      const body = new FormData();
      body.append('file', run.file);
      return api.request({
        method: 'POST',
        path: '/api/evaluations/files',
        query: { kind: run.kind },
        body,
        response: evaluationSchema,
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.evaluations }),
  });
}

/** Cancels a run that goes on, or deletes one that is over. */
export function useEndEvaluation() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, act }: { id: string; act: 'cancel' | 'remove' }): Promise<void> => {
      if (act === 'cancel')
        await api.request({
          method: 'POST',
          path: path`/api/evaluations/${id}/cancel`,
          response: evaluationSchema,
        });
      else
        await api.request({
          method: 'DELETE',
          path: path`/api/evaluations/${id}`,
          response: doneSchema,
        });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.evaluations }),
  });
}

/** Cases of a run, a page at a time. */
export function useEvaluationItems(id: string, outcome: Outcome | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.evaluationPart(id, { items: outcome ?? 'all' }),
    initialPageParam: -1,
    queryFn: ({ pageParam: after, signal }) =>
      api.request({
        path: path`/api/evaluations/${id}/items`,
        query: { outcome, after },
        response: evaluationItemsSchema,
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Cases of two runs that came out differently. */
export function useEvaluationChanges(id: string, other: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.evaluationPart(id, { changes: other }),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/evaluations/${id}/changes/${other}`,
        response: evaluationChangesSchema,
        signal,
      }),
  });
}
