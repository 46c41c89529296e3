import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type addMemberSchema,
  addedMemberSchema,
  groupSchema,
  roleSchema,
} from '../../../contracts/people.ts';
import {
  widgetKeysSchema,
  workspaceSettingsSchema,
  type changeSettingsSchema,
} from '../../../contracts/workspaces.ts';
import { doneSchema } from '../../../contracts/common.ts';
import { path } from '../../lib/api.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** The rules of the workspace. */
export function useSettings() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.settings,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/settings', response: workspaceSettingsSchema, signal }),
  });
}

/** The keys of the widget, fetched only once somebody asks to see them. */
export function useWidgetKeys(wanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.widgetKeys,
    enabled: wanted,
    gcTime: 0,
    queryFn: ({ signal }) =>
      api.request({ path: '/api/settings/widget', response: widgetKeysSchema, signal }),
  });
}

/** Changes parts of the rules. */
export function useChangeSettings() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof changeSettingsSchema>) =>
      api.request({
        method: 'PATCH',
        path: '/api/settings',
        body,
        response: workspaceSettingsSchema,
      }),
    onSuccess: (settings) => {
      client.setQueryData(queryKeys.settings, settings);
      void client.invalidateQueries({ queryKey: queryKeys.me });
    },
  });
}

const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  groups: z.array(z.union([z.string(), groupSchema.partial({ id: true })])),
});
/** A colleague in the list of people. */
export type Member = z.infer<typeof memberSchema>;

/** Everybody in the workspace. */
export function useMembers() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.members,
    queryFn: ({ signal }) =>
      api.request({
        path: '/api/members',
        response: z.object({ members: z.array(memberSchema) }),
        signal,
      }),
    select: ({ members }) => members,
  });
}

/** Changes a colleague's role, or ends their membership (`role: null`). */
export function useChangeMember() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, role }: { id: string; role: Member['role'] | null }) => {
      const to = path`/api/members/${id}`;
      await (role === null
        ? api.request({ method: 'DELETE', path: to, response: doneSchema })
        : api.request({
            method: 'PATCH',
            path: to,
            body: { role },
            response: z.object({ members: z.array(memberSchema) }),
          }));
    },
    onSuccess: () =>
      Promise.all(
        [queryKeys.members, queryKeys.agents, queryKeys.team].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** A new link for a colleague who has not chosen a password yet. */
export function useInviteAgain() {
  const api = useApi();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/members/${id}/invitation`,
        response: addedMemberSchema.pick({ invitationUrl: true }),
      }),
  });
}

/** Adds a colleague; answers with the link to send them. */
export function useAddMember() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof addMemberSchema>) =>
      api.request({ method: 'POST', path: '/api/members', body, response: addedMemberSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.members }),
  });
}
