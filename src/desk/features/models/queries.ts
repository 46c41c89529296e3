import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import {
  modelOverviewSchema,
  modelTrialSchema,
  type ModelPurpose,
  type saveModelProviderSchema,
} from '../../../contracts/models.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

const whileCallingMs = 15_000;

/** Providers, what they did today and the last calls. */
export function useModels() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.models,
    refetchInterval: whileCallingMs,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/models', response: modelOverviewSchema, signal }),
  });
}

/** Saves the provider of a purpose. */
export function useSaveProvider(purpose: ModelPurpose) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof saveModelProviderSchema>) =>
      api.request({
        method: 'PUT',
        path: path`/api/models/${purpose}`,
        body,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.models }),
  });
}

/** Takes the provider of a purpose away. */
export function useRemoveProvider(purpose: ModelPurpose) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'DELETE',
        path: path`/api/models/${purpose}`,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.models }),
  });
}

/** Makes a real call with what is saved. */
export function useTryProvider(purpose: ModelPurpose) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'POST',
        path: path`/api/models/${purpose}/try`,
        response: modelTrialSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.models }),
  });
}
