/**
 * What tabs of the same site tell each other. The visitor's token goes with its note: a note can be
 * here before what the other tab has put into the storage that both share.
 */
export type TabNote =
  | { kind: 'visitor'; token: string }
  | { kind: 'place' | 'outbox' | 'seen' }
  | { kind: 'draft'; text: string };

/** The other tabs of this site that show the same widget. */
export type Tabs = {
  tell(note: TabNote): void;
  /**
   * Runs one act at a time over all tabs, and tells it whether it had to wait for another tab's; where
   * locks are missing, at once.
   */
  exclusive<Value>(name: string, act: (waited: boolean) => Promise<Value>): Promise<Value>;
};

/** Speaks to other tabs over a BroadcastChannel; alone where the browser has none. */
export function createTabs(prefix: string, onNote: (note: TabNote) => void): Tabs {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(prefix) : null;
  channel?.addEventListener('message', ({ data }: MessageEvent<TabNote>) => onNote(data));
  return {
    tell: (note) => channel?.postMessage(note),
    // Locks exist only in secure contexts; without them the server's check of client ids still holds.
    async exclusive(name, act) {
      if (!('locks' in navigator)) return act(false);
      const lock = prefix + name;
      const atOnce = await navigator.locks.request(lock, { ifAvailable: true }, async (granted) =>
        granted ? { value: await act(false) } : null,
      );
      return atOnce ? atOnce.value : navigator.locks.request(lock, () => act(true));
    },
  };
}
