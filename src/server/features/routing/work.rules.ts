/** What a ticket claims of somebody's attention: derived from its status and session, nothing else. */
import type { ChannelClass } from '../../../contracts/people.ts';
import type { RoutingChannel, SessionState } from '../../../contracts/sessions.ts';
import type { Channel, Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { MatchableTicket } from './queues.rules.ts';

export type HeldReason = 'session_ended' | 'awaiting_customer' | 'on_hold' | 'assistant';

export type Claim =
  /** `free`: costs its agent no units, because the customer is silent. */
  | { readonly kind: 'active'; readonly channelClass: ChannelClass; readonly free?: true }
  | { readonly kind: 'held'; readonly reason: HeldReason }
  | { readonly kind: 'done' };

export interface ClaimFacts {
  readonly status: TicketStatus;
  /** Null where there never was a live session: mail, portal, phone. */
  readonly session: SessionState | null;
  readonly routingChannel: RoutingChannel;
  /** Whether a linked follow-up ticket goes on from it: then nothing of the work is left here. */
  readonly followedUp: boolean;
  /** Whether the assistant looks at it before people do. */
  readonly assistantActs: boolean;
  /** Whether quiet chats keep their units, as the workspace has it. */
  readonly countInactive: boolean;
}

/**
 * A running session is live work whatever the status says. After its end the ticket is email work if it
 * is routed as email, and otherwise held: no queue takes it. Waiting for the customer costs nothing.
 */
export function claimOf(facts: ClaimFacts): Claim {
  if (facts.session !== null && facts.session !== 'ended') {
    const live = { kind: 'active', channelClass: 'messaging' } as const;
    return facts.session === 'inactive' && !facts.countInactive ? { ...live, free: true } : live;
  }
  if (facts.followedUp) return { kind: 'done' };
  if (facts.status === 'solved' || facts.status === 'closed') return { kind: 'done' };
  if (facts.routingChannel === 'messaging') return { kind: 'held', reason: 'session_ended' };
  if (facts.status === 'pending') return { kind: 'held', reason: 'awaiting_customer' };
  if (facts.status === 'on_hold') return { kind: 'held', reason: 'on_hold' };
  if (facts.assistantActs) return { kind: 'held', reason: 'assistant' };
  return { kind: 'active', channelClass: 'email' };
}

const ranks: Record<Priority, number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** 0 is served first. */
export function rankOf(priority: Priority): number {
  return ranks[priority];
}

const heldSentences: Record<HeldReason, string> = {
  session_ended:
    'The chat has ended and this ticket is still routed as messaging, so no queue takes it. Assign it by hand, or route it as email.',
  awaiting_customer: 'Waits for the customer.',
  on_hold: 'On hold.',
  assistant:
    'The assistant looks at it first. What it leaves to people goes to its queue by itself.',
};

/** Why held work waits, in a sentence. */
export function explainHeld(reason: HeldReason): string {
  return heldSentences[reason];
}

/** What the match of queues is made from. */
export function matchable(facts: {
  readonly channel: Channel;
  readonly routing_channel: RoutingChannel;
  readonly category: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly group_id: string | null;
  readonly pinned_queue_id: string | null;
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly customer: MatchableTicket['customer'];
}): MatchableTicket {
  return {
    channel: facts.channel,
    routingChannel: facts.routing_channel,
    category: facts.category,
    priority: facts.priority,
    tags: facts.tags,
    groupId: facts.group_id,
    pinnedQueueId: facts.pinned_queue_id,
    subject: facts.subject,
    fields: facts.fields,
    customer: facts.customer,
  };
}
