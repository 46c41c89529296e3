import type { z } from 'zod';
import type { WidgetReply, widgetCommands } from '../../../contracts/widget.ts';
import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  initialState,
  saveBotState,
  type BotService,
  type HelpAnswer,
  type HelpFinder,
} from '../bot/index.ts';
import {
  insertConversation,
  lockConversation,
  type LockedConversation,
} from '../conversations/index.ts';
import { acceptsMessage, routingChannelAfterEnd, type ReturnPlace } from '../sessions/index.ts';
import type { WidgetDeps } from './deps.types.ts';
import type { WidgetReader } from './reading.ts';
import { storable } from './text.rules.ts';
import type { Visitor } from './visitors.ts';
import {
  findChat,
  findRunningChat,
  findSent,
  hasPerson,
  isErased,
  lockVisitor,
} from './widget.store.ts';

type SendRequest = z.output<(typeof widgetCommands)['message.send']['request']>;

/** A message as it came in, with what the help pages say to it. */
interface Sent {
  readonly request: SendRequest;
  readonly help: HelpAnswer | null;
  readonly receivedAt: Date;
}

/** The chat a message goes to, locked. */
interface Place {
  readonly chat: LockedConversation;
  readonly continued: boolean;
  /** Set where the chat has ended and takes the message all the same. */
  readonly back?: Exclude<ReturnPlace, { path: 'new' }>;
}

export interface SendingDeps extends WidgetDeps {
  readonly bot: BotService;
  readonly help: HelpFinder;
  readonly reader: WidgetReader;
}

