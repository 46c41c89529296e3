import type { z } from 'zod';
import type { DeskTyping } from '../../../contracts/realtime.ts';
import type {
  WidgetCommandName,
  WidgetConfig,
  WidgetReply,
  WidgetUpdate,
  widgetCommands,
} from '../../../contracts/widget.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { createBotService, createHelpFinder } from '../bot/index.ts';
import { lockConversation } from '../conversations/index.ts';
import { findCustomer } from '../customers/index.ts';
import { listWaitingConversations } from '../routing/index.ts';
import { createAfterwards } from './afterwards.ts';
import type { WidgetDeps } from './deps.types.ts';
import { createIdentifier } from './identifying.ts';
import { createWidgetReader, type OwnChat } from './reading.ts';
import { createSender } from './sending.ts';
import { acceptedTypes } from './uploads.rules.ts';
import type { Visitor } from './visitors.ts';
import {
  findChat,
  findCustomerOfVisitor,
  findRunningChatOfTicket,
  findWorkspaceOfKey,
  workspaceExists,
} from './widget.store.ts';

type Request<Name extends WidgetCommandName> = z.output<(typeof widgetCommands)[Name]['request']>;

/** The commands that are answered from the database; typing is passed on by the gateway. */
export type WidgetCommands = {
  readonly [Name in Exclude<WidgetCommandName, 'typing'>]: (
    visitor: Visitor,
    request: Request<Name>,
    receivedAt: Date,
  ) => Promise<WidgetReply<Name>>;
};

export type WidgetService = ReturnType<typeof createWidgetService>;

/** Places told at once when a queue moves; those further behind read theirs when they look. */
const toldAtOnce = 200;

