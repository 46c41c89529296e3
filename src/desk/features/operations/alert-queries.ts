import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  alertsSchema,
  alertSettingsSchema,
  queueThresholdsSchema,
  type Alerts,
  type AlertSettings,
  type OwnThresholds,
} from '../../../contracts/alerts.ts';
import { doneSchema } from '../../../contracts/common.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** What is open and what is over. */
export function useAlerts({ enabled = true }: { enabled?: boolean } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.alerts,
    queryFn: ({ signal }) => api.request({ path: '/api/alerts', response: alertsSchema, signal }),
    enabled,
  });
}

/** Notes that one has looked, at once on screen. */
export function useMarkAlertsSeen() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({ method: 'POST', path: '/api/alerts/seen', response: doneSchema }),
    onSuccess: () =>
      client.setQueryData<Alerts>(queryKeys.alerts, (known) => known && { ...known, unseen: 0 }),
  });
}

/** Thresholds, and where alerts go besides the desk. */
export function useAlertSettings() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.alertSettings,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/alerts/settings', response: alertSettingsSchema, signal }),
  });
}

/** Changes them as a whole. */
export function useSaveAlertSettings() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AlertSettings) =>
      api.request({
        method: 'PUT',
        path: '/api/alerts/settings',
        body,
        response: alertSettingsSchema,
      }),
    onSuccess: (settings) => client.setQueryData(queryKeys.alertSettings, settings),
  });
}

/** Every queue with the thresholds of its own. */
export function useQueueThresholds() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.alertQueues,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/alerts/queues', response: queueThresholdsSchema, signal }),
    select: ({ queues }) => queues,
  });
}

/** Gives a queue thresholds of its own. */
export function useSaveQueueThresholds() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, own }: { id: string; own: OwnThresholds }) =>
      api.request({
        method: 'PUT',
        path: path`/api/alerts/queues/${id}`,
        body: own,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.alertQueues }),
  });
}