/** Takes in what customers write: message, chat, ticket and the bot's answer are one transaction. */
export function createSender(deps: SendingDeps) {
  const { database, clock, ids, conversations } = deps;

  /**
   * The chat a message belongs to: the one it names while that takes messages, else the one that runs,
   * else a new one. So two messages written to an ended chat open one new chat, not two.
   */
  async function findPlace(
    scope: Scope,
    customerId: string,
    { fresh, receivedAt, ...of }: { named: string | null; fresh: boolean; receivedAt: Date },
  ): Promise<Place> {
    const named = await stillThere(scope, customerId, of.named);
    const running = await findRunningChat(scope, customerId);
    for (const id of new Set([named, running])) {
      if (!id) continue;
      const chat = await lockConversation(scope, id);
      if (chat && isOpenFor(chat, receivedAt)) return { chat, continued: false };
    }
    const back = named === null || fresh ? null : await findWayBack(scope, named, receivedAt);
    return back ?? open(scope, customerId, named);
  }

  /** The chat that is named, if it is theirs; none where its customer was deleted while the panel stayed open. */
  async function stillThere(scope: Scope, customerId: string, named: string | null) {
    if (named === null || (await findChat(scope, customerId, named))) return named;
    if (await isErased(scope, named)) return null;
    throw notFound('conversation');
  }

  /** The ended chat itself, where the workspace lets a message go back to it. */
  async function findWayBack(scope: Scope, named: string, receivedAt: Date): Promise<Place | null> {
    const chat = await lockConversation(scope, named);
    if (!chat) return null;
    const back = await deps.sessions.returnPath(scope, chat, receivedAt);
    return back.path === 'new' ? null : { chat, continued: false, back };
  }

  async function open(scope: Scope, customerId: string, named: string | null): Promise<Place> {
    if (!(await deps.settingsOf(scope)).chat.open) {
      throw new AppError('chat_closed', 'The chat is closed. Write to us by email instead.');
    }
    const previous = await findChat(scope, customerId, named);
    const id = ids.next();
    await insertConversation(scope, {
      id,
      customerId,
      channel: 'messaging',
      previousId: previous?.id ?? null,
      at: clock.now(),
    });
    await deps.sessions.start(scope, id);
    await saveBotState(scope, id, initialState(previous?.bot));
    const chat = await lockConversation(scope, id);
    if (!chat) throw notFound('conversation');
    return { chat, continued: previous !== undefined };
  }

  async function answer(
    scope: Scope,
    { chat, continued }: Place,
    { request, help, text, receivedAt }: Sent & { text: string },
  ): Promise<void> {
    if (chat.session_state === 'ended') return keepLate(scope, chat, text);
    if (chat.ticket_id !== null && (await hasPerson(scope, chat.id))) return;
    await deps.bot.take(scope, {
      conversation: { id: chat.id, customerId: chat.customer_id, continued, state: chat.bot },
      input: {
        kind: 'message',
        text,
        answer: request.answer,
        files: request.attachmentIds.length,
      },
      help,
      receivedAt,
    });
  }

  /** Came before the end but was stored after it: where the end left no ticket, this must not get lost. */
  async function keepLate(scope: Scope, chat: LockedConversation, text: string): Promise<void> {
    if (chat.ticket_id !== null || chat.ended_reason === null) return;
    const settings = await deps.settingsOf(scope);
    await deps.createTicket(scope, {
      conversationId: chat.id,
      customerId: chat.customer_id,
      subject: text,
      channel: 'messaging',
      routingChannel: routingChannelAfterEnd(settings, chat.ended_reason, 'messaging'),
      actor: { kind: 'customer', id: chat.customer_id },
    });
  }

  /** A customer who writes waits for an answer again. */
  async function reopen(scope: Scope, chat: LockedConversation, author: Actor): Promise<void> {
    const { ticket_id: ticketId, ticket_status: status } = chat;
    if (ticketId === null || !settled.has(status ?? '')) return;
    await deps.changeTicket(scope, ticketId, { status: 'open' }, author);
  }

  async function sendIn(
    scope: Scope,
    visitor: Visitor,
    { request, help, receivedAt }: Sent,
  ): Promise<WidgetReply<'message.send'>> {
    const text = textOf(request);
    if (storable(request.clientId) !== request.clientId)
      throw new AppError('request_invalid', 'Check clientId.');
    await lockVisitor(scope, visitor.visitorId);
    const customerId = await deps.customers.ofVisitor(scope, visitor.visitorId);
    const sent = await findSent(scope, customerId, request.clientId);
    if (sent) return storedReply(scope, sent.conversation_id, sent.id);
    const { conversationId: named, fresh } = request;
    const place = await findPlace(scope, customerId, { named, fresh, receivedAt });
    const author: Actor = { kind: 'customer', id: customerId };
    const stored = await conversations.append(scope, {
      conversationId: place.chat.id,
      clientId: request.clientId,
      channel: 'messaging',
      author,
      text,
      attachmentIds: request.attachmentIds,
      uploader: uploaderOf(visitor),
    });
    if (place.back) {
      await handBack(scope, place.chat, { back: place.back, author, request, text });
    } else {
      await deps.sessions.wake(scope, place.chat, author);
      await reopen(scope, place.chat, author);
      await answer(scope, place, { request, help, text, receivedAt });
    }
    return storedReply(scope, place.chat.id, stored.id);
  }

  /**
   * What came after the end is work like a mail. Where a linked ticket goes on, that has the work: it gets
   * the words too, and the chat keeps them only for its customer to see.
   */
  async function handBack(
    scope: Scope,
    chat: LockedConversation,
    said: {
      back: NonNullable<Place['back']>;
      author: Actor;
      request: SendRequest;
      text: string;
    },
  ): Promise<void> {
    const { back, author, request } = said;
    if (back.path === 'same') {
      if (chat.ticket_id !== null) await deps.sessions.takeBack(scope, chat.ticket_id, author);
      return;
    }
    await lockConversation(scope, back.conversationId);
    await conversations.append(scope, {
      conversationId: back.conversationId,
      clientId: `${request.clientId} again`,
      channel: 'messaging',
      author,
      text: said.text || 'Sent files, which are in the chat this ticket goes on from.',
    });
    await conversations.answered(scope, chat.id);
    await deps.sessions.takeBack(scope, back.ticketId, author);
  }

  async function storedReply(scope: Scope, conversationId: string, messageId: string) {
    return { conversationId, message: await deps.reader.message(scope, conversationId, messageId) };
  }

  return {
    /** Stores a message once, whatever is repeated, and answers with it and the chat it is in. */
    async send(
      visitor: Visitor,
      request: SendRequest,
      receivedAt: Date,
    ): Promise<WidgetReply<'message.send'>> {
      const { conversationId, answer: chosen, text } = request;
      const help =
        chosen === null
          ? await deps.help.find(visitor.workspaceId, { conversationId, text })
          : null;
      return database.inWorkspace(visitor.workspaceId, (scope) =>
        sendIn(scope, visitor, { request, help, receivedAt }),
      );
    },
  };
}

const settled = new Set(['pending', 'on_hold', 'solved']);

/** Who a visitor's files belong to until they are sent. */
export function uploaderOf(visitor: Visitor): string {
  return `visitor:${visitor.visitorId}`;
}

function isOpenFor(chat: LockedConversation, receivedAt: Date): boolean {
  if (chat.session_state === null) return false;
  return acceptsMessage({ state: chat.session_state, endedAt: chat.ended_at }, receivedAt);
}

/** What is stored as the message; an answer by a control says what was chosen. */
function textOf(request: SendRequest): string {
  const text = storable(request.text);
  if (text !== '' || request.attachmentIds.length > 0) return text;
  if (request.answer?.kind === 'skip') return 'Skip';
  if (request.answer?.kind === 'choice') return storable(request.answer.optionId);
  throw new AppError('request_invalid', 'Write something or attach a file.', {
    fields: [{ path: 'text', message: 'is empty' }],
  });
}
