import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  webhookDeliveriesSchema,
  webhookSchema,
  webhookSecretSchema,
  webhooksSchema,
  type SaveWebhook,
} from '../../../contracts/webhooks.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** Addresses that rules call. */
export function useWebhooks() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.webhooks,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/webhooks', response: webhooksSchema, signal }),
    select: ({ webhooks }) => webhooks,
  });
}

/** Calls that failed for good, newest first. */
export function useFailedDeliveries() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.webhookDeliveries,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/webhook-deliveries?failed=true',
        response: webhookDeliveriesSchema,
        signal,
      }),
    select: ({ deliveries }) => deliveries,
  });
}

/** Adds an address. */
export function useAddWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveWebhook) =>
      api.request({ method: 'POST', path: '/api/webhooks', body, response: webhookSchema }),
    onSuccess: () => stale(client),
  });
}

/** Deletes an address; what waits for it fails. */
export function useDeleteWebhook() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/webhooks/${id}`, response: z.unknown() }),
    onSuccess: () => stale(client),
  });
}

/** The secret of an address, fetched when somebody asks to see it and not kept. */
export function useWebhookSecret() {
  const api = useApi();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ path: path`/api/webhooks/${id}/secret`, response: webhookSecretSchema }),
    gcTime: 0,
  });
}

/** Makes a failed call once more. */
export function useReplayDelivery() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/webhook-deliveries/${id}/replay`,
        response: z.unknown(),
      }),
    onSuccess: () => stale(client),
  });
}

async function stale(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: queryKeys.webhooks });
  await client.invalidateQueries({ queryKey: queryKeys.triggerVocabulary });
}
