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
import { path, type Api } from '../../../lib/api.ts';
import type { StagedActs } from '../../macros/acts.rules.ts';
import { queryKeys } from '../../query-keys.ts';
import { recallOutgoing, rememberOutgoing } from './outgoing-storage.ts';

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
  state: 'sending' | 'failed';
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
  const api = useApi();
  const client = useQueryClient();
  const clock = useClock();
  const key = queryKeys.outgoing(ticketId);
  const { data = NONE } = useQuery({
    queryKey: key,
    queryFn: () => recallOutgoing(ticketId),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const change = useCallback(
    (update: (all: readonly Outgoing[]) => readonly Outgoing[]) => {
      const next = update(
        client.getQueryData<readonly Outgoing[]>(queryKeys.outgoing(ticketId)) ?? NONE,
      );
      client.setQueryData(queryKeys.outgoing(ticketId), next);
      rememberOutgoing(ticketId, next);
    },
    [client, ticketId],
  );
  const drop = useCallback(
    (clientId: string) => change((all) => all.filter((one) => one.clientId !== clientId)),
    [change],
  );
  const post = useCallback(
    async (one: Outgoing) => {
      const rest = (all: readonly Outgoing[]) =>
        all.filter(({ clientId }) => clientId !== one.clientId);
      change((all) => [...rest(all), { ...one, state: 'sending', problem: null }]);
      try {
        await deliver({ api, client, ticketId }, one);
        drop(one.clientId);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        change((all) => [...rest(all), { ...one, state: 'failed', problem }]);
      }
    },
    [api, client, ticketId, change, drop],
  );
  const send = useCallback(
    (message: NewOutgoing) =>
      post({
        ...message,
        clientId: crypto.randomUUID(),
        state: 'sending',
        problem: null,
        at: new Date(clock.now()).toISOString(),
      }),
    [post, clock],
  );
  return { outgoing: data, send, retry: post, drop };
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
