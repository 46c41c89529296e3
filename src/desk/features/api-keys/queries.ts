import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addedApiKeySchema, apiKeysSchema } from '../../../contracts/api.ts';
import { doneSchema } from '../../../contracts/common.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** Keys in use. */
export function useApiKeys() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.apiKeys,
    queryFn: ({ signal }) => api.request({ path: '/api/keys', response: apiKeysSchema, signal }),
    select: ({ keys }) => keys,
  });
}

/** Makes a key; its answer holds it, and is not kept. */
export function useAddApiKey() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      api.request({
        method: 'POST',
        path: '/api/keys',
        body: { name },
        response: addedApiKeySchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
    gcTime: 0,
  });
}

/** Ends a key. */
export function useRevokeApiKey() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/keys/${id}`, response: doneSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
}
