import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  dryRunResultSchema,
  triggerRunsSchema,
  triggerSchema,
  triggersSchema,
  triggerVersionsSchema,
  triggerVocabularySchema,
  type Trigger,
} from '../../../contracts/triggers.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';
import type { Draft } from './draft.rules.ts';

/** Rules in the order they run. */
export function useTriggers() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.triggers,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/triggers', response: triggersSchema, signal }),
    select: ({ triggers }) => triggers,
  });
}

/** What the editor may offer here, with the lists of the workspace. */
export function useVocabulary() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.triggerVocabulary,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/triggers/vocabulary',
        response: triggerVocabularySchema,
        signal,
      }),
  });
}

/** Saves a rule: a new one, or the one of the id at the version it was read. */
export function useSaveTrigger() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (saving: { of: Trigger | null; draft: Draft; enabled: boolean }) => {
      const { of, draft, enabled } = saving;
      return api.request({
        method: of ? 'PATCH' : 'POST',
        path: of ? path`/api/triggers/${of.id}` : '/api/triggers',
        body: { ...draft, enabled, ...(of && { version: of.version }) },
        response: triggerSchema,
      });
    },
    onSuccess: () => stale(client),
  });
}

/** Switches a rule on or off. */
export function useSwitchTrigger() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, enabled }: { id: string; enabled: boolean }) =>
      api.request({
        method: 'PATCH',
        path: path`/api/triggers/${id}`,
        body: { enabled },
        response: triggerSchema,
      }),
    onSettled: () => stale(client),
  });
}

/** Puts the rules into a new order; the list shows it at once. */
export function useOrderTriggers() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      api.request({
        method: 'PUT',
        path: '/api/triggers/order',
        body: { ids },
        response: z.unknown(),
      }),
    onMutate: (ids) => {
      client.setQueryData<{ triggers: Trigger[] }>(queryKeys.triggers, (before) => {
        if (!before) return before;
        const place = new Map(ids.map((id, at) => [id, at]));
        const triggers = before.triggers.toSorted(
          (one, two) => (place.get(one.id) ?? 0) - (place.get(two.id) ?? 0),
        );
        return { triggers };
      });
    },
    onSettled: () => stale(client),
  });
}

/** Deletes a rule; its runs stay in the histories. */
export function useDeleteTrigger() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: path`/api/triggers/${id}`, response: z.unknown() }),
    onSuccess: () => stale(client),
  });
}

/** Asks a draft about the last tickets, without doing anything. */
export function useDryRun() {
  const api = useApi();
  return useMutation({
    mutationFn: ({
      draft,
      ...of
    }: {
      draft: Draft;
      tickets: number;
      ticketNumber: number | null;
    }) =>
      api.request({
        method: 'POST',
        path: '/api/triggers/dry-run',
        body: { rule: draft, ...of },
        response: dryRunResultSchema,
      }),
  });
}

/** The last times a rule ran. */
export function useTriggerRuns(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.triggerPart(id, 'runs'),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/triggers/${id}/runs`,
        response: triggerRunsSchema,
        signal,
      }),
    select: ({ runs }) => runs,
  });
}

/** The saved states of a rule, newest first. */
export function useTriggerVersions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.triggerPart(id, 'versions'),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/triggers/${id}/versions`,
        response: triggerVersionsSchema,
        signal,
      }),
    select: ({ versions }) => versions,
  });
}

/** Puts a saved state of a rule back. */
export function useRestoreTrigger(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      api.request({
        method: 'POST',
        path: path`/api/triggers/${id}/restore`,
        body: { version },
        response: triggerSchema,
      }),
    onSuccess: () => stale(client),
  });
}

function stale(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.triggers });
}
