import type { Actor } from '../../../contracts/common.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';
import type { ConversationService } from '../conversations/index.ts';
import { findCustomer, type CustomerService } from '../customers/index.ts';
import { createHistorian } from '../history/index.ts';
import type { SessionService } from '../sessions/index.ts';
import type { TicketCreator } from '../tickets/index.ts';
import { isWish, nextTurn } from './bot.rules.ts';
import { saveBotState } from './bot.store.ts';
import {
  readState,
  type BotInput,
  type BotKnowledge,
  type BotState,
  type BotTurn,
  type HelpAnswer,
  type Learned,
} from './state.rules.ts';
import { handedOver } from './texts.rules.ts';

export interface BotDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly log: Log;
  readonly conversations: ConversationService;
  readonly customers: CustomerService;
  readonly sessions: SessionService;
  readonly createTicket: TicketCreator;
  /** Whether anybody could take a chat now. */
  readonly agentsOnline: (scope: Scope) => Promise<boolean>;
  /** Whether customers may end chats; where not, an answer by email still ends them. */
  readonly customerMayEnd: (scope: Scope) => Promise<boolean>;
}

/** A conversation whose lock the caller holds, with a session that runs. */
export interface BotConversation {
  readonly id: string;
  readonly customerId: string;
  readonly continued: boolean;
  readonly state: unknown;
}

export interface BotTurnRequest {
  readonly conversation: BotConversation;
  readonly input: BotInput;
  /** What the knowledge base says to the message, looked up before; null where it is not sure. */
  readonly help?: HelpAnswer | null;
  /** When it arrived: decides whether the chat had ended before. */
  readonly receivedAt: Date;
}

export type BotService = ReturnType<typeof createBotService>;

const assistant: Actor = { kind: 'assistant', id: null };

/** Carries out the turns of the bot: what it says and does is one with the customer's message. */
export function createBotService(deps: BotDeps) {
  const { conversations } = deps;
  const tell = createHistorian(deps);

  async function knowledgeOf(scope: Scope, conversation: BotConversation): Promise<BotKnowledge> {
    const customer = await findCustomer(scope, conversation.customerId);
    return {
      name: customer?.name ?? null,
      email: customer?.email ?? null,
      agentsOnline: await deps.agentsOnline(scope),
      continued: conversation.continued,
    };
  }

  /** A rule that throws must not leave the customer without an answer: a person takes over. */
  function decide(state: BotState, input: BotInput, knowledge: BotKnowledge) {
    try {
      return { turn: nextTurn(state, input, knowledge), failed: false };
    } catch (error) {
      deps.log.error({ err: error }, 'the bot failed and hands over');
      return { turn: failedTurn(state, knowledge), failed: true };
    }
  }

  async function learn(scope: Scope, customerId: string, { name, email }: Learned): Promise<void> {
    if (name === undefined && email === undefined) return;
    await deps.customers.claim(scope, customerId, {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
    });
  }

  /** Makes the ticket; `email` puts it straight among the work that is answered by mail. */
  async function handOver(
    scope: Scope,
    conversation: BotConversation,
    over: { turn: BotTurn; failed: boolean; routingChannel: 'messaging' | 'email' },
  ): Promise<void> {
    const customer: Actor = { kind: 'customer', id: conversation.customerId };
    const { id: ticketId } = await deps.createTicket(scope, {
      conversationId: conversation.id,
      customerId: conversation.customerId,
      subject: over.turn.state.topic ?? 'Asks for a person',
      channel: 'messaging',
      routingChannel: over.routingChannel,
      actor: customer,
    });
    await tell(scope, {
      ticketId,
      type: over.failed ? 'bot.failed' : 'handover.requested',
      actor: assistant,
      data: { reason: over.turn.reason ?? '', ...(isWish(over.turn) && { wish: true }) },
    });
  }

  async function end(scope: Scope, { conversation, receivedAt }: BotTurnRequest): Promise<void> {
    const byCustomer = await deps.customerMayEnd(scope);
    await deps.sessions.endIn(scope, {
      conversationId: conversation.id,
      reason: byCustomer ? 'customer' : 'system',
      actor: byCustomer ? { kind: 'customer', id: conversation.customerId } : assistant,
      receivedAt,
    });
  }

  return {
    /** One turn: remembers, answers, and makes the ticket or ends the chat where that was decided. */
    async take(scope: Scope, request: BotTurnRequest): Promise<void> {
      const { conversation, input } = request;
      const known = await knowledgeOf(scope, conversation);
      const knowledge = { ...known, help: request.help ?? null };
      const { turn, failed } = decide(readState(conversation.state), input, knowledge);
      await learn(scope, conversation.customerId, turn.learned);
      await saveBotState(scope, conversation.id, turn.state);
      for (const { text, prompt } of turn.replies) {
        await conversations.append(scope, {
          conversationId: conversation.id,
          clientId: null,
          channel: 'messaging',
          author: assistant,
          text,
          prompt,
        });
      }
      if (turn.act === 'hand_over') {
        await handOver(scope, conversation, { turn, failed, routingChannel: 'messaging' });
      }
      if (turn.act === 'end_by_email') {
        await handOver(scope, conversation, { turn, failed, routingChannel: 'email' });
      }
      if (turn.act === 'end_by_email' || turn.act === 'end') await end(scope, request);
    },
  };
}

function failedTurn(state: BotState, knowledge: BotKnowledge): BotTurn {
  return {
    state: { ...state, stage: 'waiting' },
    replies: [{ text: handedOver(knowledge.agentsOnline), prompt: null }],
    act: 'hand_over',
    learned: {},
    reason: 'an error of its own',
  };
}
