import { useSyncExternalStore } from 'react';
import { recallNumber, remember } from '../../lib/remember.ts';

/** What a browser may do when work is offered. Both are off until chosen. */
export type OfferPreference = 'sound' | 'notify';

const CHANGED = 'segue:offer-preference';
const keyOf = (preference: OfferPreference) => `segue.offers.${preference}`;

/** A preference kept in this browser, and the way to change it. */
export function useOfferPreference(
  preference: OfferPreference,
): [boolean, (chosen: boolean) => void] {
  const chosen = useSyncExternalStore(subscribe, () => recallNumber(keyOf(preference), 0) === 1);
  const choose = (next: boolean) => {
    remember(keyOf(preference), next ? 1 : 0);
    window.dispatchEvent(new Event(CHANGED));
  };
  return [chosen, choose];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}
