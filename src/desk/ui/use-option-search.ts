import { useEffect, useState } from 'react';
import type { ComboboxOption } from './combobox.tsx';

const DEBOUNCE_MS = 150;

type Search = (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
type Found = { options: readonly ComboboxOption[]; pending: boolean; failed: boolean };

/** Runs an async search as the query changes: waits for a pause, drops older answers, keeps the last options meanwhile. */
export function useOptionSearch(search: Search | undefined) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found>({
    options: [],
    pending: Boolean(search),
    failed: false,
  });
  useEffect(() => {
    if (!search) return;
    const abort = new AbortController();
    setFound((last) => ({ ...last, pending: true, failed: false }));
    const timer = window.setTimeout(() => {
      search(query, abort.signal).then(
        (options) => !abort.signal.aborted && setFound({ options, pending: false, failed: false }),
        () => !abort.signal.aborted && setFound({ options: [], pending: false, failed: true }),
      );
    }, DEBOUNCE_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [search, query]);
  return { ...found, query, setQuery };
}
