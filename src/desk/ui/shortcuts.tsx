import {
  createContext,
  use,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import {
  createShortcutRegistry,
  type Shortcut,
  type ShortcutRegistry,
} from '../lib/shortcut-registry.ts';

const ShortcutContext = createContext<ShortcutRegistry | null>(null);

/** Listens for keys once for the whole app and keeps the list of shortcuts in force; mounted once. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => createShortcutRegistry(() => performance.now()), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) =>
      registry.handle(event, isTyping(event.target), isModalOpen());
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
}

/** How a shortcut is listed and when it holds. */
export type ShortcutOptions = {
  /** What it does, in the sheet behind `?`. */
  label: string;
  /** Heading in the sheet; shortcuts without one are listed under "Everywhere". */
  group?: string | undefined;
  enabled?: boolean | undefined;
  /** Also while the focus is in a text field. Chords with `mod` should say so; single letters never. */
  whenTyping?: boolean | undefined;
};

/** Binds keys (`r`, `mod+enter`, `g i`) while the component is mounted. The one mounted last wins; silent while a dialog is open. */
export function useShortcut(keys: string, run: () => void, options: ShortcutOptions): void {
  const registry = useRegistry();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const { label, group, enabled = true, whenTyping = false } = options;
  useEffect(() => {
    if (!enabled) return;
    return registry.add({ keys, label, group, whenTyping, run: () => latest.current() });
  }, [registry, keys, label, group, enabled, whenTyping]);
}

/** All shortcuts in force now, in the order in which they were bound. */
export function useShortcuts(): readonly Shortcut[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list);
}

function useRegistry(): ShortcutRegistry {
  const registry = use(ShortcutContext);
  if (!registry) throw new Error('Shortcuts need a ShortcutProvider above them');
  return registry;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], [role=listbox]',
    )
  );
}

/** Toasts are dialogs that are not modal: keys go on working beside them. */
function isModalOpen(): boolean {
  return document.querySelector('[role=dialog]:not([aria-modal=false]), [role=menu]') !== null;
}
