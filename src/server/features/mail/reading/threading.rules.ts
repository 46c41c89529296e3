import type { ReadMail } from './mail.types.ts';
import { readMessageId, readReplyAddress } from './reply-address.rules.ts';

/** What of a mail can name the ticket it belongs to, in the order of trust; the caller loads these tickets. */
export type ThreadKeys = {
  readonly ticketIds: readonly string[];
  readonly messageIds: readonly string[];
};

/** Who may write to a ticket by mail; addresses in lower case. */
export type ThreadTicket = {
  readonly id: string;
  readonly customerAddresses: readonly string[];
  readonly participantAddresses: readonly string[];
};

/** What the caller found for the keys of a mail. */
export type ThreadLookups = {
  readonly secret: string;
  readonly tickets: ReadonlyMap<string, ThreadTicket>;
  /** Message-ID (without angle brackets) to ticket id, for mails that this workspace sent or received. */
  readonly ticketIdByMessageId: ReadonlyMap<string, string>;
  /** Lower-case addresses of agents; a From line is no proof, so such a mail counts as a stranger's. */
  readonly agentAddresses: ReadonlySet<string>;
};

/** Why a mail starts a new ticket. */
export type NewThreadCause =
  | 'no_sender'
  | 'no_reference'
  | 'unknown_ticket'
  | 'stranger'
  | 'agent_address';

/** Where a mail belongs. `related` is the ticket a stranger's mail pointed at: for agents' eyes only. */
export type ThreadDecision =
  | {
      readonly kind: 'existing';
      readonly ticketId: string;
      readonly by: 'reply_address' | 'references';
      readonly role: 'customer' | 'participant';
      readonly reason: string;
    }
  | {
      readonly kind: 'new';
      readonly cause: NewThreadCause;
      readonly related: string | null;
      readonly reason: string;
    };

type ThreadMail = Pick<ReadMail, 'from' | 'to' | 'cc' | 'headers' | 'inReplyTo' | 'references'>;
type Candidate = { readonly ticketId: string; readonly by: 'reply_address' | 'references' };

const recipientHeaders = ['delivered-to', 'x-original-to', 'envelope-to'] as const;

/** Lists the ticket ids and Message-IDs to load before `threadOf` decides. */
export function threadKeys(mail: ThreadMail, secret: string): ThreadKeys {
  const messageIds = referencedIds(mail);
  const signed = messageIds.map((id) => readMessageId(id, secret));
  return { ticketIds: unique([...addressedTickets(mail, secret), ...signed]), messageIds };
}

/**
 * Decides which ticket a mail belongs to: by a signed reply address, then by the Message-IDs it refers to,
 * newest first; never by subject. It joins a ticket only if its sender is that ticket's customer or a known
 * participant; a stranger who holds a valid address or reference gets a new ticket.
 */
export function threadOf(mail: ThreadMail, lookups: ThreadLookups): ThreadDecision {
  const sender = mail.from?.address.toLowerCase() ?? '';
  if (sender === '') return fresh('no_sender', null);
  const named = candidates(mail, lookups);
  const known = named.filter(({ ticketId }) => lookups.tickets.has(ticketId));
  const related = known[0]?.ticketId ?? null;
  if (related === null) return fresh(named.length > 0 ? 'unknown_ticket' : 'no_reference', null);
  if (lookups.agentAddresses.has(sender)) return fresh('agent_address', related);
  for (const candidate of known) {
    const role = roleOf(sender, lookups.tickets.get(candidate.ticketId));
    if (role !== null)
      return { kind: 'existing', ...candidate, role, reason: joinReason(candidate.by, role) };
  }
  return fresh('stranger', related);
}

function candidates(mail: ThreadMail, { secret, ticketIdByMessageId }: ThreadLookups): Candidate[] {
  const addressed = addressedTickets(mail, secret).map((ticketId): Candidate => ({
    ticketId,
    by: 'reply_address',
  }));
  const referenced = referencedIds(mail).flatMap((id): Candidate[] => {
    const ticketId = ticketIdByMessageId.get(id) ?? readMessageId(id, secret);
    return ticketId === null ? [] : [{ ticketId, by: 'references' }];
  });
  return [...addressed, ...referenced];
}

function addressedTickets(mail: ThreadMail, secret: string): string[] {
  const envelope = recipientHeaders.flatMap((name) => mail.headers[name] ?? []);
  const addresses = [...mail.to, ...mail.cc].map((recipient) => recipient.address);
  return unique(
    [...addresses, ...envelope.map((value) => value.replace(/[<>\s]/g, ''))].map((address) =>
      readReplyAddress(address, secret),
    ),
  );
}

function referencedIds(mail: ThreadMail): string[] {
  return unique([mail.inReplyTo, ...mail.references.toReversed()]);
}

function roleOf(
  sender: string,
  ticket: ThreadTicket | undefined,
): 'customer' | 'participant' | null {
  if (ticket?.customerAddresses.includes(sender)) return 'customer';
  return ticket?.participantAddresses.includes(sender) ? 'participant' : null;
}

function joinReason(by: Candidate['by'], role: 'customer' | 'participant'): string {
  const key =
    by === 'reply_address'
      ? 'was sent to the signed reply address of this ticket'
      : 'refers to a mail of this ticket';
  const who = role === 'customer' ? "the ticket's customer" : 'a known participant';
  return `The mail ${key}, and its sender is ${who}.`;
}

const newReasons: Readonly<Record<NewThreadCause, string>> = {
  no_sender: 'The mail has no usable sender address.',
  no_reference:
    'The mail was not sent to a signed reply address and refers to no mail that is known here.',
  unknown_ticket: 'The mail names a ticket that does not exist here.',
  stranger:
    'The mail names a ticket, but its sender is neither its customer nor a known participant.',
  agent_address:
    "The mail names a ticket and claims an agent's address; a From line is no proof of that.",
};

function fresh(cause: NewThreadCause, related: string | null): ThreadDecision {
  return { kind: 'new', cause, related, reason: newReasons[cause] };
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
