/** What the widget needs of a browser storage; never throws. */
export type KeyValue = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
};

/**
 * A storage that goes on in memory when the browser refuses (private mode, blocked site data, a full
 * quota). `open` may throw: with cookies blocked the mere mention of `localStorage` does.
 */
export function createStorage(open: () => Storage): KeyValue {
  const memory = new Map<string, string>();
  const kept = attempt(open);
  return {
    get: (key) => memory.get(key) ?? attempt(() => kept?.getItem(key) ?? null) ?? null,
    set(key, value) {
      memory.delete(key);
      const done = attempt(() => {
        kept?.setItem(key, value);
        return kept !== null;
      });
      if (done !== true) memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt(() => kept?.removeItem(key));
    },
    keys: () => [...new Set([...memory.keys(), ...(attempt(() => keysOf(kept)) ?? [])])],
  };
}

function keysOf(storage: Storage | null): string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
}

function attempt<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}
