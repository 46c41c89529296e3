import { sql, type Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

/** Whose key has this hash; undefined when none has it, or it was revoked. */
export async function findKeyOfHash(app: Kysely<Tables>, hash: Buffer) {
  const { rows } = await sql<{ workspaceId: string; keyId: string }>`
    select workspace_id as "workspaceId", id as "keyId" from api_key_of_hash(${hash})`.execute(app);
  return rows[0];
}

/** Keys in use, by name. */
export async function listKeys(scope: Scope) {
  return scope.db
    .selectFrom('api_keys as k')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'k.workspace_id').onRef('m.id', '=', 'k.created_by'),
    )
    .select(['k.id', 'k.name', 'k.start', 'k.created_at', 'k.last_used_at', 'm.name as created_by'])
    .where('k.workspace_id', '=', scope.workspaceId)
    .where('k.revoked_at', 'is', null)
    .orderBy('k.name')
    .orderBy('k.id')
    .execute();
}

export async function insertKey(
  scope: Scope,
  key: { id: string; name: string; hash: Buffer; start: string; createdBy: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('api_keys')
    .values({
      workspace_id: scope.workspaceId,
      id: key.id,
      name: key.name,
      hash: key.hash,
      start: key.start,
      created_by: key.createdBy,
      created_at: key.at,
    })
    .execute();
}

/** Revokes a key; false when there is none in use. */
export async function revokeKey(scope: Scope, id: string, at: Date): Promise<boolean> {
  const result = await scope.db
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes that a key is used, unless that was noted since. */
export async function noteUse(
  scope: Scope,
  id: string,
  { at, since }: { at: Date; since: Date },
): Promise<void> {
  await scope.db
    .updateTable('api_keys')
    .set({ last_used_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', since)]))
    .execute();
}
