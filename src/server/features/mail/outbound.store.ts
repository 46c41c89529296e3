import { sql } from 'kysely';
import type { MailState } from '../../../contracts/conversations.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import { toJson } from '../../platform/json.ts';

/** What a reply needs to know of its ticket. */
export async function findTicketToAnswer(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('tickets')
    .select(['id', 'subject', 'channel', 'conversation_id', 'customer_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
}

/** The mailbox the customer last wrote to in this conversation, else the workspace's first. */
export async function findMailboxFor(scope: Scope, conversationId: string) {
  const { rows } = await sql<{ address: string; name: string }>`
    select b.address, b.name from mailboxes b
    where b.workspace_id = ${scope.workspaceId}
    order by (
      select max(m.seq) from messages m
      join mail_intake i on i.workspace_id = m.workspace_id and i.message_id = m.id
      where m.workspace_id = b.workspace_id and m.conversation_id = ${conversationId}
        and i.mailbox_id = b.id) desc nulls last, b.id
    limit 1`.execute(scope.db);
  return rows[0];
}

/** Message-IDs of a conversation's mails in order, with whether the customer wrote them. */
export async function listThreadIds(scope: Scope, conversationId: string) {
  const { rows } = await sql<{ id: string; fromCustomer: boolean }>`
    select mail_message_id as id, author_kind = 'customer' as "fromCustomer" from messages
    where workspace_id = ${scope.workspaceId} and conversation_id = ${conversationId}
      and mail_message_id is not null and channel = 'email'
    order by seq`.execute(scope.db);
  return rows;
}

/** Subject of the first mail that answered a conversation; null before it. */
export async function findFirstSubject(
  scope: Scope,
  conversationId: string,
): Promise<string | null> {
  const { rows } = await sql<{ subject: string }>`
    select o.subject from messages m
    join outbound_mails o on o.workspace_id = m.workspace_id and o.message_id = m.id
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
    order by m.seq limit 1`.execute(scope.db);
  return rows[0]?.subject ?? null;
}

/** Counts automatic mails to an address, one transaction at a time for that address. */
export async function countAutomatic(
  scope: Scope,
  mail: { to: string; since: Date },
): Promise<number> {
  const key = `mail budget ${scope.workspaceId} ${mail.to}`;
  await writeLater(scope.db, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from outbound_mails
    where workspace_id = ${scope.workspaceId} and lower(mail_to) = lower(${mail.to})
      and created_at > ${mail.since} and headers ->> 'Auto-Submitted' is not null
      and state in ('queued', 'sent', 'not_configured', 'bounced')`.execute(scope.db);
  return rows[0]?.count ?? 0;
}

export interface NewOutbound {
  readonly id: string;
  /** Null for a letter that tells of no ticket. */
  readonly ticketId: string | null;
  /** The message it carries; null for mail that is none: a survey, a copy of the conversation. */
  readonly messageId: string | null;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Record<string, string>;
  readonly mailMessageId: string;
  readonly state: MailState;
  readonly error: string | null;
  readonly at: Date;
}

/** Stores a mail to send and writes its Message-ID to the message it carries. */
export async function insertOutbound(scope: Scope, mail: NewOutbound): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('outbound_mails').values({
      workspace_id: scope.workspaceId,
      id: mail.id,
      ticket_id: mail.ticketId,
      message_id: mail.messageId,
      mail_from: mail.from,
      reply_to: mail.replyTo,
      mail_to: mail.to,
      subject: mail.subject,
      text_body: mail.text,
      html_body: mail.html,
      headers: toJson(mail.headers),
      mail_message_id: mail.mailMessageId,
      state: mail.state,
      error: mail.error,
      created_at: mail.at,
      sent_at: null,
    }),
  );
  if (mail.messageId === null) return;
  await writeLater(
    scope.db,
    scope.db
      .updateTable('messages')
      .set({ mail_message_id: mail.mailMessageId })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', mail.messageId),
  );
}

/** Locks an outgoing mail until the transaction ends, with where its message stands. */
export async function lockOutbound(scope: Scope, id: string) {
  return scope.db
    .selectFrom('outbound_mails as o')
    .leftJoin('messages as m', (join) =>
      join.onRef('m.workspace_id', '=', 'o.workspace_id').onRef('m.id', '=', 'o.message_id'),
    )
    .selectAll('o')
    .select('m.conversation_id')
    .where('o.workspace_id', '=', scope.workspaceId)
    .where('o.id', '=', id)
    .forUpdate('o')
    .executeTakeFirst();
}

export type OutboundRow = NonNullable<Awaited<ReturnType<typeof lockOutbound>>>;

export interface OutboundChanges {
  readonly state?: MailState;
  readonly error?: string | null;
  readonly attempts?: number;
  readonly sent_at?: Date | null;
}

export async function updateOutbound(
  scope: Scope,
  id: string,
  changes: OutboundChanges,
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .updateTable('outbound_mails')
      .set(changes)
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', id),
  );
}

/** The newest mail of ours that one of these Message-IDs names. */
export async function findOutboundByMessageIds(scope: Scope, messageIds: readonly string[]) {
  if (messageIds.length === 0) return undefined;
  const row = await scope.db
    .selectFrom('outbound_mails')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('mail_message_id', 'in', messageIds)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Whether mail of a conversation has left for an address. */
export async function hasMailed(
  scope: Scope,
  mail: { conversationId: string; to: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from messages m
    join outbound_mails o on o.workspace_id = m.workspace_id and o.message_id = m.id
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${mail.conversationId}
      and lower(o.mail_to) = ${mail.to} and o.state in ('queued', 'sent')
    limit 1`.execute(scope.db);
  return rows.length > 0;
}

/** The outbox, newest first. */
export async function listOutbound(scope: Scope, page: { before: string | null; limit: number }) {
  return scope.db
    .selectFrom('outbound_mails as o')
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'o.workspace_id').onRef('t.id', '=', 'o.ticket_id'),
    )
    .select([
      'o.id',
      'o.ticket_id',
      't.number as ticket_number',
      'o.mail_to',
      'o.reply_to',
      'o.subject',
      'o.text_body',
      'o.state',
      'o.attempts',
      'o.error',
      'o.created_at',
      'o.sent_at',
    ])
    .where('o.workspace_id', '=', scope.workspaceId)
    .$if(page.before !== null, (query) => query.where('o.id', '<', page.before ?? ''))
    .orderBy('o.id', 'desc')
    .limit(page.limit)
    .execute();
}
