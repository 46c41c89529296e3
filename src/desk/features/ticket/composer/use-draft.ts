import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { storedDraftSchema, type Draft } from '../../../../contracts/conversations.ts';
import { z } from 'zod';
import { useApi, useRealtime } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { isSending, untilSent } from './outgoing.ts';
import { queryKeys } from '../../query-keys.ts';
import { useSignedIn } from '../../session-gate/queries.ts';
import { forgetDraft, recallDraft, rememberDraft } from './draft-storage.ts';

const DEBOUNCE_MS = 800;
/** So long after the last key, what was written elsewhere may take its place. */
const QUIET_MS = 2_000;

/** Where a draft is: nowhere yet, in this browser only, or with the server. */
export type DraftPlace = 'none' | 'local' | 'saved';

/** Calls with what the same person wrote in another tab or on another device; returns the way to stop. */
export type OnElsewhere = (listener: (draft: Draft | null) => void) => () => void;

/** The draft of a ticket: at once in this browser, a moment later with the server. `initial` is undefined while it loads. */
export function useDraft(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  const realtime = useRealtime();
  const { memberId } = useSignedIn();
  const [place, setPlace] = useState<DraftPlace>('none');
  const [local] = useState(() => recallDraft(memberId, ticketId));
  const stored = useQuery({
    queryKey: queryKeys.draft(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/draft`,
        response: storedDraftSchema,
        signal,
      }),
    enabled: local === null,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const waiting = useRef<{ timer: number; draft: Draft } | null>(null);
  const typedAt = useRef(0);
  /** The newest draft of this page; null once the server has it. */
  const unsaved = useRef(local);
  const { mutateAsync } = useMutation({
    // One after the other: of two on their way at once, the older might come last.
    scope: { id: `draft.${memberId}.${ticketId}` },
    networkMode: 'always',
    mutationFn: async (draft: Draft) => {
      // A message that arrives takes the draft of its ticket along: what was written after it comes after it.
      await untilSent(client, ticketId);
      return api.request({
        method: 'PUT',
        path: path`/api/tickets/${ticketId}/draft`,
        body: draft,
        response: z.unknown(),
      });
    },
  });
  const put = useCallback(
    async (draft: Draft) => {
      waiting.current = null;
      try {
        await mutateAsync(draft);
        // Only what is looked at: kept any longer, it would be shown after it was sent elsewhere.
        client.setQueriesData(
          { queryKey: queryKeys.draft(ticketId) },
          { draft: draft.text === '' ? null : draft },
        );
        forgetDraft(memberId, ticketId, draft);
        if (unsaved.current !== draft) return;
        unsaved.current = null;
        setPlace(draft.text === '' ? 'none' : 'saved');
      } catch {
        // It stays in this browser and goes along with the next change or the next visit.
        setPlace(draft.text === '' ? 'none' : 'local');
      }
    },
    [mutateAsync, client, memberId, ticketId],
  );
  const save = useCallback(
    (draft: Draft) => {
      typedAt.current = Date.now();
      unsaved.current = draft;
      rememberDraft(memberId, ticketId, draft);
      window.clearTimeout(waiting.current?.timer);
      waiting.current = { draft, timer: window.setTimeout(() => void put(draft), DEBOUNCE_MS) };
    },
    [memberId, ticketId, put],
  );
  useEffect(
    () =>
      realtime.onReconnect(() => {
        const kept = unsaved.current ?? recallDraft(memberId, ticketId);
        if (kept && waiting.current === null) void put(kept);
      }),
    [realtime, memberId, ticketId, put],
  );
  /** Tells of what the same person wrote elsewhere, unless somebody writes here right now. */
  const onElsewhere = useCallback(
    (listener: (draft: Draft | null) => void) => {
      const isQuiet = () =>
        unsaved.current === null &&
        !isSending(client, ticketId) &&
        Date.now() - typedAt.current > QUIET_MS;
      const look = async () => {
        const typedBefore = typedAt.current;
        const { draft } = await api.request({
          path: path`/api/tickets/${ticketId}/draft`,
          response: storedDraftSchema,
        });
        // What was written here meanwhile is newer than what was read.
        if (typedAt.current === typedBefore && isQuiet()) listener(draft);
      };
      const lookIfQuiet = () => {
        if (isQuiet()) void look().catch(() => undefined);
      };
      const stopChanges = realtime.onChange(
        'draft.changed',
        (change) => void (change.ticketId === ticketId && lookIfQuiet()),
      );
      // What this browser still keeps is put first; see below.
      const stopReconnects = realtime.onReconnect(() => {
        if (recallDraft(memberId, ticketId) === null) lookIfQuiet();
      });
      return () => {
        stopChanges();
        stopReconnects();
      };
    },
    [api, client, realtime, memberId, ticketId],
  );
  useEffect(() => {
    // What an earlier page could not save is saved now.
    if (local) void put(local);
  }, [local, put]);
  useEffect(
    () => () => {
      if (!waiting.current) return;
      window.clearTimeout(waiting.current.timer);
      void put(waiting.current.draft);
    },
    [put],
  );
  const initial = local ?? (stored.isPending ? undefined : (stored.data?.draft ?? null));
  return { initial, save, place, onElsewhere };
}
