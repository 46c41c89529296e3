import type { Actor } from '../../../contracts/common.ts';
import type { RoutingChannel, Session, SessionEndedReason } from '../../../contracts/sessions.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  lockConversation,
  type ConversationService,
  type LockedConversation,
} from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import type { WorkService } from '../routing/index.ts';
import { mayEnd, routingChannelAfterEnd } from './sessions.rules.ts';
import {
  findLastMessageAt,
  findSession,
  insertSession,
  markEnded,
  type SessionRow,
} from './sessions.store.ts';

/** What the end of a session needs of tickets. */
export interface SessionTickets {
  lock(
    scope: Scope,
    id: string,
  ): Promise<{ id: string; routing_channel: RoutingChannel } | undefined>;
  /** Sets the routing channel and returns the ticket's new version. */
  route(scope: Scope, id: string, channel: RoutingChannel): Promise<number>;
  create(scope: Scope, ticket: SessionTicket): Promise<{ id: string }>;
}

interface SessionTicket {
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly channel: 'messaging';
  readonly routingChannel: RoutingChannel;
  readonly actor: Actor;
}

export interface SessionDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly conversations: ConversationService;
  readonly work: WorkService;
  readonly tickets: SessionTickets;
}

export interface EndRequest {
  readonly conversationId: string;
  readonly reason: SessionEndedReason;
  readonly actor: Actor;
  /** Server time at which the request to end arrived: it decides races with messages. */
  readonly receivedAt: Date;
  /** Last words of whoever ends it, said before the end. */
  readonly farewell?: string | undefined;
}

export type SessionService = ReturnType<typeof createSessionService>;

/** The life of sessions: started with a conversation, ended once. */
export function createSessionService(deps: SessionDeps) {
  const { database, clock, ids } = deps;
  const tell = createHistorian(deps);

  return {
    async start(scope: Scope, conversationId: string): Promise<void> {
      await insertSession(scope, { id: ids.next(), conversationId, at: clock.now() });
    },

    /** Ends a session in a transaction of its own. See `endIn`. */
    async end(workspaceId: string, request: EndRequest): Promise<Session> {
      return database.inWorkspace(workspaceId, (scope) => this.endIn(scope, request));
    },

    /**
     * Ends a session: state, reason, actor, history, offer withdrawn, messaging units released, routing
     * channel decided, work re-classed or held; the ticket's status is never touched. Ending twice
     * answers with the first end. Throws `session_end_not_allowed` where the workspace forbids it.
     */
    async endIn(scope: Scope, request: EndRequest): Promise<Session> {
      const conversation = await lockConversation(scope, request.conversationId);
      const session = await findSession(scope, request.conversationId);
      if (!conversation || !session) throw notFound('chat');
      if (session.state === 'ended') return viewOf(session);
      const settings = await deps.settingsOf(scope);
      if (!mayEnd(settings, request.reason)) {
        throw new AppError(
          'session_end_not_allowed',
          'An admin can allow it in the settings for chats.',
        );
      }
      if (request.farewell) {
        await deps.conversations.say(scope, conversation.id, request.farewell, request.actor);
      }
      const at = await endOf(scope, conversation.id, request);
      const { reason, actor } = request;
      await markEnded(scope, { id: session.id, reason, actor, at });
      const ticketId = await settleTicket(scope, conversation, settings, request);
      await deps.conversations.touch(scope, conversation.id);
      scope.record({
        type: 'session.ended',
        sessionId: session.id,
        conversationId: conversation.id,
        ticketId,
        reason,
      });
      return viewOf({
        ...session,
        state: 'ended',
        ended_at: at,
        ended_reason: reason,
        ended_by_kind: actor.kind,
        ended_by_id: actor.id,
      });
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
    conversation: LockedConversation,
    settings: WorkspaceSettings,
    request: EndRequest,
  ): Promise<string | null> {
    const { reason, actor } = request;
    if (conversation.ticket_id === null) {
      return openTicketForUnfinished(scope, conversation, settings, request);
    }
    const ticket = await deps.tickets.lock(scope, conversation.ticket_id);
    if (!ticket) return null;
    const routingChannel = routingChannelAfterEnd(settings, reason, ticket.routing_channel);
    const version = await deps.tickets.route(scope, ticket.id, routingChannel);
    await tell(scope, {
      ticketId: ticket.id,
      type: 'session.ended',
      actor: actor,
      data: { reason, routingChannel },
    });
    await deps.work.follow(scope, ticket.id, actor);
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
    const routingChannel = routingChannelAfterEnd(settings, request.reason, 'messaging');
    const { id } = await deps.tickets.create(scope, {
      conversationId: conversation.id,
      customerId: conversation.customer_id,
      subject: topic,
      channel: 'messaging',
      routingChannel,
      actor: request.actor,
    });
    await tell(scope, {
      ticketId: id,
      type: 'session.ended',
      actor: request.actor,
      data: { reason: request.reason, routingChannel },
    });
    return id;
  }
}

/** What the customer told the bot they need; null when nothing was said. */
function topicOf(bot: unknown): string | null {
  if (typeof bot !== 'object' || bot === null || !('topic' in bot)) return null;
  return typeof bot.topic === 'string' && bot.topic.trim() !== '' ? bot.topic : null;
}

/** A session as the desk shows it. */
export function viewOf(row: SessionRow): Session {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endedReason: row.ended_reason,
    endedBy: row.ended_by_kind === null ? null : { kind: row.ended_by_kind, id: row.ended_by_id },
  };
}
