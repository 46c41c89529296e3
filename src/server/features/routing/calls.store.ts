import { sql } from 'kysely';
import type { Caller } from '../../../contracts/calls.ts';
import type { Scope } from '../../platform/db/database.ts';

/** Who and what a call is about, as far as that is known while it runs. */
export interface CallAbout {
  readonly customerId: string | null;
  /** What was typed of somebody new. */
  readonly caller: Caller | null;
  readonly ticketId: string | null;
}

/** Why a call is over: with a note, without one, its agent left, or nobody ended it in time. */
export type CallEnd = 'noted' | 'not_noted' | 'left' | 'too_long';

/** The call an agent is on. */
export async function findRunningCall(scope: Scope, agentId: string) {
  return scope.db
    .selectFrom('calls')
    .select(['id', 'customer_id', 'caller', 'ticket_id', 'started_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function insertCall(
  scope: Scope,
  call: CallAbout & { id: string; agentId: string; units: number; at: Date },
): Promise<void> {
  const offlineSince = sql<Date | null>`(select status_since from agents
    where workspace_id = ${scope.workspaceId} and id = ${call.agentId} and status = 'offline')`;
  await scope.db
    .insertInto('calls')
    .values({
      workspace_id: scope.workspaceId,
      id: call.id,
      agent_id: call.agentId,
      customer_id: call.customerId,
      caller: call.caller === null ? null : JSON.stringify(call.caller),
      ticket_id: call.ticketId,
      units: call.units,
      started_at: call.at,
      offline_since: offlineSince,
    })
    .execute();
}

/** A call that is over. */
export interface EndedCall {
  readonly id: string;
  readonly agent_id: string;
  readonly agent_name: string;
  readonly ticket_id: string | null;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly end_reason: CallEnd;
  /** False for one that was over before. */
  readonly ended_now: boolean;
}

/** Ends a call of an agent, never before it began; one that is over stays as it ended. Nothing when it is not theirs. */
export async function endCall(
  scope: Scope,
  { agentId, id, at, reason }: { agentId: string; id: string; at: Date; reason: CallEnd },
): Promise<EndedCall | undefined> {
  const { rows } = await sql<EndedCall>`
    with before as (
      select * from calls where workspace_id = ${scope.workspaceId} and id = ${id} and agent_id = ${agentId} for update)
    update calls c set ended_at = coalesce(c.ended_at, greatest(c.started_at, ${at})),
      end_reason = coalesce(c.end_reason, ${reason}), caller = null
    from before, members m
    where c.workspace_id = before.workspace_id and c.id = before.id
      and m.workspace_id = c.workspace_id and m.id = c.agent_id
    returning c.id, c.agent_id, m.name as agent_name, c.ticket_id, c.started_at, c.ended_at, c.end_reason,
      before.ended_at is null as ended_now`.execute(scope.db);
  return rows[0];
}

/** Notes which ticket a call led to. */
export async function setTicketOfCall(scope: Scope, id: string, ticketId: string): Promise<void> {
  await scope.db
    .updateTable('calls')
    .set({ ticket_id: ticketId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export interface CallBounds {
  readonly now: Date;
  readonly heartbeatTimeoutMs: number;
  /** How long a call may last, and how long its agent may be without a desk. */
  readonly longestMs: number;
  readonly goneMs: number;
}

/** Whoever was offline when the phone rang, and still is, is on the phone nevertheless. */
const dueOf = ({ heartbeatTimeoutMs, longestMs, goneMs }: CallBounds) => sql<Date>`
  least(c.started_at + ${longestMs} * interval '1 millisecond',
    case when a.status = 'offline' and a.status_since is distinct from c.offline_since
      then greatest(a.status_since, c.started_at)
      else greatest(coalesce(p.heartbeat_at, a.status_since), c.started_at)
        + ${heartbeatTimeoutMs + goneMs} * interval '1 millisecond' end)`;

const ofAgents = sql`join agents a on a.workspace_id = c.workspace_id and a.id = c.agent_id
  left join presences p on p.workspace_id = c.workspace_id and p.agent_id = c.agent_id`;

/** Ends calls that nobody ended: their agent is offline or gone, or they have lasted too long. */
export async function endDueCalls(scope: Scope, bounds: CallBounds): Promise<EndedCall[]> {
  const { now, longestMs } = bounds;
  const tooLong = new Date(now.getTime() - longestMs);
  const { rows } = await sql<EndedCall>`
    with due as (
      select c.workspace_id, c.id from calls c ${ofAgents}
      where c.workspace_id = ${scope.workspaceId} and c.ended_at is null and ${dueOf(bounds)} <= ${now}
      for update of c skip locked)
    update calls c set ended_at = ${now}, caller = null,
      end_reason = case when c.started_at <= ${tooLong} then 'too_long' else 'left' end
    from due, members m
    where c.workspace_id = due.workspace_id and c.id = due.id
      and m.workspace_id = c.workspace_id and m.id = c.agent_id
    returning c.id, c.agent_id, m.name as agent_name, c.ticket_id, c.started_at, c.ended_at, c.end_reason,
      true as ended_now`.execute(scope.db);
  return rows;
}

/** When the next call is to be looked at; null when none runs. */
export async function findNextCallEnd(scope: Scope, bounds: CallBounds): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(${dueOf(bounds)}) as at from calls c ${ofAgents}
    where c.workspace_id = ${scope.workspaceId} and c.ended_at is null`.execute(scope.db);
  return rows[0]?.at ?? null;
}
