import { useEffect } from 'react';
import type { Outgoing } from './outgoing.ts';

const EVENT = 'segue:edit-outgoing';
type EditRequest = { ticketId: string; outgoing: Outgoing };

/** Asks the composer of a ticket to take a failed message back. */
export function requestEdit(request: EditRequest): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: request }));
}

/** Takes failed messages back into the composer. */
export function useEditRequests(ticketId: string, take: (outgoing: Outgoing) => void): void {
  useEffect(() => {
    const listener = (event: Event) => {
      const { detail } = event as CustomEvent<EditRequest>;
      if (detail.ticketId === ticketId) take(detail.outgoing);
    };
    window.addEventListener(EVENT, listener);
    return () => window.removeEventListener(EVENT, listener);
  }, [ticketId, take]);
}
