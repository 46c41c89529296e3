import { openDeskGateway } from '../features/desk/index.ts';
import { findConversationOfTicket } from '../features/tickets/index.ts';
import { openWidgetGateway, tellAgentTyping } from '../features/widget/index.ts';
import { notFound } from '../platform/errors.ts';
import type { Hub } from '../platform/realtime/hub.ts';
import type { Ground } from './ground.ts';

/** Opens the realtime channels of desks and widgets. */
export function openRealtime(ground: Ground, hub: Hub): void {
  const { log, clock, database, services, callers } = ground;
  openDeskGateway({
    publicUrl: ground.web.url,
    desk: hub.desk,
    log,
    findCaller: (socket) => {
      const { workspaceId } = socket.handshake.auth as { workspaceId?: unknown };
      return callers.find(
        socket.handshake.headers,
        typeof workspaceId === 'string' ? workspaceId : undefined,
      );
    },
    beat: ({ workspaceId, memberId }, idleSeconds) =>
      services.agents.beat(workspaceId, memberId, idleSeconds),
    leave: ({ workspaceId, memberId }) => services.agents.leave(workspaceId, memberId),
    conversationOf: (caller, ticketId) =>
      database.inWorkspace(caller.workspaceId, async (scope) => {
        const conversationId = await findConversationOfTicket(scope, ticketId);
        if (conversationId === undefined) throw notFound('ticket');
        return conversationId;
      }),
    see: (caller, conversationId, seq) =>
      database.inWorkspace(caller.workspaceId, async (scope) => {
        await services.work.begin(scope, { conversationId, agentId: caller.memberId });
        return services.conversations.see(scope, { conversationId, by: 'agent', seq });
      }),
    tellCustomer: ({ workspaceId, name }, conversationId, typing) =>
      tellAgentTyping(hub.widget, { workspaceId, conversationId, name, typing }),
  });
  openWidgetGateway({
    hub,
    visitors: services.visitors,
    widget: services.widget,
    clock,
    log,
  });
}
