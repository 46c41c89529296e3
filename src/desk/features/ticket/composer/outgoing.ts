import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Attachment } from '../../../../contracts/attachments.ts';
import {
  messageSchema,
  type MessageChannel,
  type PostMessage,
  type TimelineEntry,
} from '../../../../contracts/conversations.ts';
import { useApi } from '../../../lib/api-context.ts';
import { useClock } from '../../../lib/clock.tsx';
import { isApiProblem } from '../../../lib/api-problem.ts';
import { path, type Api } from '../../../lib/api.ts';
import type { StagedActs } from '../../macros/acts.rules.ts';
import { queryKeys } from '../../query-keys.ts';
import { recallOutgoing, rememberOutgoing } from './outgoing-storage.ts';
import { waitsAfter } from './outgoing.rules.ts';

/** A message on its way: shown at once, kept in this browser until the server has it. */
export type Outgoing = {
  clientId: string;
  channel: MessageChannel;
  text: string;
  html: string | null;
  attachments: readonly Attachment[];
  /** Status to set with it. */
  status: NonNullable<PostMessage['status']> | null;
  /** Acts of macros to do with it. */
  acts: StagedActs;
  /**
   * `waiting`: the server was away; it goes by itself once that is back. `editing`: the composer is to take it
   * back; until the composer is there, it stays here.
   */
  state: 'sending' | 'waiting' | 'failed' | 'editing';
  /** Why it failed; null when that is not known. */
  problem: string | null;
  at: string;
};

/** What the composer hands over. */
export type NewOutgoing = Pick<
  Outgoing,
  'channel' | 'text' | 'html' | 'attachments' | 'status' | 'acts'
>;

const NONE: readonly Outgoing[] = [];

/** Messages of a ticket that are not with the server yet, and the ways to send, retry and drop them. */
export function useOutgoing(ticketId: string) {
  const clock = useClock();
  const key = queryKeys.outgoing(ticketId);
  const { data = NONE } = useQuery({
    queryKey: key,
    queryFn: () => recallOutgoing(ticketId, clock.now()),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const postTo = usePostOutgoing();
  const client = useQueryClient();
  const drop = useCallback(
    (clientId: string) =>
      changeOutgoing(client, ticketId, (all) => all.filter((one) => one.clientId !== clientId)),
    [client, ticketId],
  );
  const edit = useCallback(
    (clientId: string) =>
      changeOutgoing(client, ticketId, (all) =>
        all.map((one) => (one.clientId === clientId ? { ...one, state: 'editing' } : one)),
      ),
    [client, ticketId],
  );
  const retry = useCallback((one: Outgoing) => postTo(ticketId, one), [postTo, ticketId]);
  const send = useCallback(
    (message: NewOutgoing) =>
      postTo(ticketId, {
        ...message,
        clientId: crypto.randomUUID(),
        state: 'sending',
        problem: null,
        at: new Date(clock.now()).toISOString(),
      }),
    [postTo, ticketId, clock],
  );
  return { outgoing: data, send, retry, edit, drop };
}

/** Sends a message of any ticket and keeps it until the server has it. */
export function usePostOutgoing(): (ticketId: string, one: Outgoing) => Promise<void> {
  const api = useApi();
  const client = useQueryClient();
  return useCallback(
    async (ticketId, one) => {
      const become = (state: Outgoing['state'], problem: string | null) =>
        changeOutgoing(client, ticketId, (all) => [
          ...all.filter(({ clientId }) => clientId !== one.clientId),
          { ...one, state, problem },
        ]);
      become('sending', null);
      try {
        await deliver({ api, client, ticketId }, one);
        changeOutgoing(client, ticketId, (all) =>
          all.filter(({ clientId }) => clientId !== one.clientId),
        );
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        const code = isApiProblem(error) ? error.problem.code : null;
        become(waitsAfter(code) ? 'waiting' : 'failed', problem);
      }
    },
    [api, client],
  );
}

/** Whether a message of a ticket is on its way right now. */
export function isSending(client: QueryClient, ticketId: string): boolean {
  const all = client.getQueryData<readonly Outgoing[]>(queryKeys.outgoing(ticketId)) ?? NONE;
  return all.some(({ state }) => state === 'sending');
}

/** Resolves when no message of a ticket is on its way: it has arrived, waits for the connection, or failed. */
export function untilSent(client: QueryClient, ticketId: string): Promise<void> {
  if (!isSending(client, ticketId)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe(() => {
      if (isSending(client, ticketId)) return;
      stop();
      resolve();
    });
  });
}

function changeOutgoing(
  client: QueryClient,
  ticketId: string,
  update: (all: readonly Outgoing[]) => readonly Outgoing[],
): void {
  const key = queryKeys.outgoing(ticketId);
  const next = update(client.getQueryData<readonly Outgoing[]>(key) ?? NONE);
  client.setQueryData(key, next);
  rememberOutgoing(ticketId, next);
}

type Target = { api: Api; client: QueryClient; ticketId: string };

async function deliver({ api, client, ticketId }: Target, one: Outgoing): Promise<void> {
  const body: PostMessage = {
    clientId: one.clientId,
    channel: one.channel,
    text: one.text,
    attachmentIds: one.attachments.map(({ id }) => id),
    ...(one.html !== null && { html: one.html }),
    ...(one.status !== null && { status: one.status }),
    ...(one.acts.actions.length > 0 && {
      acts: [...one.acts.actions],
      macroIds: [...one.acts.macroIds],
    }),
  };
  const message = await api.request({
    method: 'POST',
    path: path`/api/tickets/${ticketId}/messages`,
    body,
    response: messageSchema,
  });
  // Into the timeline at once, so that it does not blink between leaving here and arriving there.
  client.setQueryData<{ entries: TimelineEntry[] }>(queryKeys.timeline(ticketId), (old) => {
    if (
      !old ||
      old.entries.some((entry) => entry.kind === 'message' && entry.message.id === message.id)
    )
      return old;
    return { entries: [...old.entries, { kind: 'message', at: message.at, message }] };
  });
  for (const queryKey of [
    queryKeys.timeline(ticketId),
    queryKeys.ticket(ticketId),
    queryKeys.ticketLists,
    queryKeys.views,
  ]) {
    void client.invalidateQueries({ queryKey });
  }
}
