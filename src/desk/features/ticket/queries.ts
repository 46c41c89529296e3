import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { groupSchema } from '../../../contracts/people.ts';
import { endSessionPreviewSchema } from '../../../contracts/sessions.ts';
import {
  categorySchema,
  ticketSchema,
  type ChangeTicket,
  type Ticket,
} from '../../../contracts/tickets.ts';
import { transcriptMailedSchema } from '../../../contracts/transcripts.ts';
import { useApi } from '../../lib/api-context.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { path, type Api } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** A ticket with its customer, session and composer. */
export function useTicket(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.ticket(id),
    queryFn: ({ signal }) => fetchTicket(api, id, signal),
  });
}

/** What may change on a ticket; the version is added here. */
export type TicketChange = Omit<ChangeTicket, 'version'>;

/** Changes a ticket, at once on screen. A conflict that does not touch the same fields is settled by itself. */
export function useChangeTicket(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, seen }: { change: TicketChange; seen: Ticket }) => {
      try {
        return await patchTicket(api, id, { ...change, version: seen.version });
      } catch (error) {
        if (!isApiProblem(error, 'ticket_version_conflict')) throw error;
        const now = await fetchTicket(api, id);
        if (touchesSame(change, { seen, now })) throw error;
        return patchTicket(api, id, { ...change, version: now.version });
      }
    },
    onMutate: async ({ change }) => {
      await client.cancelQueries({ queryKey: queryKeys.ticket(id) });
      client.setQueryData<Ticket>(
        queryKeys.ticket(id),
        (old) => old && { ...old, ...shownAtOnce(change) },
      );
    },
    onSuccess: (ticket) => client.setQueryData(queryKeys.ticket(id), ticket),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.ticket(id) }),
    onSettled: () => staleLists(client),
  });
}

/** Going beyond what somebody may carry, with the reason. */
export type Override = { override?: true; why?: string };

/** Takes the ticket's work. */
export function useTakeTicket(id: string) {
  const api = useApi();
  const settle = useSettleWork(id);
  return useMutation({
    mutationFn: (body: Override) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${id}/take`,
        body,
        response: ticketSchema,
      }),
    ...settle,
  });
}

/** Assigns the ticket's work; null gives it back to the queue. */
export function useAssignTicket(id: string) {
  const api = useApi();
  const settle = useSettleWork(id);
  return useMutation({
    mutationFn: (body: { agentId: string | null } & Override) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${id}/assign`,
        body,
        response: ticketSchema,
      }),
    ...settle,
  });
}

/** What ending the chat would do; asked when the question is on screen. */
export function useEndPreview(id: string, { enabled }: { enabled: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.endPreview(id),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${id}/session/end`,
        response: endSessionPreviewSchema,
        signal,
      }),
    enabled,
  });
}

/** Ends the chat, with a goodbye if there is one. */
export function useEndSession(id: string) {
  const api = useApi();
  const settle = useSettleWork(id);
  return useMutation({
    mutationFn: (body: { farewell?: string }) =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${id}/session/end`,
        body,
        response: ticketSchema,
      }),
    ...settle,
  });
}

/** Sends the customer a copy of the conversation. */
export function useMailTranscript(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${id}/transcript/mail`,
        response: transcriptMailedSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.timeline(id) }),
  });
}

/** Groups of agents. */
export function useGroups() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.groups,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/groups',
        response: z.object({ groups: z.array(groupSchema) }),
        signal,
      }),
    select: ({ groups }) => groups,
    staleTime: 5 * 60_000,
  });
}

/** Categories of work. */
export function useCategories() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.categories,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/categories',
        response: z.object({ categories: z.array(categorySchema) }),
        signal,
      }),
    select: ({ categories }) => categories,
    staleTime: 5 * 60_000,
  });
}

function fetchTicket(api: Api, id: string, signal?: AbortSignal) {
  return api.request({ path: path`/api/tickets/${id}`, response: ticketSchema, signal });
}

function patchTicket(api: Api, id: string, body: ChangeTicket) {
  return api.request({
    method: 'PATCH',
    path: path`/api/tickets/${id}`,
    body,
    response: ticketSchema,
  });
}

function touchesSame(change: TicketChange, { seen, now }: { seen: Ticket; now: Ticket }): boolean {
  const value = (ticket: Ticket, field: string) =>
    JSON.stringify(field === 'groupId' ? ticket.group : ticket[field as keyof Ticket]);
  return Object.keys(change).some((field) => value(seen, field) !== value(now, field));
}

/** Fields that can be shown before the server has answered; a group's name is not known yet. */
function shownAtOnce({ groupId: _groupId, ...change }: TicketChange): Partial<Ticket> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function useSettleWork(id: string) {
  const client = useQueryClient();
  return {
    onSuccess: (ticket: Ticket) => {
      client.setQueryData(queryKeys.ticket(id), ticket);
      void client.invalidateQueries({ queryKey: queryKeys.timeline(id) });
      void client.invalidateQueries({ queryKey: queryKeys.decisions(id) });
      void client.invalidateQueries({ queryKey: queryKeys.myAgent });
      staleLists(client);
    },
  };
}

function staleLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.ticketLists });
  void client.invalidateQueries({ queryKey: queryKeys.views });
}
