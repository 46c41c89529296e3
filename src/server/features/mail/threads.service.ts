import type { Scope } from '../../platform/db/database.ts';
import type { SortedMail } from './delivery.service.ts';
import { threadKeys, threadOf, type ThreadDecision } from './reading/index.ts';
import {
  listThreadTickets,
  listTicketsOfMessageIds,
  type TicketOfThread,
} from './threading.store.ts';

/** Where a mail goes: into a ticket, or into a new one, with the ticket it only pointed at. */
export type Thread =
  | {
      readonly kind: 'existing';
      readonly ticket: TicketOfThread;
      readonly decision: ThreadDecision;
    }
  | {
      readonly kind: 'new';
      readonly separated: { reason: string; related: TicketOfThread | null } | null;
    };

export type ThreadFinder = ReturnType<typeof createThreadFinder>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds the ticket of a mail by its signed address or its references, for those who may write there. */
export function createThreadFinder() {
  return {
    async find(
      scope: Scope,
      { mail, fromMember, sender }: Pick<SortedMail, 'mail' | 'fromMember' | 'sender'>,
      secret: string,
    ): Promise<Thread> {
      const keys = threadKeys(mail, secret);
      const named = await listTicketsOfMessageIds(scope, keys.messageIds);
      const ids = [
        ...keys.ticketIds.filter((id) => uuid.test(id)),
        ...named.map((row) => row.ticket_id),
      ];
      const rows = await listThreadTickets(scope, [...new Set(ids)]);
      const tickets = new Map(rows.map((row) => [row.id, row]));
      const decision = threadOf(mail, {
        secret,
        tickets: new Map(rows.map((row) => [row.id, threadTicket(row)])),
        ticketIdByMessageId: byMessageId(named, tickets, sender.email),
        agentAddresses: new Set(fromMember ? [sender.email] : []),
      });
      return thread(decision, tickets);
    },
  };
}

function thread(decision: ThreadDecision, tickets: ReadonlyMap<string, TicketOfThread>): Thread {
  if (decision.kind === 'existing') {
    const ticket = tickets.get(decision.ticketId);
    if (ticket) return { kind: 'existing', ticket, decision };
    return { kind: 'new', separated: null };
  }
  if (decision.cause === 'no_reference' || decision.cause === 'no_sender')
    return { kind: 'new', separated: null };
  const related = decision.related === null ? null : (tickets.get(decision.related) ?? null);
  return { kind: 'new', separated: { reason: decision.reason, related } };
}

function threadTicket(row: TicketOfThread) {
  return { id: row.id, customerAddresses: row.addresses, participantAddresses: [] };
}

/** One Message-ID may stand in several tickets, as strangers choose theirs freely: the sender's own comes first. */
function byMessageId(
  named: readonly { message_id: string; ticket_id: string }[],
  tickets: ReadonlyMap<string, TicketOfThread>,
  sender: string,
): Map<string, string> {
  const isOwn = (ticketId: string) => tickets.get(ticketId)?.addresses.includes(sender) ?? false;
  const found = new Map<string, string>();
  for (const { message_id: messageId, ticket_id: ticketId } of named) {
    const known = found.get(messageId);
    if (known === undefined || (!isOwn(known) && isOwn(ticketId))) found.set(messageId, ticketId);
  }
  return found;
}
