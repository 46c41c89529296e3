import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { storedDraftSchema, type Draft } from '../../../../contracts/conversations.ts';
import { z } from 'zod';
import { useApi, useRealtime } from '../../../lib/api-context.ts';
import { path } from '../../../lib/api.ts';
import { queryKeys } from '../../query-keys.ts';
import { useSignedIn } from '../../session-gate/queries.ts';
import { recallDraft, rememberDraft } from './draft-storage.ts';

const DEBOUNCE_MS = 800;

/** Where a draft is: nowhere yet, in this browser only, or with the server. */
export type DraftPlace = 'none' | 'local' | 'saved';

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
  const put = useCallback(
    async (draft: Draft) => {
      waiting.current = null;
      try {
        await api.request({
          method: 'PUT',
          path: path`/api/tickets/${ticketId}/draft`,
          body: draft,
          response: z.unknown(),
        });
        client.setQueryData(queryKeys.draft(ticketId), { draft: draft.text === '' ? null : draft });
        if (waiting.current !== null) return;
        rememberDraft(memberId, ticketId, null);
        setPlace(draft.text === '' ? 'none' : 'saved');
      } catch {
        // It stays in this browser and goes along with the next change or the next visit.
        setPlace('local');
      }
    },
    [api, client, memberId, ticketId],
  );
  const save = useCallback(
    (draft: Draft) => {
      rememberDraft(memberId, ticketId, draft);
      window.clearTimeout(waiting.current?.timer);
      waiting.current = { draft, timer: window.setTimeout(() => void put(draft), DEBOUNCE_MS) };
    },
    [memberId, ticketId, put],
  );
  useEffect(
    () =>
      realtime.onReconnect(() => {
        const kept = recallDraft(memberId, ticketId);
        if (kept && waiting.current === null) void put(kept);
      }),
    [realtime, memberId, ticketId, put],
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
  return { initial, save, place };
}
