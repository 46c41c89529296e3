/** What may happen to a session and what follows: pure decisions. */
import type { AfterEnd } from '../../../contracts/session-settings.ts';
import type {
  FollowupMode,
  RoutingChannel,
  SessionEndedReason,
  SessionState,
} from '../../../contracts/sessions.ts';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';

export interface SessionFacts {
  readonly state: SessionState;
  readonly endedAt: Date | null;
}

/**
 * Whether a message belongs to this session. Server time decides: what arrived before the end is part
 * of it even if the end was written first; what arrives at or after it opens a new conversation.
 */
export function acceptsMessage(session: SessionFacts, receivedAt: Date): boolean {
  return session.state !== 'ended' || (session.endedAt !== null && receivedAt < session.endedAt);
}

/** Whether the workspace lets this side end sessions. */
export function mayEnd(settings: WorkspaceSettings, reason: SessionEndedReason): boolean {
  if (reason === 'agent') return settings.sessions.agentMayEnd;
  if (reason === 'customer') return settings.sessions.customerMayEnd;
  return true;
}

/** How the ticket is routed once the session has ended. What is routed as email already stays so. */
export function routingChannelAfterEnd(
  { sessions }: WorkspaceSettings,
  reason: SessionEndedReason,
  current: RoutingChannel,
): RoutingChannel {
  if (reason === 'agent' && sessions.agentEndedAsEmail) return 'email';
  if (reason === 'customer' && sessions.customerEndedAsEmail) return 'email';
  if (reason === 'inactivity' && sessions.inactivityEndedAsEmail) return 'email';
  return current;
}

/**
 * How the rest goes on. A wish of a rule always counts; a queue's mode only where the rest is treated
 * as email at all. Nothing goes on from a ticket that is solved.
 */
export function followupModeAfterEnd(facts: {
  wish: FollowupMode | null;
  queue: FollowupMode;
  routingChannel: RoutingChannel;
  status: TicketStatus;
}): FollowupMode {
  if (facts.status === 'solved' || facts.status === 'closed') return 'same_ticket';
  if (facts.wish !== null) return facts.wish;
  return facts.routingChannel === 'email' ? facts.queue : 'same_ticket';
}

export type ReturnPath = 'new' | 'same' | 'followup';

export interface ReturnFacts {
  readonly endedAt: Date;
  readonly ticketStatus: TicketStatus | null;
  /** Whether a linked follow-up ticket that is not closed goes on from this chat. */
  readonly hasFollowup: boolean;
  /** Without an address nobody could answer by mail: only a new chat reaches this customer. */
  readonly reachable: boolean;
}

/** Where a customer's chat message goes that came after the end. */
export function returnPathOf(
  facts: ReturnFacts,
  policy: { afterEnd: AfterEnd; graceMinutes: number },
  now: Date,
): ReturnPath {
  if (facts.ticketStatus === null || !facts.reachable) return 'new';
  if (policy.afterEnd === 'new_ticket') return 'new';
  const late = now.getTime() - facts.endedAt.getTime() > policy.graceMinutes * 60_000;
  if (policy.afterEnd === 'same_within_grace' && late) return 'new';
  if (facts.hasFollowup) return 'followup';
  return facts.ticketStatus === 'closed' ? 'new' : 'same';
}

export interface EndOutlook {
  readonly routingChannel: RoutingChannel;
  readonly followupMode: FollowupMode;
  readonly queueName: string;
  readonly assignee: 'you' | 'somebody' | 'nobody';
  readonly solved: boolean;
}

/** What ending would do, in the words on the button. */
export function describeEnd(outlook: EndOutlook): string {
  if (outlook.solved) return 'The chat ends. The ticket is solved, so no work is left.';
  if (outlook.routingChannel === 'messaging') {
    return 'The chat ends and the ticket leaves every queue, because ended chats are not treated as email here.';
  }
  const stays = {
    you: 'and stays with you',
    somebody: 'and stays with its assignee',
    nobody: 'and waits for the next free agent',
  }[outlook.assignee];
  return outlook.followupMode === 'linked_ticket'
    ? `Opens a linked follow-up ticket, which becomes email work ${stays}.`
    : `Becomes email work in ${outlook.queueName} ${stays}.`;
}

/** What the customer reads after the end. Customers read "conversation", never "session" or "ticket". */
export function nextStepFor(facts: {
  reason: SessionEndedReason;
  routingChannel: RoutingChannel | null;
  email: string | null;
  solved: boolean;
}): string {
  if (facts.solved || facts.routingChannel === null) {
    return 'Start a new conversation whenever you need us.';
  }
  if (facts.routingChannel === 'email' && facts.email !== null) {
    return `What is left goes on by email: we will write to ${facts.email}.`;
  }
  if (facts.email === null) {
    return 'We have no email address of yours, so start a new conversation if you still need us.';
  }
  return 'We have kept what you wrote. Start a new conversation whenever you need us.';
}
