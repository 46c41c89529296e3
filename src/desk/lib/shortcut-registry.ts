import { matchesPress, parseKeys, type Press, type PressedKey } from './shortcut-keys.ts';

/** A shortcut in force. */
export type Shortcut = {
  keys: string;
  label: string;
  group: string | undefined;
  whenTyping: boolean;
  run: () => void;
};

/** What the registry needs of a keyboard event. */
export type ShortcutEvent = PressedKey & { defaultPrevented: boolean; preventDefault: () => void };

/** Keeps the shortcuts and finds the one that a key press completes. */
export type ShortcutRegistry = {
  add: (shortcut: Shortcut) => () => void;
  handle: (event: ShortcutEvent, typing: boolean, modal: boolean) => void;
  list: () => readonly Shortcut[];
  subscribe: (listener: () => void) => () => void;
};

const SEQUENCE_MS = 1000;

/** An empty registry; `now` times the pauses inside sequences such as `g i`. */
export function createShortcutRegistry(now: () => number): ShortcutRegistry {
  let entries: ReadonlyArray<{ shortcut: Shortcut; presses: Press[] }> = [];
  let shortcuts: readonly Shortcut[] = [];
  let pressed: { events: PressedKey[]; at: number } = { events: [], at: 0 };
  const listeners = new Set<() => void>();
  const set = (next: typeof entries) => {
    entries = next;
    shortcuts = next.map(({ shortcut }) => shortcut);
    for (const listener of listeners) listener();
  };
  return {
    add(shortcut) {
      const entry = { shortcut, presses: parseKeys(shortcut.keys) };
      set([...entries, entry]);
      return () => set(entries.filter((other) => other !== entry));
    },
    handle(event, typing, modal) {
      if (event.defaultPrevented || modal || MODIFIER_KEYS.has(event.key)) return;
      const before = now() - pressed.at < SEQUENCE_MS ? pressed.events : [];
      const events = [...before, event];
      pressed = { events: events.slice(-3), at: now() };
      const hit = entries.findLast(
        ({ shortcut, presses }) => (!typing || shortcut.whenTyping) && endsWith(events, presses),
      );
      if (!hit) return;
      pressed = { events: [], at: 0 };
      event.preventDefault();
      hit.shortcut.run();
    },
    list: () => shortcuts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function endsWith(events: PressedKey[], presses: Press[]): boolean {
  if (presses.length > events.length) return false;
  return presses.every((press, index) => {
    const event = events[events.length - presses.length + index];
    return event !== undefined && matchesPress(press, event);
  });
}

const MODIFIER_KEYS = new Set(['Shift', 'Control', 'Alt', 'Meta']);
