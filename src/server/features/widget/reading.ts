import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { WidgetConversation, WidgetMessage, WidgetUpdate } from '../../../contracts/widget.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { listAttachments } from '../conversations/index.ts';
import { findQueuePlace } from '../routing/index.ts';
import { createEndReader } from './afterwards.ts';
import type { WidgetDeps } from './deps.types.ts';
import { estimateSeconds, paceWindowMs } from './queue.rules.ts';
import { conversationViewOf, messageViewOf, stateOf, type Names } from './widget.view.ts';
import { findChat, isAnybodyOnline, listSpoken, type ChatRow } from './widget.store.ts';

type ReadingDeps = Pick<
  WidgetDeps,
  | 'clock'
  | 'settingsOf'
  | 'findWorkspace'
  | 'attachmentView'
  | 'conversations'
  | 'sessions'
  | 'surveys'
>;

/** A chat of a customer, by whose identity it is always looked up. */
export interface OwnChat {
  readonly customerId: string;
  /** Null: the latest one. */
  readonly conversationId: string | null;
}

export type WidgetReader = ReturnType<typeof createWidgetReader>;

/** What a customer may read: the state and the messages of their own chats. */
export function createWidgetReader(deps: ReadingDeps) {
  const afterwardsOf = createEndReader(deps);

  async function agentsOnline(
    scope: Scope,
    settings: WorkspaceSettings,
    queueId: string | null,
  ): Promise<boolean> {
    const silentMs = settings.presence.heartbeatTimeoutSeconds * 1_000;
    const heardSince = new Date(deps.clock.now().getTime() - silentMs);
    return isAnybodyOnline(scope, { heardSince, queueId });
  }

  async function queueOf(
    scope: Scope,
    chat: ChatRow,
    settings: WorkspaceSettings,
  ): Promise<WidgetConversation['queue']> {
    if (chat.ticket_id === null || stateOf(chat) !== 'waiting') return null;
    const now = deps.clock.now();
    const place = await findQueuePlace(
      scope,
      chat.ticket_id,
      new Date(now.getTime() - paceWindowMs),
    );
    if (!place || place.position < 1) return null;
    const online = await agentsOnline(scope, settings, chat.queue_id);
    const pace = { ...place, firstAt: place.first_at, lastAt: place.last_at };
    return {
      position: place.position,
      // Nobody there: no pace of the past says when somebody will be.
      estimateSeconds: online ? estimateSeconds(pace, now) : null,
      agentsOnline: online,
    };
  }

  async function namesOf(scope: Scope): Promise<Names> {
    const { name } = await deps.findWorkspace(scope);
    return { assistant: (await deps.settingsOf(scope)).assistantName, workspace: name };
  }

  async function messages(
    scope: Scope,
    conversationId: string,
    after: { seq: number } | { messageId: string },
  ): Promise<WidgetMessage[]> {
    const rows = await listSpoken(scope, conversationId, after);
    if (rows.length === 0) return [];
    const files = await listAttachments(
      scope,
      rows.map((row) => row.id),
    );
    const names = rows.some((row) => row.author_kind !== 'customer')
      ? await namesOf(scope)
      : nobody;
    return rows.map((row) => {
      const own = files.filter((file) => file.message_id === row.id);
      const attachments = own.map((file) => deps.attachmentView(scope.workspaceId, file));
      return messageViewOf(row, { names, attachments });
    });
  }

  return {
    agentsOnline,

    /** One message of a chat. */
    async message(scope: Scope, conversationId: string, messageId: string): Promise<WidgetMessage> {
      const [message] = await messages(scope, conversationId, { messageId });
      if (!message) throw notFound('message');
      return message;
    },

    /**
     * State and messages after a place. Throws `not_found` for a chat that is not the customer's. What
     * they read is marked as seen where `asSeen` says so.
     */
    async update(
      scope: Scope,
      own: OwnChat,
      { afterSeq, asSeen = false }: { afterSeq: number; asSeen?: boolean },
    ): Promise<WidgetUpdate> {
      const found = await findChat(scope, own.customerId, own.conversationId);
      const chat = asSeen && found ? await see(scope, own, found) : found;
      if (!chat) {
        if (own.conversationId !== null) throw notFound('conversation');
        return { conversation: null, messages: [] };
      }
      const settings = await deps.settingsOf(scope);
      return {
        conversation: conversationViewOf(chat, {
          queue: await queueOf(scope, chat, settings),
          afterwards: await afterwardsOf(scope, chat, own.customerId),
          customerMayEnd: settings.sessions.customerMayEnd,
        }),
        messages: await messages(scope, chat.id, { seq: afterSeq }),
      };
    },
  };

  /** Marks everything as seen by the customer, and reads the chat anew if that changed it. */
  async function see(scope: Scope, own: OwnChat, chat: ChatRow): Promise<ChatRow | undefined> {
    if (chat.seen_by_customer_seq >= chat.last_seq) return chat;
    const { id: conversationId, last_seq: seq } = chat;
    await deps.conversations.see(scope, { conversationId, by: 'customer', seq });
    return findChat(scope, own.customerId, conversationId);
  }
}

/** Own messages carry the customer's name only. */
const nobody: Names = { assistant: '', workspace: '' };
