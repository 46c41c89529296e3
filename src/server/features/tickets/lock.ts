import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import {
  findTicketRow,
  lockTicketRow,
  lockingConversationOf,
  type TicketRow,
} from './tickets.store.ts';

/** The tickets a transaction has locked; a part that may be undone alone has a scope, and locks, of its own. */
const locked = new WeakMap<Scope, Set<string>>();

/**
 * Locks a ticket until the transaction ends, its conversation before it: everything locks in the order
 * conversation, ticket, work. Whoever took the ticket first deadlocked with an end of the chat or an
 * accepted offer, and PostgreSQL needs a second to notice.
 */
export async function lockTicket(scope: Scope, id: string): Promise<TicketRow | undefined> {
  const mine = locked.get(scope) ?? new Set();
  if (mine.has(id)) return findTicketRow(scope, id);
  locked.set(scope, mine.add(id));
  await writeLater(scope.db, lockingConversationOf(scope, id));
  return lockTicketRow(scope, id);
}
