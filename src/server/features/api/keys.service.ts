import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKey } from '../../../contracts/api.ts';
import type { Core } from '../../platform/core.ts';
import { notFound } from '../../platform/errors.ts';
import type { ApiClient } from '../../platform/http/access.ts';
import { findKeyOfHash, insertKey, listKeys, noteUse, revokeKey } from './keys.store.ts';

const keyBytes = 32;
const prefix = 'segue_';
const shownLetters = prefix.length + 4;
/** The time of the last use is for people: writing it with every request would be waste. */
const noteEveryMs = 60_000;

export type ApiKeyService = ReturnType<typeof createApiKeyService>;

/** Keys of the workspace for other programs. A key is 256 random bits, so that a plain hash hides it. */
export function createApiKeyService({ database, clock, ids }: Core) {
  return {
    list: (workspaceId: string): Promise<ApiKey[]> =>
      database.inWorkspace(workspaceId, async (scope) =>
        (await listKeys(scope)).map((row) => ({
          id: row.id,
          name: row.name,
          start: row.start,
          createdBy: row.created_by,
          createdAt: row.created_at.toISOString(),
          lastUsedAt: row.last_used_at?.toISOString() ?? null,
        })),
      ),

    /** Makes a key; nobody can read it again. */
    async add(
      by: { workspaceId: string; memberId: string; name: string },
      name: string,
    ): Promise<ApiKey & { key: string }> {
      const key = prefix + ids.secret(keyBytes);
      const made = { id: ids.next(), name, start: key.slice(0, shownLetters) };
      const at = clock.now();
      await database.inWorkspace(by.workspaceId, (scope) =>
        insertKey(scope, { ...made, hash: hashOf(key), createdBy: by.memberId, at }),
      );
      const createdAt = at.toISOString();
      return { ...made, createdBy: by.name, createdAt, lastUsedAt: null, key };
    },

    /** Ends a key at once. Throws `not_found`. */
    async revoke(workspaceId: string, id: string): Promise<void> {
      const revoked = await database.inWorkspace(workspaceId, (scope) =>
        revokeKey(scope, id, clock.now()),
      );
      if (!revoked) throw notFound('key');
    },

    /** The program behind a request's `Authorization: Bearer KEY`; null when the key is none of ours. */
    async find({ authorization }: IncomingHttpHeaders): Promise<ApiClient | null> {
      const key = /^Bearer\s+(\S{1,200})$/i.exec(authorization ?? '')?.[1];
      if (key === undefined || !key.startsWith(prefix)) return null;
      const found = await findKeyOfHash(database.app, hashOf(key));
      if (!found) return null;
      const at = clock.now();
      const since = new Date(at.getTime() - noteEveryMs);
      await database.inWorkspace(found.workspaceId, (scope) =>
        noteUse(scope, found.keyId, { at, since }),
      );
      return found;
    },
  };
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
