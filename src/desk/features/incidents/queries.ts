import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { doneSchema } from '../../../contracts/common.ts';
import {
  incidentSchema,
  likenessSchema,
  tellingSchema,
  tellingsSchema,
  ticketGroupsSchema,
  type ChangeIncident,
  type MarkIncident,
  type TellIncident,
} from '../../../contracts/incidents.ts';
import { path } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** The other tickets about the same thing as one. */
export function useLikeness(ticketId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.likeness(ticketId),
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/tickets/${ticketId}/likeness`,
        response: likenessSchema,
        signal,
      }),
    select: ({ likeness }) => likeness,
  });
}

/** Groups of tickets about the same thing, the busiest first. */
export function useTicketGroups() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.incidents,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/incidents', response: ticketGroupsSchema, signal }),
    select: ({ groups }) => groups,
  });
}

/** What the customers of an incident were told, and how many could be told now. */
export function useTellings(incidentId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.incidents, incidentId, 'tellings'],
    queryFn: ({ signal }) =>
      api.request({
        path: path`/api/incidents/${incidentId}/tellings`,
        response: tellingsSchema,
        signal,
      }),
  });
}

/** Tells the customers of an incident something. */
export function useTellCustomers(incidentId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TellIncident) =>
      api.request({
        method: 'POST',
        path: path`/api/incidents/${incidentId}/tellings`,
        body,
        response: tellingSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.incidents }),
  });
}

/** Takes a ticket out of its group. */
export function useLeaveGroup(ticketId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.request({
        method: 'POST',
        path: path`/api/tickets/${ticketId}/likeness/leave`,
        response: doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.incidents }),
  });
}

/** Marks a group, or changes an incident that has an id. */
export function useSaveIncident() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { id: null; body: MarkIncident } | { id: string; body: ChangeIncident }) =>
      api.request({
        method: asked.id === null ? 'POST' : 'PATCH',
        path: asked.id === null ? '/api/incidents' : path`/api/incidents/${asked.id}`,
        body: asked.body,
        response: incidentSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.incidents }),
  });
}
