import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import {
  macroSchema,
  macrosSchema,
  renderedMacroSchema,
  type SaveMacro,
} from '../../../contracts/macros.ts';
import { useApi } from '../../lib/api-context.ts';
import { path, type Api } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';
import type { StagedActs } from './acts.rules.ts';

/** How the macros are fetched; the composer asks for them once somebody writes a slash. */
export function macrosQuery(api: Api) {
  return queryOptions({
    queryKey: queryKeys.macros,
    queryFn: ({ signal }) => api.request({ path: '/api/macros', response: macrosSchema, signal }),
    staleTime: 60_000,
  });
}

/** Shared macros and one's own, the latest used first. */
export function useMacros() {
  return useQuery({ ...macrosQuery(useApi()), select: ({ macros }) => macros });
}

/** Writes a macro: a new one, or the one of the id. */
export function useSaveMacro() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, macro }: { id: string | null; macro: SaveMacro }) =>
      api.request({
        method: id === null ? 'POST' : 'PUT',
        path: id === null ? '/api/macros' : path`/api/macros/${id}`,
        body: macro,
        response: macroSchema,
      }),
    onSuccess: () => staleMacros(client),
  });
}

/** Deletes a macro for good. */
export function useDeleteMacro() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/macros/${id}`, response: z.unknown() }),
    onSuccess: () => staleMacros(client),
  });
}

/** The final texts of a macro for a ticket. */
export function useRenderMacro(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (macroId: string) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${ticketId}/macros/${macroId}/use`,
        response: renderedMacroSchema,
      }),
    onSuccess: () => staleMacros(client),
  });
}

/** Does acts now, without a message. */
export function useApplyActs(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ actions, macroIds }: StagedActs) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${ticketId}/acts`,
        body: { actions, macroIds },
        response: z.unknown(),
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.ticketAll(ticketId) });
      void client.invalidateQueries({ queryKey: queryKeys.ticketLists });
      void client.invalidateQueries({ queryKey: queryKeys.views });
    },
  });
}

function staleMacros(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.macros });
}
