import type { Scope } from '../../platform/db/database.ts';

/** Marks a mailed link as used, by which somebody is let in; false when it was used before. */
export async function useLink(scope: Scope, id: string, at: Date): Promise<boolean> {
  const result = await scope.db
    .insertInto('portal_sign_ins')
    .values({ workspace_id: scope.workspaceId, id, used_at: at, seen_at: at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether somebody who was let in still is; writes the visit down, once in `touchMs`. */
export async function visitSignIn(
  scope: Scope,
  { id, now, idleMs, touchMs }: { id: string; now: Date; idleMs: number; touchMs: number },
): Promise<boolean> {
  const row = await scope.db
    .selectFrom('portal_sign_ins')
    .select('seen_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row || now.getTime() - row.seen_at.getTime() > idleMs) return false;
  if (now.getTime() - row.seen_at.getTime() > touchMs) {
    await scope.db
      .updateTable('portal_sign_ins')
      .set({ seen_at: now })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', id)
      .execute();
  }
  return true;
}

/** Lets nobody in by it any more. */
export async function endSignIn(scope: Scope, id: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('portal_sign_ins')
    .set({ ended_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Forgets those from before: neither their links nor their cookies are worth anything by now. */
export async function forgetSignIns(scope: Scope, before: Date): Promise<void> {
  await scope.db
    .deleteFrom('portal_sign_ins')
    .where('workspace_id', '=', scope.workspaceId)
    .where('used_at', '<', before)
    .execute();
}
