import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../../platform/db/database.ts';
import type { Caller } from '../../platform/http/access.ts';
import type { Auth } from './auth.ts';
import { findMember, listMemberships } from './identity.store.ts';

/** Header by which a desk says which of the person's workspaces it works in. */
export const workspaceHeader = 'segue-workspace';

export interface CallerFinder {
  /** The member behind a request's cookie; null when nobody is signed in or belongs anywhere. */
  find(headers: IncomingHttpHeaders, workspaceId?: string): Promise<Caller | null>;
}

/** Reads the session on every request, so that a revoked one ends at once. */
export function createCallerFinder(auth: Auth, database: Database): CallerFinder {
  return {
    async find(headers, workspaceId) {
      const session = await auth.api.getSession({ headers: cookieOnly(headers) });
      if (!session) return null;
      const memberships = await listMemberships(database.app, session.user.id);
      const wanted = workspaceId ?? headers[workspaceHeader];
      const membership = memberships.find((one) => one.workspace_id === wanted) ?? memberships[0];
      if (!membership) return null;
      const member = await database.inWorkspace(membership.workspace_id, (scope) =>
        findMember(scope, membership.member_id),
      );
      if (!member) return null;
      return {
        userId: session.user.id,
        memberId: member.id,
        workspaceId: membership.workspace_id,
        role: member.role,
        name: member.name,
      };
    },
  };
}

function cookieOnly(headers: IncomingHttpHeaders): Headers {
  return new Headers(headers.cookie === undefined ? {} : { cookie: headers.cookie });
}
