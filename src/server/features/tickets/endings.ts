import type { EndSessionPreview } from '../../../contracts/sessions.ts';
import type { Ticket } from '../../../contracts/tickets.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findWorkOfTicket, type WorkService } from '../routing/index.ts';
import {
  describeEnd,
  findFollowupPolicy,
  followupModeAfterEnd,
  mayEnd,
  routingChannelAfterEnd,
  type SessionService,
} from '../sessions/index.ts';
import { createTicketReader, type TicketReaderDeps } from './read.ts';
import { findConversationOfTicket } from './tickets.store.ts';
import { agentActor, type TicketActor } from './tickets.service.ts';

export interface EndingDeps extends Core, TicketReaderDeps {
  readonly sessions: SessionService;
  readonly work: Pick<WorkService, 'queueFor'>;
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

export type EndingService = ReturnType<typeof createEndingService>;

/** An agent ends the chat of a ticket, and reads before what that will do. */
export function createEndingService(deps: EndingDeps) {
  const { database, clock, sessions, settingsOf } = deps;
  const reader = createTicketReader(deps);

  return {
    async preview(actor: TicketActor, ticketId: string): Promise<EndSessionPreview> {
      return database.inWorkspace(actor.workspaceId, async (scope) => {
        const ticket = await reader.ticket(scope, ticketId);
        const settings = await settingsOf(scope);
        const work = await findWorkOfTicket(scope, ticketId);
        const routingChannel = routingChannelAfterEnd(settings, 'agent', ticket.routingChannel);
        const policy = await findFollowupPolicy(scope, ticketId);
        const assigned = work?.state === 'assigned' ? work.agent_id : null;
        return {
          allowed: mayEnd(settings, 'agent') && ticket.session?.state !== 'ended',
          routingChannel,
          sentence: describeEnd({
            routingChannel,
            followupMode: followupModeAfterEnd({
              wish: policy.wish,
              queue: policy.mode,
              routingChannel,
              status: ticket.status,
            }),
            queueName: await deps.work.queueFor(scope, ticketId, routingChannel),
            assignee:
              assigned === null ? 'nobody' : assigned === actor.memberId ? 'you' : 'somebody',
            solved: ticket.status === 'solved' || ticket.status === 'closed',
          }),
        };
      });
    },

    async end(actor: TicketActor, ticketId: string, farewell: string | undefined): Promise<Ticket> {
      const receivedAt = clock.now();
      return database.inWorkspace(actor.workspaceId, async (scope) => {
        const conversationId = await findConversationOfTicket(scope, ticketId);
        if (conversationId === undefined) throw notFound('ticket');
        const ticket = await reader.ticket(scope, ticketId);
        if (ticket.session === null)
          throw new AppError('session_ended', 'This conversation did not start as a chat.');
        await sessions.endIn(scope, {
          conversationId,
          reason: 'agent',
          actor: agentActor(actor),
          receivedAt,
          farewell,
        });
        return reader.ticket(scope, ticketId);
      });
    },
  };
}
