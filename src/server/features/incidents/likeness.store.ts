import { sql } from 'kysely';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';

interface Opening {
  readonly text: string;
  readonly at: Date;
  readonly placed: boolean;
  /** Its words are gone with its customer. */
  readonly erased: boolean;
}

/**
 * Until the transaction ends no other ticket of the workspace is placed, and the customer of this one is not
 * deleted: its words are copied.
 */
export async function takeTurns(scope: Scope, ticketId: string): Promise<void> {
  const key = `place ${scope.workspaceId}`;
  await writeLater(scope.db, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  await writeLater(
    scope.db,
    sql`select from tickets where workspace_id = ${scope.workspaceId} and id = ${ticketId} for key share`,
  );
}

/** What a ticket says: its subject and the first messages of its customer. */
export async function findOpening(scope: Scope, ticketId: string): Promise<Opening | undefined> {
  const { rows } = await sql<Opening>`
    select t.created_at as at, left(concat_ws(E'\n', t.subject, (
        select string_agg(l.body, E'\n' order by l.seq) from (
          select m.seq, m.body from messages m
          where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
            and m.author_kind = 'customer' and m.channel <> 'note'
          order by m.seq limit 5) l)), 3000) as text,
      exists (select from ticket_likeness p
        where p.workspace_id = t.workspace_id and p.ticket_id = t.id) as placed,
      c.deleted_at is not null as erased
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

/** Tickets a new one may be like: the latest since an instant, and the latest of every open incident. */
export async function listCandidates(
  scope: Scope,
  { since, most, ofIncident }: { since: Date; most: number; ofIncident: number },
): Promise<{ groupId: string; keys: number[] }[]> {
  const { rows } = await sql<{ groupId: string; keys: number[] }>`
    select group_id as "groupId", keys from (
      (select l.ticket_id, l.group_id, l.keys from ticket_likeness l
        where l.workspace_id = ${scope.workspaceId} and l.at > ${since}
        order by l.at desc limit ${most})
      union
      select m.ticket_id, m.group_id, m.keys from incidents i, lateral (
        select l.ticket_id, l.group_id, l.keys from ticket_likeness l
        where l.workspace_id = i.workspace_id and l.group_id = i.group_id
        order by l.at desc limit ${ofIncident}) m
      where i.workspace_id = ${scope.workspaceId} and i.state = 'open') c`.execute(scope.db);
  return rows;
}

export interface NewLikeness {
  readonly ticketId: string;
  readonly groupId: string;
  readonly keys: readonly number[];
  readonly words: readonly string[];
  readonly at: Date;
}

export async function insertLikeness(scope: Scope, one: NewLikeness): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .insertInto('ticket_likeness')
      .values({
        workspace_id: scope.workspaceId,
        ticket_id: one.ticketId,
        group_id: one.groupId,
        keys: [...one.keys],
        words: [...one.words],
        at: one.at,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** The group of a ticket; undefined before it was placed. */
export async function findGroupOf(scope: Scope, ticketId: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('ticket_likeness')
    .select('group_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row?.group_id;
}

/** Moves a ticket to another group; false where it was never placed. */
export async function moveToGroup(
  scope: Scope,
  ticketId: string,
  groupId: string,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('ticket_likeness')
    .set({ group_id: groupId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface GroupCounts {
  readonly groupId: string;
  readonly lastHour: number;
  readonly lastDay: number;
  readonly total: number;
  readonly unsolved: number;
  readonly since: Date;
  readonly latestAt: Date;
}

/** How many tickets some groups have. */
export async function countGroups(
  scope: Scope,
  groupIds: readonly string[],
  { hourAgo, dayAgo }: { hourAgo: Date; dayAgo: Date },
): Promise<GroupCounts[]> {
  const { rows } = await sql<GroupCounts>`
    select l.group_id as "groupId", count(*) filter (where l.at > ${hourAgo})::int as "lastHour",
      count(*) filter (where l.at > ${dayAgo})::int as "lastDay", count(*)::int as total,
      count(*) filter (where t.status not in ('solved', 'closed'))::int as unsolved,
      min(l.at) as since, max(l.at) as "latestAt"
    from ticket_likeness l
    join tickets t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
    where l.workspace_id = ${scope.workspaceId} and l.group_id = any(${groupIds}::uuid[])
    group by l.group_id`.execute(scope.db);
  return rows;
}

/** Groups of which at least so many tickets came since an instant, largest first. */
export async function listLargeGroups(
  scope: Scope,
  { since, least, most }: { since: Date; least: number; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ group_id: string }>`
    select group_id from ticket_likeness
    where workspace_id = ${scope.workspaceId} and at > ${since}
    group by group_id having count(*) >= ${least}
    order by count(*) desc, group_id limit ${most}`.execute(scope.db);
  return rows.map(({ group_id: id }) => id);
}

export interface GroupTicket {
  readonly groupId: string;
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly at: Date;
  readonly words: string[];
}

/** The newest tickets of each of some groups, unsolved ones first. */
export async function listGroupTickets(
  scope: Scope,
  groupIds: readonly string[],
  { most, except = null }: { most: number; except?: string | null },
): Promise<GroupTicket[]> {
  const { rows } = await sql<GroupTicket>`
    select g.id as "groupId", m.* from unnest(${groupIds}::uuid[]) as g (id), lateral (
      select t.id, t.number, t.subject, t.status, l.at, l.words from ticket_likeness l
      join tickets t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
      where l.workspace_id = ${scope.workspaceId} and l.group_id = g.id
        and (${except}::uuid is null or l.ticket_id <> ${except}::uuid)
      order by t.status in ('solved', 'closed'), l.at desc limit ${most}) m`.execute(scope.db);
  return rows;
}
