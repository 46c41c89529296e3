import { useSyncExternalStore } from 'react';

/** How many panes fit: one below 768 px, two below 1200 px, else three. The same limits as `pane2:` and `pane3:` in classes. */
export type PaneCount = 1 | 2 | 3;

const TWO = '(min-width: 48rem)';
const THREE = '(min-width: 75rem)';

/** How many panes fit the window now. */
export function usePaneCount(): PaneCount {
  return useSyncExternalStore(subscribe, read);
}

function read(): PaneCount {
  if (window.matchMedia(THREE).matches) return 3;
  return window.matchMedia(TWO).matches ? 2 : 1;
}

function subscribe(listener: () => void): () => void {
  const queries = [window.matchMedia(TWO), window.matchMedia(THREE)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
