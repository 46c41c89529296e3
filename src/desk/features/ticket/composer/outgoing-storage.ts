import type { Outgoing } from './outgoing.ts';

const keyOf = (ticketId: string) => `segue.outgoing.${ticketId}`;

/** Messages that an earlier page left behind: they may or may not have arrived, and sending again is safe. */
export function recallOutgoing(ticketId: string): readonly Outgoing[] {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(ticketId)) ?? '[]') as Outgoing[];
    return kept.map((one) => (one.state === 'sending' ? { ...one, state: 'failed' } : one));
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