/** What the widget can ask for. */
export function createWidgetService(deps: WidgetDeps) {
  const { database, conversations, settingsOf } = deps;
  const reader = createWidgetReader(deps);
  const bot = createBotService({
    ...deps,
    agentsOnline: async (scope) => reader.agentsOnline(scope, await settingsOf(scope), null),
    customerMayEnd: async (scope) => (await settingsOf(scope)).sessions.customerMayEnd,
  });
  const sender = createSender({ ...deps, bot, help: createHelpFinder(deps), reader });
  const { identify } = createIdentifier(deps);

  async function ownChat(scope: Scope, visitor: Visitor, conversationId: string): Promise<OwnChat> {
    const customerId = await findCustomerOfVisitor(scope, visitor.visitorId);
    if (customerId === undefined || !(await findChat(scope, customerId, conversationId))) {
      throw notFound('conversation');
    }
    return { customerId, conversationId };
  }

  async function read(
    visitor: Visitor,
    request: Request<'conversation.read'>,
  ): Promise<WidgetUpdate> {
    return database.inWorkspace(visitor.workspaceId, async (scope) => {
      const { conversationId, afterSeq } = request;
      const customerId = await findCustomerOfVisitor(scope, visitor.visitorId);
      if (customerId === undefined) {
        if (conversationId !== null) throw notFound('conversation');
        return { conversation: null, messages: [] };
      }
      return reader.update(scope, { customerId, conversationId }, { afterSeq, asSeen: true });
    });
  }

  async function requestPerson(
    visitor: Visitor,
    { conversationId }: Request<'person.request'>,
    receivedAt: Date,
  ): Promise<WidgetUpdate> {
    return database.inWorkspace(visitor.workspaceId, async (scope) => {
      const own = await ownChat(scope, visitor, conversationId);
      const chat = await lockConversation(scope, conversationId);
      if (!chat) throw notFound('conversation');
      if (chat.session_state === 'ended') {
        throw new AppError('session_ended', 'Write a new message to start a new conversation.');
      }
      if (chat.ticket_id === null) {
        await bot.take(scope, {
          conversation: {
            id: chat.id,
            customerId: chat.customer_id,
            continued: false,
            state: chat.bot,
          },
          input: { kind: 'person_requested' },
          receivedAt,
        });
      }
      return reader.update(scope, own, { afterSeq: chat.last_seq });
    });
  }

  async function end(
    visitor: Visitor,
    { conversationId }: Request<'session.end'>,
    receivedAt: Date,
  ): Promise<WidgetUpdate> {
    return database.inWorkspace(visitor.workspaceId, async (scope) => {
      const own = await ownChat(scope, visitor, conversationId);
      const chat = await lockConversation(scope, conversationId);
      await deps.sessions.endIn(scope, {
        conversationId,
        reason: 'customer',
        actor: { kind: 'customer', id: own.customerId },
        receivedAt,
      });
      return reader.update(scope, own, { afterSeq: chat?.last_seq ?? 0 });
    });
  }

  const commands: WidgetCommands = {
    'conversation.read': read,
    'message.send': sender.send,
    'person.request': requestPerson,
    'session.end': end,
    ...createAfterwards({ ...deps, reader, ownChat }),
    identify,
  };

  return {
    commands,

    /** What the launcher looks like. Throws `not_found` for a key that no workspace has. */
    async config(key: string): Promise<WidgetConfig> {
      return database.inWorkspace(await this.workspaceOf(key), async (scope) => {
        const settings = await settingsOf(scope);
        const { name, slug } = await deps.findWorkspace(scope);
        return {
          workspaceName: name,
          greeting: settings.greeting,
          assistantName: settings.assistantName,
          accentColor: settings.accentColor,
          agentsOnline: await reader.agentsOnline(scope, settings, null),
          customerMayEnd: settings.sessions.customerMayEnd,
          open: settings.chat.open,
          askUrl: settings.portal.enabled ? `/help/${slug}/ask` : null,
          upload: { maxBytes: deps.uploadMaxBytes, types: [...acceptedTypes] },
        };
      });
    },

    /** The workspace of a public key. Throws `not_found`. */
    async workspaceOf(key: string): Promise<string> {
      const id = /^[\w-]+$/.test(key) ? await findWorkspaceOfKey(database.app, key) : null;
      if (id === null) throw notFound('widget key');
      return id;
    },

    /** Whether the visitor's workspace is still there; a token outlives a database that was reset. */
    async knows(visitor: Visitor): Promise<boolean> {
      return database.inWorkspace(visitor.workspaceId, workspaceExists);
    },

    /** What agents who watch the ticket are shown while a customer types; null where there is no ticket. */
    async typingSignal(visitor: Visitor, request: Request<'typing'>): Promise<DeskTyping | null> {
      return database.inWorkspace(visitor.workspaceId, async (scope) => {
        const own = await ownChat(scope, visitor, request.conversationId);
        const chat = await findChat(scope, own.customerId, own.conversationId);
        if (!chat || chat.ticket_id === null || chat.session_state === 'ended') return null;
        const customer = await findCustomer(scope, own.customerId);
        return {
          ticketId: chat.ticket_id,
          who: 'customer',
          name: customer?.name ?? 'Customer',
          memberId: null,
          typing: request.typing,
        };
      });
    },

    /** The visitor's last tab is gone (a time), or one is there again (null). */
    async presence(visitor: Visitor, leftAt: Date | null): Promise<void> {
      await database.inWorkspace(visitor.workspaceId, async (scope) => {
        const customerId = await findCustomerOfVisitor(scope, visitor.visitorId);
        if (customerId !== undefined) await deps.sessions.presenceIn(scope, customerId, leftAt);
      });
    },

    /** Somebody else has the ticket's chat now, or nobody: its customer is told. */
    async touchTicket(workspaceId: string, ticketId: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const conversationId = await findRunningChatOfTicket(scope, ticketId);
        if (conversationId !== undefined) await conversations.touch(scope, conversationId);
      });
    },

    /** Handler of `queue.tell`: each in its own transaction, in id order, so that nobody waits for all. */
    async tellQueue({
      workspaceId,
      queueId,
    }: {
      workspaceId: string;
      queueId: string;
    }): Promise<void> {
      const waiting = await database.inWorkspace(workspaceId, (scope) =>
        listWaitingConversations(scope, queueId, toldAtOnce),
      );
      for (const conversationId of waiting.toSorted()) {
        await database.inWorkspace(workspaceId, (scope) =>
          conversations.touch(scope, conversationId),
        );
      }
    },
  };
}
