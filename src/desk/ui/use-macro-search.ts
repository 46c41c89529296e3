import { useEffect, useState } from 'react';
import type { MacroOption } from './macro-list.tsx';

type Search = (query: string, signal: AbortSignal) => Promise<readonly MacroOption[]>;

/** State of the macro list, and the keys that move in it. */
export type MacroSearch = {
  open: boolean;
  pending: boolean;
  options: readonly MacroOption[];
  active: MacroOption | undefined;
  onKeyDown: (event: KeyboardEvent, pick: (macro: MacroOption) => void) => void;
};

/** Searches macros for the word after the slash; Escape closes the list until the word changes. */
export function useMacroSearch(search: Search | undefined, query: string | null): MacroSearch {
  const [found, setFound] = useState<{ options: readonly MacroOption[]; pending: boolean }>({
    options: [],
    pending: true,
  });
  const [index, setIndex] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  useEffect(() => {
    if (!search || query === null) return;
    const abort = new AbortController();
    setFound((last) => ({ ...last, pending: true }));
    const settle = (options: readonly MacroOption[]) => {
      if (abort.signal.aborted) return;
      setFound({ options, pending: false });
      setIndex(0);
    };
    search(query, abort.signal).then(settle, () => settle([]));
    return () => abort.abort();
  }, [search, query]);
  useEffect(() => {
    if (query === null) setClosedFor(null);
  }, [query]);
  const open = query !== null && closedFor !== query;
  const { options, pending } = found;
  const onKeyDown = (event: KeyboardEvent, pick: (macro: MacroOption) => void) => {
    const active = options[index];
    if (!open || event.isComposing) return;
    if (event.key === 'Escape') setClosedFor(query);
    else if (event.key === 'ArrowDown' && options.length > 0)
      setIndex((index + 1) % options.length);
    else if (event.key === 'ArrowUp' && options.length > 0)
      setIndex((index + options.length - 1) % options.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && active) pick(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { open, pending, options, active: options[index], onKeyDown };
}
