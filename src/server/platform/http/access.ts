import type { FastifyRequest } from 'fastify';
import { roleCan, type Permission, type Role } from '../../../contracts/permissions.ts';
import { AppError } from '../errors.ts';
import type { HttpApp } from './app.ts';
import { isOwnOrigin } from './origin.rules.ts';

/** What a route demands: nothing, a signed-in person, a permission in the workspace, or a program's key. */
export type Access = 'public' | 'signed_in' | 'api_key' | Permission;

/** The person behind a request, in the workspace they work in. */
export interface Caller {
  readonly userId: string;
  readonly memberId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly name: string;
}

/** The program behind a request, by its key of a workspace. */
export interface ApiClient {
  readonly workspaceId: string;
  readonly keyId: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    signedIn: Caller | null;
    client: ApiClient | null;
  }
}

/** Finds who sends a request; null when nobody is signed in. */
export type FindCaller = (headers: FastifyRequest['headers']) => Promise<Caller | null>;

export interface Guard {
  readonly findCaller: FindCaller;
  /** Finds the program that sends a request; null when it shows no key in use. */
  readonly findClient: (headers: FastifyRequest['headers']) => Promise<ApiClient | null>;
  /** Address people reach the desk at. */
  readonly publicUrl: string;
}

/** Guards every route: one that names no access is a mistake and stops the start. */
export function guardRoutes(app: HttpApp, { findCaller, findClient, publicUrl }: Guard): void {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('client', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) {
      throw new Error(`Route ${String(route.method)} ${route.url} names no access.`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    if (access === 'api_key') {
      request.client = await findClient(request.headers);
      clientOf(request);
      return;
    }
    refuseForeignPages(request, publicUrl);
    request.signedIn = await findCaller(request.headers);
    const caller = callerOf(request);
    if (access !== 'signed_in' && !roleCan(caller.role, access)) {
      throw new AppError('permission_denied', `This needs the permission ${access}.`);
    }
  });
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page of another origin must change nothing with the cookie of whoever looks at it. SameSite keeps
 * other sites out, but not another port or a neighbouring name of this site, which may post a form.
 */
function refuseForeignPages({ method, headers }: FastifyRequest, publicUrl: string): void {
  if (reading.has(method) || isOwnOrigin(headers, publicUrl)) return;
  throw new AppError('permission_denied', 'Only pages of the desk itself may ask for this.');
}

/** The signed-in caller of a guarded route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.signedIn === null)
    throw new AppError('sign_in_required', 'Your sign-in is missing or over.');
  return request.signedIn;
}

/** The program that calls a route for keys. */
export function clientOf(request: FastifyRequest): ApiClient {
  if (request.client === null) {
    const cure = 'Send a key of the workspace in use: "Authorization: Bearer segue_…".';
    throw new AppError('sign_in_required', cure);
  }
  return request.client;
}
