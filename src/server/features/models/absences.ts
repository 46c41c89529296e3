const believedMs = 1_000;

/**
 * Remembers for a second that a workspace has no model for a purpose: reading and answering a mail asks for
 * three, each in a transaction of its own. A change made by this process is known at once.
 */
export function createAbsences(ticks: () => number) {
  const absentUntil = new Map<string, number>();
  let changes = 0;

  return {
    /** What is found under a key; null without looking where nothing was there a moment ago. */
    async find<Found>(key: string, look: () => Promise<Found | null>): Promise<Found | null> {
      if ((absentUntil.get(key) ?? -Infinity) > ticks()) return null;
      const before = changes;
      const found = await look();
      // What was looked up before a change says nothing about the time after it.
      if (found === null && changes === before) absentUntil.set(key, ticks() + believedMs);
      return found;
    },

    /** Something was added or taken away. */
    forget(): void {
      changes += 1;
      absentUntil.clear();
    },
  };
}
