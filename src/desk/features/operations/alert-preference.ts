import { useSyncExternalStore } from 'react';
import { recallNumber, remember } from '../../lib/remember.ts';

const KEY = 'segue.alerts.notify';
const CHANGED = 'segue:alert-preference';

/** Whether this browser notifies of alerts; off until chosen. */
export function useAlertPreference(): [boolean, (chosen: boolean) => void] {
  const chosen = useSyncExternalStore(subscribe, () => recallNumber(KEY, 0) === 1);
  const choose = (next: boolean) => {
    remember(KEY, next ? 1 : 0);
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
