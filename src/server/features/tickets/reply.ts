import type { PostMessage } from '../../../contracts/conversations.ts';
import type { MacroAction } from '../../../contracts/macros.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  lockConversation,
  type ConversationService,
  type LockedConversation,
} from '../conversations/index.ts';
import { findCustomer } from '../customers/index.ts';
import type { WorkService } from '../routing/index.ts';
import type { TicketChanger } from './change.ts';
import { deleteDraft } from './timeline.store.ts';
import { lockTicket } from './lock.ts';
import { findConversationOfTicket, updateTicket, type TicketRow } from './tickets.store.ts';
import type { TicketActor } from './tickets.service.ts';

/** What the mail feature offers: a reply becomes a row that is sent by a job. */
export interface OutgoingReply {
  readonly ticketId: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string | null;
  readonly authorName: string;
  readonly automatic: boolean;
  /** Whether the text says itself who writes and how to go on, so that nothing of ours stands under it. */
  readonly signed?: boolean;
}

export interface ReplyDeps extends Pick<Core, 'clock'> {
  readonly conversations: ConversationService;
  readonly work: WorkService;
  readonly change: TicketChanger;
  readonly queueReply: (scope: Scope, reply: OutgoingReply) => Promise<void>;
  /** Does the acts of macros that were sent with a message. */
  readonly applyActs: (scope: Scope, acts: ActsOfMessage) => Promise<void>;
}

interface ActsOfMessage {
  readonly ticketId: string;
  readonly actions: readonly MacroAction[];
  readonly macroIds: readonly string[];
  readonly memberId: string;
}

interface Sent {
  readonly message: PostMessage;
  readonly actor: Pick<TicketActor, 'memberId' | 'name'>;
  /** Whether who says it takes the work, where nobody has it. */
  readonly takes: boolean;
  readonly messageId: string;
}

/** A ticket and its conversation, both locked. */
interface Place {
  readonly conversationId: string;
  readonly conversation: LockedConversation;
  readonly ticket: TicketRow;
}

export type TicketReplier = ReturnType<typeof createTicketReplier>;

/** What an agent says: in the chat, by mail, or as a note. */
export function createTicketReplier(deps: ReplyDeps) {
  const { clock, conversations, work, change, queueReply } = deps;
  return {
    /**
     * Stores the message and sends it on its way. Throws `session_ended` for chat after the end,
     * `customer_unreachable` for mail without an address, `ticket_closed`.
     */
    async send(scope: Scope, ticketId: string, message: PostMessage, actor: TicketActor) {
      return say(scope, await lockBoth(scope, ticketId), { message, actor, takes: true });
    },

    /**
     * Says what many customers are told at once: in the chat while it runs, else by mail. Nobody takes the work by
     * it. Throws as `send` does.
     */
    async tell(
      scope: Scope,
      ticketId: string,
      said: Pick<PostMessage, 'clientId' | 'text' | 'status'>,
      actor: Pick<TicketActor, 'memberId' | 'name'>,
    ): Promise<void> {
      const place = await lockBoth(scope, ticketId);
      const isLive = isRunning(place.conversation);
      const channel = isLive ? ('messaging' as const) : ('email' as const);
      const message = { ...said, channel, attachmentIds: [] };
      await say(scope, place, { message, actor, takes: false });
    },

    /** A new ticket that somebody has is open. */
    async markTaken(scope: Scope, ticketId: string): Promise<void> {
      const ticket = await lockTicket(scope, ticketId);
      if (!ticket) return;
      const status = ticket.status === 'new' ? 'open' : ticket.status;
      const version = await updateTicket(scope, ticketId, { status }, clock.now());
      await conversations.touch(scope, ticket.conversation_id);
      scope.record({ type: 'ticket.changed', ticketId, version });
    },
  };

  async function say(
    scope: Scope,
    { conversationId, conversation, ticket }: Place,
    { message, actor, takes }: Omit<Sent, 'messageId'>,
  ) {
    assertSayable(message);
    if (message.channel !== 'note' && ticket.status === 'closed') {
      throw new AppError('ticket_closed', 'Write a note, or open a new ticket.');
    }
    if (message.channel === 'messaging') assertLive(conversation);
    if (message.channel === 'email') await assertReachable(scope, ticket);
    const written = await conversations.append(scope, {
      conversationId,
      clientId: message.clientId,
      channel: message.channel,
      author: { kind: 'agent', id: actor.memberId },
      text: message.text,
      html: null,
      attachmentIds: message.attachmentIds,
      uploader: `member:${actor.memberId}`,
    });
    if (written.created) {
      await afterwards(scope, ticket, { message, actor, takes, messageId: written.id });
    }
    return { conversationId, messageId: written.id };
  }

  async function afterwards(
    scope: Scope,
    ticket: TicketRow,
    { message, actor, takes, messageId }: Sent,
  ): Promise<void> {
    if (await deleteDraft(scope, ticket.id, actor.memberId)) {
      const { memberId } = actor;
      scope.record({ type: 'draft.changed', ticketId: ticket.id, memberId });
    }
    if (message.channel === 'email') {
      await queueReply(scope, {
        ticketId: ticket.id,
        messageId,
        text: message.text,
        html: message.html ?? null,
        authorName: actor.name,
        automatic: false,
      });
    }
    // Who answers work that nobody has takes it, if there is room; answering is never refused for it.
    if (takes && message.channel !== 'note')
      await work.takeIfFree(scope, ticket.id, actor.memberId);
    const acts = actsOf(message);
    const setsStatus = acts.some(({ kind }) => kind === 'status');
    const opened = takes && ticket.status === 'new' && !setsStatus ? 'open' : undefined;
    const status = message.status ?? opened;
    if (status !== undefined) {
      await change(scope, ticket.id, { status }, { kind: 'agent', id: actor.memberId });
    }
    // Last, because they may end the chat that the message is part of.
    const { memberId } = actor;
    const macroIds = message.macroIds ?? [];
    await deps.applyActs(scope, { ticketId: ticket.id, actions: acts, macroIds, memberId });
  }
}

/** What macros add to the message; a status chosen with Send counts more than theirs. */
function actsOf({ acts = [], status }: PostMessage): MacroAction[] {
  return acts.filter(({ kind }) => status === undefined || kind !== 'status');
}

function assertSayable(message: PostMessage): void {
  if (message.text !== '' || message.attachmentIds.length > 0) return;
  throw new AppError('request_invalid', 'Write something or attach a file.', {
    fields: [{ path: 'text', message: 'is empty' }],
  });
}

async function lockBoth(scope: Scope, ticketId: string): Promise<Place> {
  const conversationId = await findConversationOfTicket(scope, ticketId);
  if (conversationId === undefined) throw notFound('ticket');
  const conversation = await lockConversation(scope, conversationId);
  const ticket = await lockTicket(scope, ticketId);
  if (!conversation || !ticket) throw notFound('ticket');
  return { conversationId, conversation, ticket };
}

function isRunning({ session_state: state }: LockedConversation): boolean {
  return state !== null && state !== 'ended';
}

function assertLive(conversation: LockedConversation): void {
  if (conversation.session_state === null) {
    throw new AppError('session_ended', 'This conversation did not start as a chat.');
  }
  if (conversation.session_state === 'ended') {
    throw new AppError('session_ended', 'Answer by email, or write a note.');
  }
}

async function assertReachable(scope: Scope, ticket: TicketRow): Promise<void> {
  const customer = await findCustomer(scope, ticket.customer_id);
  if (customer?.email) return;
  throw new AppError(
    'customer_unreachable',
    'Add an address to the customer first, or write a note.',
  );
}
