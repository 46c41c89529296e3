import { NO_ACTS } from '../../macros/acts.rules.ts';
import type { Outgoing } from './outgoing.ts';
import { recalled } from './outgoing.rules.ts';

const PREFIX = 'segue.outgoing.';
const keyOf = (ticketId: string) => `${PREFIX}${ticketId}`;

/** Pages before macros kept no acts. */
type Kept = Omit<Outgoing, 'acts'> & Partial<Pick<Outgoing, 'acts'>>;

/** Tickets with messages that are not with the server yet. */
export function listOutgoingTickets(): string[] {
  try {
    return Object.keys(window.localStorage).flatMap((key) =>
      key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
    );
  } catch {
    return [];
  }
}

/** Messages that an earlier page left behind: they may or may not have arrived. */
export function recallOutgoing(ticketId: string, nowMs: number): readonly Outgoing[] {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(ticketId)) ?? '[]') as Kept[];
    return kept.map((one) => recalled({ ...one, acts: one.acts ?? NO_ACTS }, nowMs));
  } catch {
    return [];
  }
}

/** Keeps what is not with the server yet. */
export function rememberOutgoing(ticketId: string, outgoing: readonly Outgoing[]): void {
  try {
    if (outgoing.length === 0) window.localStorage.removeItem(keyOf(ticketId));
    else window.localStorage.setItem(keyOf(ticketId), JSON.stringify(outgoing));
  } catch {
    // A private window: it lives as long as the page.
  }
}
