import { findConversationOfTicket } from '../features/tickets/index.ts';
import { openDeskGateway } from '../features/desk/index.ts';
import type { CallerFinder } from '../features/identity/index.ts';
import type { Database } from '../platform/db/database.ts';
import { notFound } from '../platform/errors.ts';
import type { Caller } from '../platform/http/access.ts';
import type { Log } from '../platform/log.ts';
import type { Hub } from '../platform/realtime/hub.ts';
import type { Services } from './services.ts';

export interface RealtimeDeps {
  readonly hub: Hub;
  readonly log: Log;
  readonly database: Database;
  readonly services: Services;
  readonly callers: CallerFinder;
  /** Tells the widget of a conversation that an agent is writing. */
  readonly tellCustomer: (caller: Caller, conversationId: string, typing: boolean) => void;
}

/** Opens the desks' realtime channel. */
export function openRealtime({
  hub,
  log,
  database,
  services,
  callers,
  tellCustomer,
}: RealtimeDeps): void {
  openDeskGateway({
    desk: hub.desk,
    log,
    tellCustomer,
    findCaller: (socket) => {
      const { workspaceId } = socket.handshake.auth as { workspaceId?: unknown };
      return callers.find(
        socket.handshake.headers,
        typeof workspaceId === 'string' ? workspaceId : undefined,
      );
    },
    beat: ({ workspaceId, memberId }) => services.agents.beat(workspaceId, memberId),
    leave: ({ workspaceId, memberId }) => services.agents.leave(workspaceId, memberId),
    conversationOf: (caller, ticketId) =>
      database.inWorkspace(caller.workspaceId, async (scope) => {
        const conversationId = await findConversationOfTicket(scope, ticketId);
        if (conversationId === undefined) throw notFound('ticket');
        return conversationId;
      }),
    see: (caller, conversationId, seq) =>
      database.inWorkspace(caller.workspaceId, (scope) =>
        services.conversations.see(scope, { conversationId, by: 'agent', seq }),
      ),
  });
}
