import { sql, type RawBuilder } from 'kysely';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { WorkNeed } from '../../platform/db/tables-routing.ts';

/** A piece of work as a plan takes it. */
export interface PlannedRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly queue_id: string;
  readonly channel_class: ChannelClass;
  readonly priority_rank: number;
  readonly category: string | null;
  readonly tier: 'enterprise' | 'standard' | 'free';
  readonly eligible_at: Date;
  readonly due_at: Date | null;
  /** The calendar its deadline is counted on; null: around the clock. */
  readonly schedule_id: string | null;
  readonly calendar_version: number | null;
  readonly needs: readonly WorkNeed[];
  readonly needs_key: string;
  readonly preferred_agent_id: string | null;
  readonly waiting_reason: string | null;
}

/** In whose hands mail lies, and since when. */
export interface Hold extends Stamped {
  readonly agent_id: string;
  readonly assigned_at: Date;
  readonly started_at: Date | null;
  readonly moves: number;
}

/** Mail that lies in somebody's hands. */
export type HeldRow = PlannedRow & Hold;

/**
 * Work with its ticket, customer and clock, each looked up by its key: a join would be planned from
 * statistics, which a site that has just been filled does not have (500 of 600 pieces took a minute).
 */
const looked = (ids: RawBuilder<unknown>, workspaceId: string) => sql`${ids} f(id)
  cross join lateral (select *, xmin::text as stamp from work_items where workspace_id = ${workspaceId} and id = f.id limit 1) w
  cross join lateral (select category, customer_id from tickets
    where workspace_id = ${workspaceId} and id = w.ticket_id limit 1) t
  cross join lateral (select tier from customers where workspace_id = ${workspaceId} and id = t.customer_id limit 1) c
  left join lateral (
    select schedule_id, calendar_version from sla_clocks k
    where k.workspace_id = ${workspaceId} and k.ticket_id = w.ticket_id and k.due_at = w.due_at
    order by k.metric, k.instance limit 1) k on w.due_at is not null`;

const planned = sql`w.id, w.ticket_id, w.queue_id, w.channel_class, w.priority_rank, t.category, c.tier,
  w.eligible_at, w.due_at, k.schedule_id, k.calendar_version, w.needs, w.needs_key, w.preferred_agent_id, w.waiting_reason`;

/** What tells kinds of waiting work apart, in the order of the index `work_items_in_line`. */
const kindOf = sql`queue_id, channel_class, priority_rank, needs_key`;

/** A piece by its id, with a stamp that changes whenever its row does. */
export interface Stamped {
  readonly id: string;
  readonly stamp: string;
}

/** A piece at its place in a line: work of one kind and priority on one side of the deadline. */
export interface Head extends Stamped {
  readonly line: number;
  /** One more than is looked at: its line is longer. */
  readonly beyond: boolean;
}

export interface HeadSizes {
  readonly now: Date;
  /** Pieces that all lines share, and how many each has of them at least and at most. */
  readonly all: number;
  readonly least: number;
  readonly most: number;
  /** Queues of which each line has as many as `most` in any case. */
  readonly deepQueues: readonly string[];
}

/**
 * Waiting work in bounded numbers: the first of every line in the order they are due. What a plan cannot serve
 * never hides what it can, so lines in which time opens the way to others (ladders, wished-for skills) are read
 * deeper. Nothing is locked here. Kinds are found by stepping through the index, so the cost follows what is read.
 */
export async function listHeads(scope: Scope, sizes: HeadSizes): Promise<Head[]> {
  const { now, all, least, most, deepQueues } = sizes;
  const waiting = sql`workspace_id = ${scope.workspaceId} and state = 'waiting'`;
  const firstWith = (side: number, holds: RawBuilder<unknown>) => sql`(
    select id, xmin::text as stamp, k.n * 3 + ${sql.lit(side)} as line,
      row_number() over (order by due_at, eligible_at, id) > s.each as beyond from work_items
    where ${waiting} and queue_id = k.queue_id and channel_class = k.channel_class
      and priority_rank = k.priority_rank and needs_key = k.needs_key and ${holds}
    order by due_at, eligible_at, id limit s.each + 1)`;
  const { rows } = await sql<Head>`
    with recursive kinds as (
      (select ${kindOf}, id, 1 as n from work_items where ${waiting} order by ${kindOf} limit 1)
      union all
      select f.* from kinds k cross join lateral (
        select ${kindOf}, id, k.n + 1 from work_items
        where ${waiting} and (${kindOf}) > (k.queue_id, k.channel_class, k.priority_rank, k.needs_key)
        order by ${kindOf} limit 1) f)
    select l.* from kinds k
    cross join lateral (
      select case when k.queue_id = any(${[...deepQueues]}::uuid[]) or needs @> '[{"optional": true}]' then ${most}::int
        else greatest(${least}::int, least(${most}::int, ${all}::int / (3 * (select count(*) from kinds))))::int end as each
      from work_items where workspace_id = ${scope.workspaceId} and id = k.id limit 1) s
    cross join lateral (
      ${firstWith(0, sql`due_at <= ${now}`)} union all ${firstWith(1, sql`due_at > ${now}`)}
      union all ${firstWith(2, sql`due_at is null`)}) l`.execute(scope.db);
  return rows;
}

/** Work that waits since an instant or later, the first of it. */
export async function listFresh(scope: Scope, since: Date, limit: number): Promise<Stamped[]> {
  const { rows } = await sql<Stamped>`
    select id, xmin::text as stamp from work_items
    where workspace_id = ${scope.workspaceId} and state = 'waiting' and eligible_at >= ${since}
    order by eligible_at, id limit ${limit}`.execute(scope.db);
  return rows;
}

