import { sql, type ExpressionBuilder } from 'kysely';
import type { Actor } from '../../../contracts/common.ts';
import type { MessageChannel } from '../../../contracts/conversations.ts';
import type { Channel } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { toJson } from '../../platform/json.ts';

export interface NewConversation {
  readonly id: string;
  readonly customerId: string;
  readonly channel: Channel;
  readonly previousId: string | null;
  readonly at: Date;
}

export async function insertConversation(
  scope: Scope,
  conversation: NewConversation,
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('conversations').values({
      workspace_id: scope.workspaceId,
      id: conversation.id,
      customer_id: conversation.customerId,
      channel: conversation.channel,
      previous_id: conversation.previousId,
      created_at: conversation.at,
    }),
  );
}

/**
 * Locks a conversation until the end of the transaction and returns it with its session and ticket.
 * Whoever writes messages or ends the session takes this lock first: that orders them. The lock is a
 * statement of its own: one that waited for it would still read the session as it was before.
 */
export async function lockConversation(scope: Scope, id: string) {
  const locking = scope.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate();
  await writeLater(scope.db, locking);
  return scope.db
    .selectFrom('conversations as c')
    .leftJoin('sessions as s', (join) =>
      join.onRef('s.workspace_id', '=', 'c.workspace_id').onRef('s.conversation_id', '=', 'c.id'),
    )
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.conversation_id', '=', 'c.id'),
    )
    .select((eb) => [
      'c.id',
      'c.customer_id',
      'c.channel',
      'c.last_seq',
      'c.version',
      'c.bot',
      's.id as session_id',
      's.state as session_state',
      's.ended_at',
      's.ended_reason',
      't.id as ticket_id',
      't.status as ticket_status',
      't.routing_channel',
      eb
        .exists(
          eb
            .selectFrom('tickets as f')
            .select('f.id')
            .whereRef('f.workspace_id', '=', 's.workspace_id')
            .whereRef('f.followup_of', '=', 's.id'),
        )
        .as('has_followup'),
    ])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.id', '=', id)
    .executeTakeFirst();
}

export type LockedConversation = NonNullable<Awaited<ReturnType<typeof lockConversation>>>;

export interface NewMessage {
  readonly id: string;
  readonly conversationId: string;
  /** Unique within the conversation where given: sending twice stores once. */
  readonly clientId: string | null;
  readonly channel: MessageChannel;
  readonly author: Actor;
  readonly text: string;
  readonly html?: string | null;
  readonly quoted?: string | null;
  readonly remoteImages?: number;
  readonly prompt?: object | null;
  readonly mailMessageId?: string | null;
  readonly at: Date;
}

/** Where a conversation stands after a change, and the ticket it belongs to. */
const place = (eb: ExpressionBuilder<Tables, 'conversations'>) =>
  [
    'last_seq',
    'version',
    eb
      .selectFrom('tickets as t')
      .select('t.id')
      .whereRef('t.workspace_id', '=', 'conversations.workspace_id')
      .whereRef('t.conversation_id', '=', 'conversations.id')
      .as('ticket_id'),
  ] as const;

/** Takes the next place in a conversation; notes do not show in lists as the last word. */
export async function advanceConversation(scope: Scope, message: NewMessage) {
  const spoken = message.channel !== 'note';
  return scope.db
    .updateTable('conversations')
    .set((eb) => ({
      last_seq: eb('last_seq', '+', 1),
      version: eb('version', '+', 1),
      ...(spoken && {
        last_author_kind: message.author.kind,
        last_preview: previewOf(message.text),
        last_message_at: message.at,
        ...awaitingAfter(message, eb),
      }),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', message.conversationId)
    .returning(place)
    .executeTakeFirstOrThrow();
}

/** A customer waits from their first unanswered word until a person answers; the assistant's words do not count. */
function awaitingAfter(message: NewMessage, eb: ExpressionBuilder<Tables, 'conversations'>) {
  if (message.author.kind === 'agent') return { awaiting_since: null };
  if (message.author.kind !== 'customer') return {};
  return { awaiting_since: eb.fn.coalesce('awaiting_since', eb.val(message.at)) };
}

export async function insertMessage(scope: Scope, message: NewMessage, seq: number): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('messages').values({
      workspace_id: scope.workspaceId,
      id: message.id,
      conversation_id: message.conversationId,
      seq,
      client_id: message.clientId,
      channel: message.channel,
      author_kind: message.author.kind,
      author_id: message.author.id,
      body: message.text,
      html: message.html ?? null,
      quoted: message.quoted ?? null,
      remote_images: message.remoteImages ?? 0,
      prompt: message.prompt ? toJson(message.prompt) : null,
      mail_message_id: message.mailMessageId ?? null,
      created_at: message.at,
    }),
  );
}

export async function findMessageByClientId(
  scope: Scope,
  conversationId: string,
  clientId: string,
) {
  return scope.db
    .selectFrom('messages')
    .select(['id', 'seq'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
}

/** Moves a mark of what has been seen forward, never back. Returns whether it moved. */
export async function advanceSeen(
  scope: Scope,
  seen: { conversationId: string; by: 'agent' | 'customer'; seq: number },
) {
  const column = seen.by === 'agent' ? 'seen_by_agent_seq' : 'seen_by_customer_seq';
  return scope.db
    .updateTable('conversations')
    .set((eb) => ({
      [column]: sql<number>`least(${seen.seq}, last_seq)`,
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', seen.conversationId)
    .where(column, '<', seen.seq)
    .returning(place)
    .executeTakeFirst();
}

/** Counts a change that the customer's widget shows although no message was written. */
export async function touchConversation(scope: Scope, id: string) {
  return scope.db
    .updateTable('conversations')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning(place)
    .executeTakeFirst();
}

/** Forgets that the customer's last word waits for an answer. */
export async function clearAwaiting(scope: Scope, id: string): Promise<void> {
  await scope.db
    .updateTable('conversations')
    .set({ awaiting_since: null })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

const previewLength = 140;

function previewOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, previewLength);
}
