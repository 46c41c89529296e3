import type { Actor } from '../../../contracts/common.ts';
import type {
  FollowupMode,
  RoutingChannel,
  SessionEndedReason,
  SystemEndCause,
} from '../../../contracts/sessions.ts';
import type { Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { ConversationService } from '../conversations/index.ts';
import type { WorkService } from '../routing/index.ts';

/** A ticket as far as its session is concerned. */
export interface SessionTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly category: string | null;
  readonly group_id: string | null;
  readonly routing_channel: RoutingChannel;
}

interface TicketToOpen {
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly channel: 'messaging' | 'email';
  readonly routingChannel: RoutingChannel;
  readonly actor: Actor;
  readonly priority?: Priority;
  readonly category?: string | null;
  readonly groupId?: string | null;
  readonly followupOf?: string;
}

/** What sessions need of tickets. */
export interface SessionTickets {
  lock(scope: Scope, id: string): Promise<SessionTicket | undefined>;
  /** Sets the routing channel and returns the ticket's new version. */
  route(scope: Scope, id: string, channel: RoutingChannel): Promise<number>;
  change(
    scope: Scope,
    id: string,
    change: { status?: Exclude<TicketStatus, 'new' | 'closed'>; routingChannel?: 'email' },
    actor: Actor,
  ): Promise<void>;
  create(scope: Scope, ticket: TicketToOpen): Promise<{ id: string; number: number }>;
}

export interface SessionDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly conversations: ConversationService;
  readonly work: WorkService;
  readonly tickets: SessionTickets;
}

/** How a rule wants the rest of a chat to go on. */
export interface FollowupWish {
  readonly conversationId: string;
  readonly actor: Actor;
  readonly followupMode: FollowupMode;
}

export interface EndRequest {
  readonly conversationId: string;
  readonly reason: SessionEndedReason;
  readonly actor: Actor;
  /** Server time at which the request to end arrived: it decides races with messages. */
  readonly receivedAt: Date;
  /** Last words of whoever ends it, said before the end. */
  readonly farewell?: string | undefined;
  /** The rule that ends it, with the reason `trigger`. */
  readonly rule?: { readonly id: string; readonly name: string };
  /** Routes the rest as email whatever the settings say, also where the chat had ended before. */
  readonly asEmail?: boolean;
  /** How the rest goes on; left out, as a rule wished or the queue says. Also where the chat had ended before. */
  readonly followupMode?: FollowupMode;
  /** Why the system ends it, with the reason `system`. */
  readonly cause?: SystemEndCause;
}
