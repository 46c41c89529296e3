import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { claimAttachments } from './attachments.store.ts';
import {
  advanceConversation,
  advanceSeen,
  clearAwaiting,
  findMessageByClientId,
  insertMessage,
  touchConversation,
  type NewMessage,
} from './conversations.store.ts';

/** A message before it has an id and a place. */
export interface MessageToAppend extends Omit<NewMessage, 'id' | 'at'> {
  readonly attachmentIds?: readonly string[];
  /** Who uploaded the attachments; nobody else's file can be sent along. */
  readonly uploader?: string;
}

export interface AppendedMessage {
  readonly id: string;
  readonly seq: number;
  readonly ticketId: string | null;
  /** False when the same client id had been stored before. */
  readonly created: boolean;
}

export type ConversationService = ReturnType<typeof createConversationService>;

/** Writing into conversations. Callers hold the conversation's lock where order matters. */
export function createConversationService({ clock, ids }: Pick<Core, 'clock' | 'ids'>) {
  return {
    /** Stores a message at the next place and says so; the same client id is stored once. */
    async append(scope: Scope, message: MessageToAppend): Promise<AppendedMessage> {
      if (message.clientId !== null) {
        const known = await findMessageByClientId(scope, message.conversationId, message.clientId);
        if (known) return { ...known, ticketId: null, created: false };
      }
      const full = { ...message, id: ids.next(), at: clock.now() };
      const {
        last_seq: seq,
        version,
        ticket_id: ticketId,
      } = await advanceConversation(scope, full);
      await insertMessage(scope, full, seq);
      await claimAttachments(scope, {
        messageId: full.id,
        ids: message.attachmentIds ?? [],
        uploader: message.uploader ?? '',
      });
      scope.record({
        type: 'message.created',
        messageId: full.id,
        conversationId: full.conversationId,
        ticketId,
        seq,
        authorKind: full.author.kind,
        channel: full.channel,
        version,
      });
      return { id: full.id, seq, ticketId, created: true };
    },

    /** A line that the system says to the customer in a live conversation. */
    async say(scope: Scope, conversationId: string, text: string, author: Actor): Promise<void> {
      await this.append(scope, {
        conversationId,
        clientId: null,
        channel: 'messaging',
        author,
        text,
      });
    },

    /** Marks everything up to a place as seen by a side. */
    async see(
      scope: Scope,
      seen: { conversationId: string; by: 'agent' | 'customer'; seq: number },
    ): Promise<void> {
      const moved = await advanceSeen(scope, seen);
      if (moved) recordChange(scope, seen.conversationId, moved);
    },

    /** Nobody needs to answer here any more: the words have gone somewhere else as well. */
    async answered(scope: Scope, conversationId: string): Promise<void> {
      await clearAwaiting(scope, conversationId);
    },

    /** Tells the customer's widget that something it shows is different. */
    async touch(scope: Scope, conversationId: string): Promise<void> {
      const moved = await touchConversation(scope, conversationId);
      if (moved) recordChange(scope, conversationId, moved);
    },
  };
}

function recordChange(
  scope: Scope,
  conversationId: string,
  at: { version: number; last_seq: number; ticket_id: string | null },
): void {
  scope.record({
    type: 'conversation.changed',
    conversationId,
    ticketId: at.ticket_id,
    version: at.version,
    lastSeq: at.last_seq,
  });
}
