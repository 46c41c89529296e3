import type { Scope } from '../../platform/db/database.ts';
import { lockConversation } from '../conversations/index.ts';
import { findConversationOfTicket, lockTicketRow, type TicketRow } from './tickets.store.ts';

/**
 * Locks a ticket until the transaction ends, its conversation before it: everything locks in the order
 * conversation, ticket, work. Whoever took the ticket first deadlocked with an end of the chat or an
 * accepted offer, and PostgreSQL needs a second to notice.
 */
export async function lockTicket(scope: Scope, id: string): Promise<TicketRow | undefined> {
  const conversationId = await findConversationOfTicket(scope, id);
  if (conversationId === undefined) return undefined;
  await lockConversation(scope, conversationId);
  return lockTicketRow(scope, id);
}
