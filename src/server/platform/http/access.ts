import type { FastifyRequest } from 'fastify';
import { roleCan, type Permission, type Role } from '../../../contracts/permissions.ts';
import { AppError } from '../errors.ts';
import type { HttpApp } from './app.ts';

/** What a route demands: nothing, a signed-in person, or a permission in the workspace. */
export type Access = 'public' | 'signed_in' | Permission;

/** The person behind a request, in the workspace they work in. */
export interface Caller {
  readonly userId: string;
  readonly memberId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly name: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    signedIn: Caller | null;
  }
}

/** Finds who sends a request; null when nobody is signed in. */
export type FindCaller = (headers: FastifyRequest['headers']) => Promise<Caller | null>;

/** Guards every route: one that names no access is a mistake and stops the start. */
export function guardRoutes(app: HttpApp, findCaller: FindCaller): void {
  app.decorateRequest('signedIn', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) {
      throw new Error(`Route ${String(route.method)} ${route.url} names no access.`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    request.signedIn = await findCaller(request.headers);
    const caller = callerOf(request);
    if (access !== 'signed_in' && !roleCan(caller.role, access)) {
      throw new AppError('permission_denied', `This needs the permission ${access}.`);
    }
  });
}

/** The signed-in caller of a guarded route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.signedIn === null)
    throw new AppError('sign_in_required', 'Your sign-in is missing or over.');
  return request.signedIn;
}
