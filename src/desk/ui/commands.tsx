import type { LucideIcon } from 'lucide-react';
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

/** Something the command palette can do. */
export type Command = {
  id: string;
  label: string;
  group: string;
  icon?: LucideIcon | undefined;
  /** Other words people may look for. */
  keywords?: string | undefined;
  /** Shown beside it; bind it with useShortcut. */
  keys?: string | undefined;
  run: () => void;
  /** Offered for whatever was typed, after all that match: it makes of the words what is listed and done. */
  ofWords?: ((words: string) => Pick<Command, 'label' | 'run'>) | undefined;
};

type CommandStore = {
  add: (commands: readonly Command[]) => () => void;
  list: () => readonly Command[];
  subscribe: (listener: () => void) => () => void;
};

const CommandContext = createContext<CommandStore | null>(null);

/** Holds the commands that the pages on screen offer; mounted once. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const store = useMemo(createStore, []);
  return <CommandContext value={store}>{children}</CommandContext>;
}

/** Offers commands while the component is mounted. Keep the array stable with useMemo. */
export function useCommands(commands: readonly Command[]): void {
  const store = useStore();
  useEffect(() => store.add(commands), [store, commands]);
}

/** All commands on offer, the latest page's first. */
export function useCommandList(): readonly Command[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.list);
}

function useStore(): CommandStore {
  const store = use(CommandContext);
  if (!store) throw new Error('Commands need a CommandProvider above them');
  return store;
}

function createStore(): CommandStore {
  let sets: ReadonlyArray<readonly Command[]> = [];
  let flat: readonly Command[] = [];
  const listeners = new Set<() => void>();
  const set = (next: typeof sets) => {
    sets = next;
    flat = [...new Map(next.flat().map((command) => [command.id, command])).values()];
    for (const listener of listeners) listener();
  };
  return {
    add(commands) {
      set([commands, ...sets]);
      return () => set(sets.filter((other) => other !== commands));
    },
    list: () => flat,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
