import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import {
  meSchema,
  welcomeSchema,
  type createWorkspaceSchema,
  type Me,
} from '../../../contracts/workspaces.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { queryKeys } from '../query-keys.ts';

/** What the sign-in page may offer. */
export function useWelcome() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.welcome,
    queryFn: ({ signal }) => api.request({ path: '/api/welcome', response: welcomeSchema, signal }),
  });
}

/** Who is signed in, and where. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => api.request({ path: '/api/me', response: meSchema, signal }),
    staleTime: 5 * 60_000,
  });
}

/** The signed-in person; only inside the frame, which waits for it. */
export function useSignedIn(): Me {
  const { data } = useMe();
  if (!data) throw new Error('useSignedIn is for pages inside the frame');
  return data;
}

/** Whether the signed-in person may do something. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}

/** Signs in; the cookie is set by the answer. */
export function useSignIn() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      api.request({ method: 'POST', path: '/api/auth/sign-in/email', body, response: z.unknown() }),
    onSuccess: () =>
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'welcome' }),
  });
}

/** Signs out. */
export function useSignOut() {
  const api = useApi();
  return useMutation({
    mutationFn: () =>
      api.request({ method: 'POST', path: '/api/auth/sign-out', body: {}, response: z.unknown() }),
  });
}

/** Makes a workspace with its first admin. */
export function useCreateWorkspace() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createWorkspaceSchema>) =>
      api.request({ method: 'POST', path: '/api/workspaces', body, response: doneSchema }),
    // The sign-in page must not take the installation for empty any longer.
    onSuccess: () => client.removeQueries({ queryKey: queryKeys.welcome }),
  });
}

const invitationSchema = z.object({
  name: z.string(),
  email: z.string(),
  workspaceName: z.string(),
});

/** Who an invitation is for. */
export function useInvitation(token: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      api.request({ path: path`/api/invitations/${token}`, response: invitationSchema, signal }),
    retry: false,
  });
}

/** Sets the password of an invited colleague. */
export function useAcceptInvitation(token: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { password: string }) =>
      api.request({
        method: 'POST',
        path: path`/api/invitations/${token}`,
        body,
        response: z.unknown(),
      }),
  });
}
