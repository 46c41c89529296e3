import { sql, type Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

/** The workspace of a public widget key, asked outside any workspace. */
export async function findWorkspaceOfKey(app: Kysely<Tables>, key: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select workspace_of_widget_key(${key}) as id`.execute(app);
  return rows[0]?.id ?? null;
}

/** Makes the writing of one visitor serial, over all tabs and processes, until the transaction ends. */
export async function lockVisitor(scope: Scope, visitorId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`visitor:${scope.workspaceId}:${visitorId}`}, 0))`.execute(
    scope.db,
  );
}

export async function workspaceExists(scope: Scope): Promise<boolean> {
  const row = await scope.db
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', scope.workspaceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The customer behind a visitor, if one was made. */
export async function findCustomerOfVisitor(
  scope: Scope,
  visitorId: string,
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('customer_identities')
    .select('customer_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'widget')
    .where('value', '=', visitorId)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row?.customer_id;
}

/** Where a message with this client id is stored, in any conversation of the customer. */
export async function findSent(scope: Scope, customerId: string, clientId: string) {
  return scope.db
    .selectFrom('messages as m')
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'),
    )
    .select(['m.id', 'm.conversation_id', 'm.seq'])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.customer_id', '=', customerId)
    .where('m.client_id', '=', clientId)
    .where('m.author_kind', '=', 'customer')
    .executeTakeFirst();
}

/** A chat as its customer sees it; without an id the latest one. Undefined when it is not theirs. */
export async function findChat(scope: Scope, customerId: string, conversationId: string | null) {
  const { rows } = await sql<ChatRow>`
    select c.id, c.version, c.last_seq, c.seen_by_agent_seq, c.seen_by_customer_seq, c.bot, c.customer_id,
      s.id as session_id, s.state as session_state, s.ended_at, s.ended_reason,
      t.id as ticket_id, t.status as ticket_status, t.routing_channel,
      w.state as work_state, w.queue_id, m.name as agent_name
    from conversations c
    left join sessions s on s.workspace_id = c.workspace_id and s.conversation_id = c.id
    left join tickets t on t.workspace_id = c.workspace_id and t.conversation_id = c.id
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    left join members m on m.workspace_id = w.workspace_id and m.id = w.agent_id and w.state = 'assigned'
    where c.workspace_id = ${scope.workspaceId} and c.customer_id = ${customerId} and c.channel = 'messaging'
      ${conversationId === null ? sql`` : sql`and c.id = ${conversationId}`}
    order by c.created_at desc, c.id desc limit 1`.execute(scope.db);
  return rows[0];
}

export interface ChatRow {
  readonly id: string;
  readonly version: number;
  readonly last_seq: number;
  readonly seen_by_agent_seq: number;
  readonly seen_by_customer_seq: number;
  readonly bot: unknown;
  readonly customer_id: string;
  readonly session_id: string | null;
  readonly session_state: 'active' | 'inactive' | 'ended' | null;
  readonly ended_at: Date | null;
  readonly ended_reason: 'agent' | 'customer' | 'trigger' | 'inactivity' | 'system' | null;
  readonly ticket_id: string | null;
  readonly ticket_status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed' | null;
  readonly routing_channel: 'messaging' | 'email' | null;
  readonly work_state: 'waiting' | 'offered' | 'assigned' | 'held' | 'done' | null;
  readonly queue_id: string | null;
  readonly agent_name: string | null;
}

/** Whether the words of a conversation are gone with its customer. */
export async function isErased(scope: Scope, conversationId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('conversations')
    .select('erased_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row?.erased_at != null;
}

/** The customer's chat that still runs, the latest if there are several. */
export async function findRunningChat(
  scope: Scope,
  customerId: string,
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('conversations as c')
    .innerJoin('sessions as s', (join) =>
      join.onRef('s.workspace_id', '=', 'c.workspace_id').onRef('s.conversation_id', '=', 'c.id'),
    )
    .select('c.id')
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.customer_id', '=', customerId)
    .where('c.channel', '=', 'messaging')
    .where('s.state', '!=', 'ended')
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .executeTakeFirst();
  return row?.id;
}

/** Whether a person has the chat or has written in it: then the bot is silent. */
export async function hasPerson(scope: Scope, conversationId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
        select 1 from tickets t
        join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id and w.state = 'assigned'
        where t.workspace_id = ${scope.workspaceId} and t.conversation_id = ${conversationId})
      or exists (
        select 1 from messages m
        where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
          and m.author_kind = 'agent' and m.channel <> 'note') as has`.execute(scope.db);
  return rows[0]?.has ?? false;
}

/**
 * What was said in the chat after a place, oldest first. Mail of the same ticket is left out: it went to an
 * address that this browser may never have proved.
 */
export async function listSpoken(
  scope: Scope,
  conversationId: string,
  after: { seq: number } | { messageId: string },
) {
  const { rows } = await sql<SpokenRow>`
    select m.id, m.seq, m.client_id, m.author_kind, m.body, m.prompt, m.created_at,
      coalesce(p.name, case when m.author_kind = 'customer' then c.name end) as author_name
    from messages m
    join conversations v on v.workspace_id = m.workspace_id and v.id = m.conversation_id
    join customers c on c.workspace_id = v.workspace_id and c.id = v.customer_id
    left join members p on p.workspace_id = m.workspace_id and p.id = m.author_id and m.author_kind = 'agent'
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId} and m.channel = 'messaging'
      and ${'seq' in after ? sql`m.seq > ${after.seq}` : sql`m.id = ${after.messageId}`}
    order by m.seq`.execute(scope.db);
  return rows;
}

export interface SpokenRow {
  readonly id: string;
  readonly seq: number;
  readonly client_id: string | null;
  readonly author_kind: 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
  readonly author_name: string | null;
  readonly body: string;
  readonly prompt: unknown;
  readonly created_at: Date;
}

/** Whether an agent could take a chat: online, heard of since, and in a group of the queue if one is given. */
export async function isAnybodyOnline(
  scope: Scope,
  asked: { heardSince: Date; queueId: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ online: boolean }>`
    select exists (
      select 1 from agents a
      join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id and p.heartbeat_at >= ${asked.heardSince}
      join members m on m.workspace_id = a.workspace_id and m.id = a.id and m.deactivated_at is null
      join group_members g on g.workspace_id = a.workspace_id and g.agent_id = a.id
      join queue_groups q on q.workspace_id = g.workspace_id and q.group_id = g.group_id
      where a.workspace_id = ${scope.workspaceId} and a.status = 'online'
        ${asked.queueId === null ? sql`` : sql`and q.queue_id = ${asked.queueId}`}) as online`.execute(
    scope.db,
  );
  return rows[0]?.online ?? false;
}

/** The chat of a ticket while its session runs. */
export async function findRunningChatOfTicket(
  scope: Scope,
  ticketId: string,
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('sessions as s', (join) =>
      join
        .onRef('s.workspace_id', '=', 't.workspace_id')
        .onRef('s.conversation_id', '=', 't.conversation_id'),
    )
    .select('t.conversation_id')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .where('s.state', '!=', 'ended')
    .executeTakeFirst();
  return row?.conversation_id;
}
