/**
 * Shares runs among those who ask at the same time: one is under way for a key at most, and whoever asks
 * meanwhile gets the next one together with all others. So nobody gets what was looked up before they asked,
 * and two hundred who ask at once cost two runs.
 */
export function createSharedRuns<Value>() {
  const current = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Value>>();

  function start(key: string, run: () => Promise<Value>): Promise<Value> {
    const started = run().finally(() => {
      if (current.get(key) === started) current.delete(key);
    });
    current.set(key, started);
    return started;
  }

  return (key: string, run: () => Promise<Value>): Promise<Value> => {
    const under = current.get(key);
    if (!under) return start(key, run);
    const known = next.get(key);
    if (known) return known;
    const after = under
      .catch(() => undefined)
      .then(() => {
        next.delete(key);
        return start(key, run);
      });
    next.set(key, after);
    return after;
  };
}
