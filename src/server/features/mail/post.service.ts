import { systemActor, type Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import {
  insertConversation,
  lockConversation,
  type ConversationService,
} from '../conversations/index.ts';
import type { CustomerService } from '../customers/index.ts';
import { createHistorian } from '../history/index.ts';
import type { TicketChanger, TicketCreator } from '../tickets/index.ts';
import { participantsOf } from './arrival.rules.ts';
import type { Outcome, SortedMail } from './delivery.service.ts';
import { listMailboxes } from './intake.store.ts';
import type { MessageWriter, PreparedMessage } from './message-writer.service.ts';
import { hasMailed } from './outbound.store.ts';
import {
  findContinuation,
  findOpenFollowup,
  hasHistoryLine,
  type TicketOfThread,
} from './threading.store.ts';
import type { Thread } from './threads.service.ts';

export interface PostDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly conversations: ConversationService;
  readonly customers: Pick<CustomerService, 'ofSender' | 'verifyEmail'>;
  readonly createTicket: TicketCreator;
  readonly changeTicket: TicketChanger;
  readonly writer: MessageWriter;
}

interface Opening {
  readonly customerId: string;
  readonly previousId: string | null;
}

export type PostService = ReturnType<typeof createPostService>;

/** Mail of people, and what machines answered in their name, put into conversations. */
export function createPostService(deps: PostDeps) {
  const { clock, ids, writer } = deps;
  const tell = createHistorian(deps);

  return {
    /** Puts a mail into its ticket or opens one. Automatic answers are noted quietly or dropped. */
    async deliver(scope: Scope, mail: SortedMail, thread: Thread): Promise<Outcome> {
      const automatic = mail.class.kind === 'auto_reply';
      if (thread.kind === 'existing') {
        return automatic ? noteAnswer(scope, mail, thread.ticket) : join(scope, mail, thread);
      }
      if (automatic) return { state: 'ignored', reason: mail.class.reason };
      const customerId = await deps.customers.ofSender(scope, mail.sender);
      const opened = await open(
        scope,
        mail,
        { customerId, previousId: null },
        await writer.prepare(scope, mail, { opens: true }),
      );
      if (thread.separated !== null) await tellSeparated(scope, opened.ticketId, thread.separated);
      return { state: 'processed', messageId: opened.messageId };
    },
  };

  /** A reply of the customer: it joins, and the ticket that waited for it is open again. */
  async function join(
    scope: Scope,
    mail: SortedMail,
    thread: Thread & { kind: 'existing' },
  ): Promise<Outcome> {
    const ticket = await currentTicket(scope, thread.ticket);
    const actor = customerOf(ticket.customer_id);
    const message = await writer.prepare(scope, mail, { opens: false });
    const conversation = await lockConversation(scope, ticket.conversation_id);
    await proveAddress(scope, mail, thread);
    if (conversation?.ticket_status === 'closed') {
      const opening = { customerId: ticket.customer_id, previousId: ticket.conversation_id };
      return {
        state: 'processed',
        messageId: (await open(scope, mail, opening, message)).messageId,
      };
    }
    const messageId = await writer.write(scope, message, {
      conversationId: ticket.conversation_id,
      author: actor,
    });
    // A chat that is still running keeps its routing; an ended one has become mail by being answered by mail.
    const ended =
      conversation?.session_state === 'ended' && conversation.routing_channel === 'messaging';
    const waited = ['pending', 'on_hold', 'solved'].includes(conversation?.ticket_status ?? '');
    const change = {
      ...(waited && { status: 'open' as const }),
      ...(ended && { routingChannel: 'email' as const }),
    };
    // Before the change: what hears of it must know that a machine wrote.
    if (mail.class.kind === 'bulk') await tellBulk(scope, ticket.id, mail, messageId);
    if (waited || ended) await deps.changeTicket(scope, ticket.id, change, actor);
    await tellParticipants(scope, ticket.id, mail);
    return { state: 'processed', messageId };
  }

  /** The ticket itself, or the one in which it goes on: its follow-up, or what came after it was closed. */
  async function currentTicket(scope: Scope, ticket: TicketOfThread) {
    if (ticket.status !== 'closed') {
      return (await findOpenFollowup(scope, ticket.conversation_id)) ?? ticket;
    }
    return (await findContinuation(scope, ticket.conversation_id)) ?? ticket;
  }

  /** Whoever answers from the address we wrote to, at the address only that mail named, owns it. */
  async function proveAddress(
    scope: Scope,
    mail: SortedMail,
    { ticket, decision }: Thread & { kind: 'existing' },
  ) {
    if (decision.kind !== 'existing' || decision.by !== 'reply_address') return;
    const { email } = mail.sender;
    if (await hasMailed(scope, { conversationId: ticket.conversation_id, to: email })) {
      await deps.customers.verifyEmail(scope, ticket.customer_id, email);
    }
  }

  async function open(
    scope: Scope,
    mail: SortedMail,
    { customerId, previousId }: Opening,
    message: PreparedMessage,
  ) {
    const conversationId = ids.next();
    const actor = customerOf(customerId);
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'email',
      previousId,
      at: clock.now(),
    });
    const bulk = mail.class.kind === 'bulk';
    const ticket = await deps.createTicket(scope, {
      conversationId,
      customerId,
      subject: mail.mail.subject,
      channel: 'email',
      routingChannel: 'email',
      actor,
      ...(bulk && { priority: 'low' as const }),
    });
    const messageId = await writer.write(scope, message, { conversationId, author: actor });
    await tellParticipants(scope, ticket.id, mail);
    if (bulk) await tellBulk(scope, ticket.id, mail);
    return { ticketId: ticket.id, messageId };
  }

  /** An absence note belongs to its ticket but asks for nothing: agents see it, nothing moves. */
  async function noteAnswer(
    scope: Scope,
    mail: SortedMail,
    ticket: TicketOfThread,
  ): Promise<Outcome> {
    await lockConversation(scope, ticket.conversation_id);
    const messageId = await writer.note(scope, mail, ticket.conversation_id);
    return { state: 'processed', messageId };
  }

  /** A list or a program wrote: nothing answers it by itself. `messageId` names one reply; without, it is the ticket. */
  function tellBulk(
    scope: Scope,
    ticketId: string,
    mail: SortedMail,
    messageId?: string,
  ): Promise<void> {
    const data = { reason: mail.class.reason, ...(messageId !== undefined && { messageId }) };
    return tell(scope, { ticketId, type: 'mail.bulk', actor: systemActor, data });
  }

  async function tellParticipants(scope: Scope, ticketId: string, mail: SortedMail): Promise<void> {
    const own = (await listMailboxes(scope)).map((mailbox) => mailbox.address);
    const addresses = participantsOf(mail.mail, [...own, mail.sender.email]);
    if (addresses.length === 0) return;
    const line = { ticketId, type: 'mail.participants', data: { addresses: addresses.join(', ') } };
    if (!(await hasHistoryLine(scope, line))) await tell(scope, { ...line, actor: systemActor });
  }

  function tellSeparated(
    scope: Scope,
    ticketId: string,
    { reason, related }: Separation,
  ): Promise<void> {
    const data =
      related === null
        ? { reason }
        : { reason: `${reason} (#${related.number})`, ticketId: related.id };
    return tell(scope, {
      ticketId: ticketId,
      type: 'mail.separated',
      actor: systemActor,
      data: data,
    });
  }
}

type Separation = NonNullable<(Thread & { kind: 'new' })['separated']>;

function customerOf(id: string): Actor {
  return { kind: 'customer', id };
}
