import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doneSchema, idParamsSchema } from '../../../contracts/common.ts';
import {
  addedMemberSchema,
  addMemberSchema,
  changeMemberSchema,
  changeOwnAccountSchema,
  groupSchema,
  roleSchema,
} from '../../../contracts/people.ts';
import { permissionsOf } from '../../../contracts/permissions.ts';
import {
  createWorkspaceSchema,
  meSchema,
  welcomeSchema,
  type Me,
} from '../../../contracts/workspaces.ts';
import { callerOf, type Caller } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { Auth } from './auth.ts';
import type { MemberService } from './members.service.ts';

export interface IdentityServices {
  readonly auth: Auth;
  readonly members: MemberService;
  readonly me: (caller: Caller) => Promise<Omit<Me, 'permissions' | 'memberId' | 'name' | 'role'>>;
  readonly welcome: () => Promise<z.infer<typeof welcomeSchema>>;
  readonly createWorkspace: (answers: z.infer<typeof createWorkspaceSchema>) => Promise<void>;
}

const tokenParamsSchema = z.object({ token: z.string().max(1_000) });
/** All that is used of the sign-in library: what else it answers to is nobody's business here. */
const openAuthPaths = ['/sign-in/email', '/sign-out', '/change-password'];
const slowly = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Sign-in, the signed-in person, colleagues and new workspaces. */
export function identityRoutes(app: HttpApp, services: IdentityServices): void {
  for (const path of openAuthPaths) {
    app.post(
      `/api/auth${path}`,
      { config: { access: 'public' }, schema: { hide: true } },
      (request, reply) => passToAuth(services.auth, request, reply),
    );
  }
  app.get(
    '/api/welcome',
    { config: { access: 'public' }, schema: { response: { 200: welcomeSchema } } },
    () => services.welcome(),
  );
  app.post(
    '/api/workspaces',
    {
      config: { access: 'public', ...slowly },
      schema: { body: createWorkspaceSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      await services.createWorkspace(request.body);
      return { done: true as const };
    },
  );
  app.get(
    '/api/me',
    { config: { access: 'signed_in' }, schema: { response: { 200: meSchema } } },
    async (request) => {
      const caller = callerOf(request);
      return {
        memberId: caller.memberId,
        name: caller.name,
        role: caller.role,
        permissions: permissionsOf(caller.role),
        ...(await services.me(caller)),
      };
    },
  );
  app.patch(
    '/api/me',
    {
      config: { access: 'signed_in' },
      schema: { body: changeOwnAccountSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId, memberId } = callerOf(request);
      await services.members.change(workspaceId, memberId, request.body);
      return { done: true as const };
    },
  );
  memberRoutes(app, services.members);
}

function memberRoutes(app: HttpApp, members: MemberService): void {
  const memberSchema = z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    groups: z.array(groupSchema),
  });
  app.get(
    '/api/members',
    {
      config: { access: 'agent:read' },
      schema: { response: { 200: z.object({ members: z.array(memberSchema) }) } },
    },
    async (request) => ({ members: await members.list(callerOf(request).workspaceId) }),
  );
  app.post(
    '/api/members',
    {
      config: { access: 'member:write' },
      schema: { body: addMemberSchema, response: { 200: addedMemberSchema } },
    },
    (request) => members.add(callerOf(request).workspaceId, request.body),
  );
  app.patch(
    '/api/members/:id',
    {
      config: { access: 'member:write' },
      schema: {
        params: idParamsSchema,
        body: changeMemberSchema,
        response: { 200: z.object({ members: z.array(memberSchema) }) },
      },
    },
    async (request) => ({
      members: await members.change(callerOf(request).workspaceId, request.params.id, request.body),
    }),
  );
  app.delete(
    '/api/members/:id',
    {
      config: { access: 'member:write' },
      schema: { params: idParamsSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      const { workspaceId, memberId } = callerOf(request);
      await members.remove(workspaceId, request.params.id, memberId);
      return { done: true as const };
    },
  );
  app.post(
    '/api/members/:id/invitation',
    {
      config: { access: 'member:write' },
      schema: {
        params: idParamsSchema,
        response: { 200: addedMemberSchema.pick({ invitationUrl: true }) },
      },
    },
    async (request) => ({
      invitationUrl: await members.inviteAgain(callerOf(request).workspaceId, request.params.id),
    }),
  );
  app.get(
    '/api/invitations/:token',
    {
      config: { access: 'public', ...slowly },
      schema: {
        params: tokenParamsSchema,
        response: {
          200: z.object({ name: z.string(), email: z.string(), workspaceName: z.string() }),
        },
      },
    },
    (request) => members.invitation(request.params.token),
  );
  app.post(
    '/api/invitations/:token',
    {
      config: { access: 'public', ...slowly },
      schema: {
        params: tokenParamsSchema,
        body: z.object({ password: z.string().min(10).max(128) }),
        response: { 200: doneSchema },
      },
    },
    async (request) => {
      await members.accept(request.params.token, request.body.password);
      return { done: true as const };
    },
  );
}

/** Hands a request to better-auth as the web standard objects it speaks. */
async function passToAuth(
  auth: Auth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  // Rate limits count by this address; what the client claims in the header does not get through.
  headers.set('x-forwarded-for', request.ip);
  const response = await auth.handler(
    // The host is not the client's: a malformed one would make no address, and none is needed.
    new Request(new URL(request.url, 'http://localhost'), {
      method: request.method,
      headers,
      ...(request.body !== undefined &&
        request.body !== null && { body: JSON.stringify(request.body) }),
    }),
  );
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie') reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.status(response.status).send(await response.text());
}
