import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import {
  bulkSchema,
  savedViewSchema,
  savedViewsSchema,
  type Bulk,
  type SaveTicketView,
  type StartBulk,
} from '../../../contracts/views.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

// Below the key of the built-in views, so that what makes their counts old makes these old as well.
const savedKey = [...queryKeys.views, 'saved'];

/** The saved views that one may see, with their counts. */
export function useSavedViews() {
  const api = useApi();
  return useQuery({
    queryKey: savedKey,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/ticket-views', response: savedViewsSchema, signal }),
    select: ({ views }) => views,
  });
}

/** Saves a view: a new one without an id. */
export function useSaveView() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, view }: { id: string | null; view: SaveTicketView }) =>
      api.request({
        method: id === null ? 'POST' : 'PUT',
        path: id === null ? '/api/ticket-views' : path`/api/ticket-views/${id}`,
        body: view,
        response: savedViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedKey }),
  });
}

/** Deletes a view. */
export function useDeleteView() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'DELETE',
        path: path`/api/ticket-views/${id}`,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedKey }),
  });
}

/** Puts views into an order. */
export function useOrderViews() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      api.request({
        method: 'PUT',
        path: '/api/ticket-views/order',
        body: { ids },
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedKey }),
  });
}

/** Starts a bulk; the answer tells how far it is. */
export function useStartBulk() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (bulk: StartBulk) =>
      api.request({ method: 'POST', path: '/api/bulks', body: bulk, response: bulkSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.ticketLists }),
  });
}

/** Undoes a bulk. */
export function useUndoBulk() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'POST', path: path`/api/bulks/${id}/undo`, response: bulkSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.ticketLists }),
  });
}

const POLL_MS = 700;
const isBusy = (bulk: Bulk) => bulk.state === 'running' || bulk.state === 'undoing';

/** A bulk, asked again while it goes on. */
export function useBulk(start: Bulk | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['bulk', start?.id, start?.state],
    queryFn: ({ signal }) =>
      api.request({ path: path`/api/bulks/${start?.id ?? ''}`, response: bulkSchema, signal }),
    ...(start && { initialData: start }),
    enabled: start !== null && isBusy(start),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? POLL_MS : false),
  });
}