/** Pieces of work by their ids. */
export async function readPieces(
  scope: Scope,
  ids: readonly string[],
): Promise<(PlannedRow & Stamped)[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PlannedRow & Stamped>`
    select ${planned}, w.stamp from ${looked(sql`unnest(${[...ids]}::uuid[])`, scope.workspaceId)}`.execute(
    scope.db,
  );
  return rows;
}

/** The work of one ticket, whatever its state. */
export async function findPlanned(scope: Scope, ticketId: string): Promise<PlannedRow | undefined> {
  const of = sql`(select id from work_items
    where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId})`;
  const { rows } = await sql<PlannedRow>`
    select ${planned} from ${looked(of, scope.workspaceId)}`.execute(scope.db);
  return rows[0];
}

/** Pieces in one inbox that a plan looks at, and of all of them. */
const mostOfAgent = 40;
const mostHeld = 20_000;

/**
 * Mail that is assigned, with when it was begun: of each agent the first in the order they would do it.
 * `begun`: only what somebody has begun.
 */
export async function listHolds(scope: Scope, { begun }: { begun: boolean }): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select id, stamp, agent_id, assigned_at, started_at, moves from (
      select id, xmin::text as stamp, agent_id, assigned_at, started_at, moves, row_number() over (
        partition by agent_id order by started_at, priority_rank, assigned_at, id) as place
      from work_items where workspace_id = ${scope.workspaceId} and state = 'assigned'
        and channel_class = 'email' and assigned_at is not null
        ${begun ? sql`and started_at is not null` : sql``}) w
    where place <= ${mostOfAgent} order by place, id limit ${mostHeld}`.execute(scope.db);
  return rows;
}

export interface LockedRow {
  readonly id: string;
  readonly state: string;
  readonly agent_id: string | null;
  readonly started_at: Date | null;
  readonly conversation_id: string;
  /** What decides who may have it and what it takes of them. */
  readonly queue_id: string;
  readonly priority_rank: number;
  readonly needs_key: string;
  readonly category: string | null;
}

/**
 * Locks work and ticket of what a plan wants to give away, and their conversations where the customer is
 * told at once. What somebody changes right now is left out, so that nobody ever waits for a plan's locks
 * in another order.
 */
export async function lockPlanned(
  scope: Scope,
  ids: readonly string[],
  { conversations }: { conversations: boolean },
): Promise<LockedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LockedRow>`
    select w.id, w.state, w.agent_id, w.started_at, t.conversation_id, w.queue_id, w.priority_rank, w.needs_key, t.category
    from work_items w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    join conversations v on v.workspace_id = t.workspace_id and v.id = t.conversation_id
    where w.workspace_id = ${scope.workspaceId} and w.id = any(${[...ids]}::uuid[])
    order by w.id for no key update of ${conversations ? sql`v, ` : sql``}t, w skip locked`.execute(
    scope.db,
  );
  return rows;
}

export interface Membership {
  readonly agent_id: string;
  readonly group_ids: string[];
  /** Level by skill id. */
  readonly skills: Record<string, number>;
}

/** Groups and skills of the agents, by agent. */
export async function listMemberships(scope: Scope): Promise<Map<string, Membership>> {
  const { rows } = await sql<Membership>`
    select a.id as agent_id,
      array(select group_id from group_members g where g.workspace_id = a.workspace_id and g.agent_id = a.id) as group_ids,
      coalesce((select jsonb_object_agg(s.skill_id, s.level) from agent_skills s
        where s.workspace_id = a.workspace_id and s.agent_id = a.id), '{}') as skills
    from agents a where a.workspace_id = ${scope.workspaceId}`.execute(scope.db);
  return new Map(rows.map((row) => [row.agent_id, row]));
}

/** Who let work go since an instant, by work item: the offer's end counts. */
export async function listRefusals(scope: Scope, itemIds: readonly string[], since: Date) {
  if (itemIds.length === 0) return [];
  return scope.db
    .selectFrom('offers')
    .select(['work_item_id', 'agent_id', 'answered_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('outcome', 'in', ['declined', 'timed_out'])
    .where('answered_at', '>', since)
    .where(sql<boolean>`work_item_id = any(${itemIds as string[]}::uuid[])`)
    .execute();
}

/** When the next open offer runs out; null when none is open. */
export async function findNextExpiry(scope: Scope): Promise<Date | null> {
  const row = await scope.db
    .selectFrom('offers')
    .select((eb) => eb.fn.min('expires_at').as('at'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Work the router gave out since an instant, with how long it had waited. */
export async function listGivenSince(scope: Scope, since: Date) {
  const { rows } = await sql<{ agent_id: string; at: Date; eligible_at: Date }>`
    select d.agent_id, d.at, w.eligible_at from routing_decisions d
    join work_items w on w.workspace_id = d.workspace_id and w.id = d.work_item_id
    where d.workspace_id = ${scope.workspaceId} and d.at > ${since} and d.agent_id is not null`.execute(
    scope.db,
  );
  return rows;
}

/** Work that came in since an instant, counted by what the plan tells apart. */
export async function listArrivals(scope: Scope, since: Date) {
  const { rows } = await sql<{
    queue_id: string;
    channel_class: ChannelClass;
    needs: WorkNeed[];
    count: number;
  }>`
    select queue_id, channel_class, needs, count(*)::int as count from work_items
    where workspace_id = ${scope.workspaceId} and eligible_at > ${since}
    group by queue_id, channel_class, needs
    order by count(*) desc limit 200`.execute(scope.db);
  return rows;
}
