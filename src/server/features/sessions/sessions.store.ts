import { sql } from 'kysely';
import type { Actor } from '../../../contracts/common.ts';
import type {
  FollowupMode,
  InactiveReason,
  SessionEndedReason,
  SystemEndCause,
} from '../../../contracts/sessions.ts';
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
  readonly rule: string | null;
  readonly cause: SystemEndCause | null;
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
      ended_by_rule: end.rule,
      ended_cause: end.cause,
      inactive_reason: null,
      inactive_since: null,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', end.id)
    .execute();
}

/** One more step of silence; `inactive` where this step makes the session so. */
export async function markStep(
  scope: Scope,
  step: { id: string; number: number; inactive: InactiveReason | null; at: Date },
): Promise<void> {
  await scope.db
    .updateTable('sessions')
    .set({
      reminders_sent: step.number,
      last_step_at: step.at,
      ...(step.inactive !== null && {
        state: 'inactive',
        inactive_reason: step.inactive,
        inactive_since: step.at,
      }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', step.id)
    .where('state', '!=', 'ended')
    .execute();
}

/** The customer spoke: active, and no step of silence counts any more. */
export async function markActive(scope: Scope, id: string): Promise<void> {
  await scope.db
    .updateTable('sessions')
    .set({
      state: 'active',
      inactive_reason: null,
      inactive_since: null,
      reminders_sent: 0,
      last_step_at: null,
      customer_left_at: null,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', '!=', 'ended')
    .execute();
}

/** Notes when the last browser of a customer went away, on every chat of theirs that runs. */
export async function markPresence(
  scope: Scope,
  customerId: string,
  leftAt: Date | null,
): Promise<void> {
  await sql`update sessions s set customer_left_at = ${leftAt}
    from conversations c
    where s.workspace_id = ${scope.workspaceId} and s.state <> 'ended'
      and c.workspace_id = s.workspace_id and c.id = s.conversation_id
      and c.customer_id = ${customerId}
      and s.customer_left_at is distinct from ${leftAt}::timestamptz`.execute(scope.db);
}

export async function findSession(scope: Scope, conversationId: string) {
  return scope.db
    .selectFrom('sessions as s')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 's.workspace_id').onRef('m.id', '=', 's.ended_by_id'),
    )
    .selectAll('s')
    .select('m.name as ended_by_name')
    .where('s.workspace_id', '=', scope.workspaceId)
    .where('s.conversation_id', '=', conversationId)
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

/** Who spoke last in a chat, and whether an agent has it: what silence is measured by. */
export async function findSilence(scope: Scope, conversationId: string) {
  const { rows } = await sql<{
    last_customer_at: Date | null;
    answered_at: Date | null;
    assigned: boolean;
  }>`
    with spoken as (
      select max(seq) as seq, max(created_at) as at from messages
      where workspace_id = ${scope.workspaceId} and conversation_id = ${conversationId}
        and author_kind = 'customer' and channel = 'messaging')
    select spoken.at as last_customer_at,
      (select min(m.created_at) from messages m
       where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
         and m.author_kind = 'agent' and m.channel = 'messaging' and m.seq > coalesce(spoken.seq, 0)) as answered_at,
      exists (
        select 1 from tickets t
        join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id and w.state = 'assigned'
        where t.workspace_id = ${scope.workspaceId} and t.conversation_id = ${conversationId}) as assigned
    from spoken`.execute(scope.db);
  return rows[0] ?? { last_customer_at: null, answered_at: null, assigned: false };
}

/** The linked ticket that goes on from an ended session. */
export async function findFollowup(scope: Scope, sessionId: string) {
  return scope.db
    .selectFrom('tickets')
    .select(['id', 'number', 'conversation_id', 'status'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('followup_of', '=', sessionId)
    .executeTakeFirst();
}

/** How the queue of a ticket wants ended chats to go on, what a rule wished instead, and who has the work. */
export async function findFollowupPolicy(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('tickets as t')
    .leftJoin('sessions as s', (join) =>
      join
        .onRef('s.workspace_id', '=', 't.workspace_id')
        .onRef('s.conversation_id', '=', 't.conversation_id'),
    )
    .leftJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 't.workspace_id').onRef('w.ticket_id', '=', 't.id'),
    )
    .leftJoin('queues as q', (join) =>
      join.onRef('q.workspace_id', '=', 'w.workspace_id').onRef('q.id', '=', 'w.queue_id'),
    )
    .select(['q.followup_mode', 's.followup_wish', 'w.agent_id', 'w.state'])
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  const mode: FollowupMode = row?.followup_mode ?? 'same_ticket';
  const wish = row?.followup_wish ?? null;
  return { mode, wish, holderId: row?.state === 'assigned' ? row.agent_id : null };
}

/** Keeps what a rule wishes for the rest; false where the chat has ended. */
export async function saveFollowupWish(
  scope: Scope,
  sessionId: string,
  mode: FollowupMode,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('sessions')
    .set({ followup_wish: mode })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sessionId)
    .where('state', '!=', 'ended')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What was said in a chat, oldest first, with the names of people. */
export async function listSaid(scope: Scope, conversationId: string) {
  return scope.db
    .selectFrom('messages as m')
    .leftJoin('members as p', (join) =>
      join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.id', '=', 'm.author_id'),
    )
    .select(['m.author_kind', 'm.body', 'm.created_at', 'p.name as author_name'])
    .where('m.workspace_id', '=', scope.workspaceId)
    .where('m.conversation_id', '=', conversationId)
    .where('m.channel', '=', 'messaging')
    .orderBy('m.seq')
    .limit(2_000)
    .execute();
}

/** Conversations whose session runs: of one customer, or all. */
export async function listRunning(scope: Scope, of: { customerId?: string }): Promise<string[]> {
  let query = scope.db
    .selectFrom('sessions as s')
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'),
    )
    .select('c.id')
    .where('s.workspace_id', '=', scope.workspaceId)
    .where('s.state', '!=', 'ended')
    .orderBy('c.id');
  if (of.customerId !== undefined) query = query.where('c.customer_id', '=', of.customerId);
  return (await query.execute()).map((row) => row.id);
}

/** Every queue in list order with how its ended chats go on. */
export async function listFollowupModes(scope: Scope) {
  return scope.db
    .selectFrom('queues')
    .select(['id', 'name', 'followup_mode as mode'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Returns whether there is such a queue. */
export async function setFollowupMode(
  scope: Scope,
  queueId: string,
  mode: FollowupMode,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('queues')
    .set({ followup_mode: mode })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', queueId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
