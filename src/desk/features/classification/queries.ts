import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import { categoryTrainingsSchema, ticketSignalsSchema } from '../../../contracts/classification.ts';
import {
  entityPatternsSchema,
  triedPatternsSchema,
  type EntityPattern,
} from '../../../contracts/entities.ts';
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
  });
}

/** How the things are written that agents see in tickets. */
export function useEntityPatterns() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.entityPatterns,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/entity-patterns', response: entityPatternsSchema, signal }),
  });
}

/** Replaces all of them; none brings back those that come with Segue. */
export function useSaveEntityPatterns() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patterns: readonly EntityPattern[]) =>
      api.request({
        method: 'PUT',
        path: '/api/entity-patterns',
        body: { patterns },
        response: entityPatternsSchema,
      }),
    onSuccess: (saved) => client.setQueryData(queryKeys.entityPatterns, saved),
  });
}

/** What each pattern finds in a text. */
export function useTriedPatterns(asked: { patterns: readonly string[]; text: string }) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.entityPatterns, 'tried', asked],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.request({
        method: 'POST',
        path: '/api/entity-patterns/try',
        body: asked,
        response: triedPatternsSchema,
        signal,
      }),
    select: ({ results }) => results,
  });
}

/** Agrees to a proposed model, or declines it. */
export function useAnswerTraining() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, agrees }: { version: number; agrees: boolean }) =>
      api.request({
        method: 'POST',
        path: path`/api/classification/trainings/${String(version)}/answer`,
        body: { agrees },
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.categories }),
  });
}

/** Takes up an earlier version of the category model again. */
export function useGoBack() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      api.request({
        method: 'POST',
        path: path`/api/classification/trainings/${String(version)}/restore`,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.categories }),
  });
}
