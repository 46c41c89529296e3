import { systemActor } from '../../../contracts/common.ts';
import type { FollowupMode, Session } from '../../../contracts/sessions.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { lockConversation, type LockedConversation } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { EndRequest, FollowupWish, SessionDeps } from './deps.types.ts';
import { createFollowupOpener } from './followup.ts';
import { followupModeAfterEnd, mayEnd, routingChannelAfterEnd } from './sessions.rules.ts';
import {
  findFollowupPolicy,
  findLastMessageAt,
  findSession,
  markEnded,
  saveFollowupWish,
  type SessionRow,
} from './sessions.store.ts';
import { viewOf } from './sessions.view.ts';

export type Ending = ReturnType<typeof createEnding>;

/** What a rule says after the end. */
type Later = Pick<EndRequest, 'actor' | 'asEmail' | 'followupMode'>;

/** A chat that is being ended, locked. */
interface Chat {
  readonly conversation: LockedConversation;
  readonly session: SessionRow;
}

/** Ends sessions and decides how the rest goes on. */
export function createEnding(deps: SessionDeps) {
  const tell = createHistorian(deps);
  const followup = createFollowupOpener(deps);

  return {
    /**
     * Ends a session: state, reason, actor, rule, history, offer withdrawn, messaging units released,
     * routing channel and follow-up decided, work re-classed or held; the ticket's status is never
     * touched. Ending twice answers with the first end; what a rule wishes for the rest still happens.
     * Throws `session_end_not_allowed` where the workspace forbids it.
     */
    async endIn(scope: Scope, request: EndRequest): Promise<Session> {
      const conversation = await lockConversation(scope, request.conversationId);
      const session = await findSession(scope, request.conversationId);
      if (!conversation || !session) throw notFound('chat');
      if (session.state === 'ended') {
        await obeyLater(scope, { conversation, session }, request);
        return viewOf(session);
      }
      const settings = await deps.settingsOf(scope);
      assertMayEnd(settings, request);
      if (request.farewell) {
        await deps.conversations.say(scope, conversation.id, request.farewell, request.actor);
      }
      const { reason, actor } = request;
      await markEnded(scope, {
        id: session.id,
        reason,
        actor,
        at: await endOf(scope, conversation.id, request),
        rule: request.rule?.id ?? null,
        cause: request.cause ?? null,
      });
      const ticketId = await settleTicket(scope, { conversation, session }, settings, request);
      await deps.conversations.touch(scope, conversation.id);
      scope.record({
        type: 'session.ended',
        sessionId: session.id,
        conversationId: conversation.id,
        ticketId,
        reason,
        previous: session.state,
        rule: request.rule?.id ?? null,
      });
      return viewOf((await findSession(scope, conversation.id)) ?? session);
    },

    /**
     * A rule says how the rest of a chat goes on: kept for the end while it runs, done at once after it.
     * Throws `session_ended` where it goes on in a linked ticket already and should not.
     */
    async wishIn(scope: Scope, wish: FollowupWish): Promise<void> {
      const conversation = await lockConversation(scope, wish.conversationId);
      const session = await findSession(scope, wish.conversationId);
      if (!conversation || !session) throw notFound('chat');
      if (await saveFollowupWish(scope, session.id, wish.followupMode)) return;
      if (conversation.has_followup && wish.followupMode === 'same_ticket') {
        throw new AppError('session_ended', 'The rest goes on in a linked ticket already.');
      }
      await obeyLater(scope, { conversation, session }, wish);
    },
  };

  /** The end is never before a message that is part of the session. */
  async function endOf(scope: Scope, conversationId: string, request: EndRequest): Promise<Date> {
    const last = await findLastMessageAt(scope, conversationId);
    return last !== null && last >= request.receivedAt
      ? new Date(last.getTime() + 1)
      : request.receivedAt;
  }

  /** What the end means for the ticket. A chat that never got one gets it now if something was asked. */
  async function settleTicket(
    scope: Scope,
    chat: Chat,
    settings: WorkspaceSettings,
    request: EndRequest,
  ): Promise<string | null> {
    if (chat.conversation.ticket_id === null) {
      if (request.cause === 'customer_deleted') return null;
      return openTicketForUnfinished(scope, chat.conversation, settings, request);
    }
    const ticket = await deps.tickets.lock(scope, chat.conversation.ticket_id);
    if (!ticket) return null;
    const routingChannel = request.asEmail
      ? 'email'
      : routingChannelAfterEnd(settings, request.reason, ticket.routing_channel);
    const policy = await findFollowupPolicy(scope, ticket.id);
    const mode = followupModeAfterEnd({
      wish: request.followupMode ?? policy.wish,
      queue: policy.mode,
      routingChannel,
      status: ticket.status,
    });
    const number =
      mode === 'linked_ticket'
        ? await followup.open(scope, {
            sessionId: chat.session.id,
            conversation: chat.conversation,
            ticket,
            actor: request.actor,
            holderId: policy.holderId,
          })
        : null;
    const own = number === null ? routingChannel : ticket.routing_channel;
    const version = await deps.tickets.route(scope, ticket.id, own);
    await tellEnded(scope, ticket.id, request, { routingChannel: own, followup: number });
    await deps.work.follow(scope, ticket.id, request.actor);
    scope.record({ type: 'ticket.changed', ticketId: ticket.id, version });
    return ticket.id;
  }

  async function openTicketForUnfinished(
    scope: Scope,
    conversation: LockedConversation,
    settings: WorkspaceSettings,
    request: EndRequest,
  ): Promise<string | null> {
    const topic = topicOf(conversation.bot);
    if (topic === null) return null;
    const routingChannel = request.asEmail
      ? 'email'
      : routingChannelAfterEnd(settings, request.reason, 'messaging');
    const { id } = await deps.tickets.create(scope, {
      conversationId: conversation.id,
      customerId: conversation.customer_id,
      subject: topic,
      channel: 'messaging',
      routingChannel,
      actor: request.actor,
    });
    await tellEnded(scope, id, request, { routingChannel, followup: null });
    return id;
  }

  function tellEnded(
    scope: Scope,
    ticketId: string,
    { reason, actor, rule, cause }: EndRequest,
    rest: { routingChannel: string; followup: number | null },
  ): Promise<void> {
    const why = { ...(rule && { rule: rule.name, ruleId: rule.id }), ...(cause && { cause }) };
    const data = { reason, ...rest, ...why };
    return tell(scope, { ticketId, type: 'session.ended', actor, data });
  }

  /** A rule that speaks after the end cannot end again, but it may still say how the rest goes on. */
  async function obeyLater(scope: Scope, chat: Chat, request: Later): Promise<void> {
    const { ticket_id: ticketId } = chat.conversation;
    if (ticketId === null || (!request.asEmail && request.followupMode === undefined)) return;
    const ticket = await deps.tickets.lock(scope, ticketId);
    if (!ticket || ticket.status === 'closed') return;
    if (await openLater(scope, chat, request, ticket)) return;
    if (request.asEmail && ticket.routing_channel === 'messaging') {
      await deps.tickets.change(scope, ticketId, { routingChannel: 'email' }, request.actor);
    }
  }

  /** Whether the rest goes on in a linked ticket, which is opened if it is not there yet. */
  async function openLater(
    scope: Scope,
    chat: Chat,
    request: Later,
    ticket: NonNullable<Awaited<ReturnType<typeof deps.tickets.lock>>>,
  ): Promise<boolean> {
    const wish: FollowupMode | null = request.followupMode ?? null;
    if (chat.conversation.has_followup) return true;
    if (wish !== 'linked_ticket' || ticket.status === 'solved') return false;
    const { holderId } = await findFollowupPolicy(scope, ticket.id);
    await followup.open(scope, {
      sessionId: chat.session.id,
      conversation: chat.conversation,
      ticket,
      actor: request.actor,
      holderId,
    });
    await deps.work.follow(scope, ticket.id, systemActor);
    const version = await deps.tickets.route(scope, ticket.id, ticket.routing_channel);
    scope.record({ type: 'ticket.changed', ticketId: ticket.id, version });
    return true;
  }
}

function assertMayEnd(settings: WorkspaceSettings, { reason }: EndRequest): void {
  if (mayEnd(settings, reason)) return;
  throw new AppError('session_end_not_allowed', 'An admin can allow it in the settings for chats.');
}

/** What the customer told the bot they need; null when nothing was said. */
function topicOf(bot: unknown): string | null {
  if (typeof bot !== 'object' || bot === null || !('topic' in bot)) return null;
  return typeof bot.topic === 'string' && bot.topic.trim() !== '' ? bot.topic : null;
}
