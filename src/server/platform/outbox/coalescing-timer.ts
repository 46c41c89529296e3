/** A timer that is running or not: starting it twice runs it once. */
export function createCoalescingTimer(delayMs: () => number, act: () => void) {
  let handle: NodeJS.Timeout | null = null;
  return {
    start() {
      handle ??= setTimeout(() => {
        handle = null;
        act();
      }, delayMs());
    },
    clear() {
      if (handle !== null) clearTimeout(handle);
      handle = null;
    },
  };
}
