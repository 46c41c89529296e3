import type { Actor } from '../../../contracts/common.ts';
import type { Category, Priority } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { insertConversation, type ConversationService } from '../conversations/index.ts';
import { lockTicket, type TicketChanger, type TicketCreator } from '../tickets/index.ts';
import { messageOf, type Question } from './question.rules.ts';
import { saveTicketFields } from './questions.store.ts';

export interface QuestionDeps extends Core {
  readonly conversations: Pick<ConversationService, 'append'>;
  readonly createTicket: TicketCreator;
  readonly changeTicket: TicketChanger;
}

/** A question that is to become a ticket. */
export interface OpenedQuestion {
  readonly question: Question;
  readonly category: Pick<Category, 'fields'> | null;
  readonly customerId: string;
  readonly channel: 'portal' | 'api';
  readonly priority?: Priority;
  /** What the sender knows the question by. */
  readonly clientId?: string;
}

/** Something more that a customer says about their ticket. */
export interface SaidMore {
  readonly ticketId: string;
  readonly text: string;
  readonly clientId?: string;
}

export type QuestionDesk = ReturnType<typeof createQuestionDesk>;

/** Takes in what customers ask by a form, on the portal or through another program; answered by mail. */
export function createQuestionDesk(deps: QuestionDeps) {
  const { clock, ids } = deps;
  const customer = (id: string): Actor => ({ kind: 'customer', id });

  async function write(
    scope: Scope,
    said: { conversationId: string; author: Actor; text: string; clientId?: string | undefined },
  ): Promise<string> {
    const message = { ...said, clientId: said.clientId ?? null, channel: 'email' as const };
    return (await deps.conversations.append(scope, message)).id;
  }

  return {
    /** Opens a new conversation with its ticket; `messageId` is for files. */
    async open(
      scope: Scope,
      { question, category, customerId, channel, priority, clientId }: OpenedQuestion,
    ): Promise<{ id: string; number: number; messageId: string }> {
      const author = customer(customerId);
      const conversationId = ids.next();
      const at = clock.now();
      const conversation = { id: conversationId, customerId, channel, previousId: null, at };
      await insertConversation(scope, conversation);
      const ticket = await deps.createTicket(scope, {
        conversationId,
        customerId,
        subject: question.subject,
        channel,
        routingChannel: 'email',
        actor: author,
        ...(priority && { priority }),
      });
      const text = messageOf(question, category?.fields ?? []);
      const messageId = await write(scope, { conversationId, author, text, clientId });
      await saveTicketFields(scope, ticket.id, question.fields);
      if (question.category !== null) {
        // Its queue is chosen again with it: conditions may ask for the answers just saved.
        await deps.changeTicket(scope, ticket.id, { category: question.category }, author);
      }
      return { id: ticket.id, number: ticket.number, messageId };
    },

    /** Adds to a ticket; what waited for the customer is open again. Throws `not_found` and `ticket_closed`. */
    async reply(scope: Scope, { ticketId, text, clientId }: SaidMore): Promise<string> {
      const ticket = await lockTicket(scope, ticketId);
      if (!ticket) throw notFound('ticket');
      if (ticket.status === 'closed') {
        throw new AppError('ticket_closed', 'Open a new one and name this one in it.');
      }
      const author = customer(ticket.customer_id);
      const conversationId = ticket.conversation_id;
      const messageId = await write(scope, { conversationId, author, text, clientId });
      if (['pending', 'on_hold', 'solved'].includes(ticket.status)) {
        await deps.changeTicket(scope, ticketId, { status: 'open' }, author);
      }
      return messageId;
    },
  };
}
