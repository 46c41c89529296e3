import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';

type Selection = {
  /** Ids of the chosen tickets. */
  ids: ReadonlySet<string>;
  /** Everything the filter finds, also what is not loaded. */
  all: boolean;
  toggle: (id: string) => void;
  /** Chooses everything between the last one chosen and this one, in the order of the list. */
  extend: (id: string, order: readonly string[]) => void;
  choose: (ids: readonly string[]) => void;
  chooseAll: () => void;
  clear: () => void;
};

const SelectionContext = createContext<Selection | null>(null);

/** Remembers which rows are chosen, as long as the list shows the same; key it by the filter. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [anchor, setAnchor] = useState<string | null>(null);
  const toggle = useCallback((id: string) => {
    setAll(false);
    setAnchor(id);
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const choose = useCallback((wanted: readonly string[]) => {
    setAll(false);
    setIds(new Set(wanted));
  }, []);
  const extend = useCallback(
    (id: string, order: readonly string[]) => {
      const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)].sort((a, b) => a - b);
      const range = order.slice(Math.max(0, from ?? 0), (to ?? 0) + 1);
      setAll(false);
      setIds((before) => new Set([...before, ...range]));
    },
    [anchor],
  );
  const value = useMemo<Selection>(
    () => ({
      ids,
      all,
      toggle,
      extend,
      choose,
      chooseAll: () => setAll(true),
      clear: () => choose([]),
    }),
    [ids, all, toggle, extend, choose],
  );
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

/** The chosen rows. Throws outside of a SelectionProvider. */
export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (!selection) throw new Error('useSelection needs a SelectionProvider');
  return selection;
}
