import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import {
  openingSchema,
  scheduleSchema,
  schedulesSchema,
  type ChangeSchedule,
  type Hours,
  type SaveSchedule,
} from '../../../contracts/schedules.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** The schedules of the workspace, the default one first. */
export function useSchedules() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.schedules,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/schedules', response: schedulesSchema, signal }),
    select: ({ schedules }) => schedules,
  });
}

/** What hours would say now; null hours are not asked about. */
export function usePreview(hours: Hours | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.schedules, 'preview', hours],
    enabled: hours !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.request({
        method: 'POST',
        path: '/api/schedules/preview',
        body: { hours },
        response: openingSchema,
        signal,
      }),
  });
}

/** Adds a schedule, or changes the one of an id. */
export function useSaveSchedule() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (save: { id: null; body: SaveSchedule } | { id: string; body: ChangeSchedule }) =>
      api.request({
        method: save.id === null ? 'POST' : 'PATCH',
        path: save.id === null ? '/api/schedules' : path`/api/schedules/${save.id}`,
        body: save.body,
        response: scheduleSchema,
      }),
    onSuccess: refresh,
  });
}

/** Deletes a schedule that nothing uses. */
export function useDeleteSchedule() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/schedules/${id}`, response: doneSchema }),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queryKeys.schedules });
}
