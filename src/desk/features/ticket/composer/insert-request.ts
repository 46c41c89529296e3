import { useEffect } from 'react';

const EVENT = 'segue:insert-text';

/** Text for the answer of a ticket. */
type InsertRequest = { ticketId: string; text: string };

/** Asks the composer of a ticket to put text at its caret. */
export function requestInsert(request: InsertRequest): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: request }));
}

/** Puts requested text into the composer. */
export function useInsertRequests(ticketId: string, insert: (text: string) => void): void {
  useEffect(() => {
    const listener = (event: Event) => {
      const { detail } = event as CustomEvent<InsertRequest>;
      if (detail.ticketId === ticketId) insert(detail.text);
    };
    window.addEventListener(EVENT, listener);
    return () => window.removeEventListener(EVENT, listener);
  }, [ticketId, insert]);
}
