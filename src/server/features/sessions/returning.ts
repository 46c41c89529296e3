import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { LockedConversation } from '../conversations/index.ts';
import { findCustomer } from '../customers/index.ts';
import type { SessionDeps } from './deps.types.ts';
import { returnPathOf } from './sessions.rules.ts';
import { findFollowup } from './sessions.store.ts';

/** Where a message after the end goes; `followup` names the conversation of the linked ticket. */
export type ReturnPlace =
  | { readonly path: 'new' }
  | { readonly path: 'same' }
  | { readonly path: 'followup'; readonly ticketId: string; readonly conversationId: string };

const settled = new Set(['pending', 'on_hold', 'solved']);

/** A chat as far as its way back is concerned. */
export type EndedChat = Pick<
  LockedConversation,
  'session_id' | 'ended_at' | 'ticket_status' | 'customer_id'
>;

/** Customers who write in a chat that has ended. */
export function createReturning(deps: SessionDeps) {
  return {
    /** Decides where the message goes, by the workspace's policy; whoever sends holds the chat's lock. */
    async path(scope: Scope, chat: EndedChat, receivedAt: Date): Promise<ReturnPlace> {
      if (chat.session_id === null || chat.ended_at === null) return { path: 'new' };
      const { sessions } = await deps.settingsOf(scope);
      if (sessions.afterEnd === 'new_ticket') return { path: 'new' };
      const followup = await findFollowup(scope, chat.session_id);
      const open = followup !== undefined && followup.status !== 'closed' ? followup : null;
      const customer = await findCustomer(scope, chat.customer_id);
      const path = returnPathOf(
        {
          endedAt: chat.ended_at,
          ticketStatus: chat.ticket_status,
          hasFollowup: open !== null,
          reachable: customer?.email != null,
        },
        sessions,
        receivedAt,
      );
      if (path !== 'followup') return { path };
      return open === null
        ? { path: 'new' }
        : { path, ticketId: open.id, conversationId: open.conversation_id };
    },

    /** The ticket takes the customer's word as it would take a mail: open again, and email work. */
    async takeBack(scope: Scope, ticketId: string, actor: Actor): Promise<void> {
      const ticket = await deps.tickets.lock(scope, ticketId);
      if (!ticket) return;
      const change = {
        ...(settled.has(ticket.status) && { status: 'open' as const }),
        ...(ticket.routing_channel === 'messaging' && { routingChannel: 'email' as const }),
      };
      if (Object.keys(change).length > 0) await deps.tickets.change(scope, ticketId, change, actor);
    },
  };
}
