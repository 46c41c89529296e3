import { NO_ACTS } from '../../macros/acts.rules.ts';
import type { Outgoing } from './outgoing.ts';

const keyOf = (ticketId: string) => `segue.outgoing.${ticketId}`;

/** Pages before macros kept no acts. */
type Kept = Omit<Outgoing, 'acts'> & Partial<Pick<Outgoing, 'acts'>>;

/** Messages that an earlier page left behind: they may or may not have arrived, and sending again is safe. */
export function recallOutgoing(ticketId: string): readonly Outgoing[] {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(ticketId)) ?? '[]') as Kept[];
    return kept.map((one) => ({
      ...one,
      acts: one.acts ?? NO_ACTS,
      state: one.state === 'sending' ? 'failed' : one.state,
    }));
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
