/** What tabs of the same site tell each other. The token is never sent: it is read from the storage. */
export type TabNote =
  | { kind: 'visitor' | 'place' | 'outbox' | 'seen' }
  | { kind: 'draft'; text: string };

/** The other tabs of this site that show the same widget. */
export type Tabs = {
  tell(note: TabNote): void;
  /** Runs one act at a time over all tabs; where locks are missing, at once. */
  exclusive<Value>(name: string, act: () => Promise<Value>): Promise<Value>;
};

/** Speaks to other tabs over a BroadcastChannel; alone where the browser has none. */
export function createTabs(prefix: string, onNote: (note: TabNote) => void): Tabs {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(prefix) : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<TabNote>) => onNote(data));
  return {
    tell: (note) => channel?.postMessage(note),
    // Locks exist only in secure contexts; without them the server's check of client ids still holds.
    exclusive: (name, act) =>
      'locks' in navigator ? navigator.locks.request(prefix + name, act) : act(),
  };
}
