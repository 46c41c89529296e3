import type { SessionEndedReason } from '../../../contracts/sessions.ts';
import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';

export async function insertSession(
  scope: Scope,
  session: { id: string; conversationId: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('sessions')
    .values({
      workspace_id: scope.workspaceId,
      id: session.id,
      conversation_id: session.conversationId,
      state: 'active',
      started_at: session.at,
    })
    .execute();
}

export interface SessionEnd {
  readonly id: string;
  readonly reason: SessionEndedReason;
  readonly actor: Actor;
  readonly at: Date;
}

export async function markEnded(scope: Scope, end: SessionEnd): Promise<void> {
  await scope.db
    .updateTable('sessions')
    .set({
      state: 'ended',
      ended_at: end.at,
      ended_reason: end.reason,
      ended_by_kind: end.actor.kind,
      ended_by_id: end.actor.id,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', end.id)
    .execute();
}

export async function findSession(scope: Scope, conversationId: string) {
  return scope.db
    .selectFrom('sessions')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** When the last message of a conversation was written. */
export async function findLastMessageAt(
  scope: Scope,
  conversationId: string,
): Promise<Date | null> {
  const row = await scope.db
    .selectFrom('conversations')
    .select('last_message_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row?.last_message_at ?? null;
}
