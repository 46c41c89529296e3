/** Reads a number kept in this browser; the fallback when there is none or storage is closed. */
export function recallNumber(key: string, fallback: number): number {
  try {
    const kept = window.localStorage.getItem(key);
    const value = kept === null ? Number.NaN : Number(kept);
    return Number.isFinite(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value in this browser; private windows may refuse, and then it is simply not remembered. */
export function remember(key: string, value: string | number): void {
  try {
    window.localStorage.setItem(key, String(value));
  } catch {
    // Nothing is lost but the convenience.
  }
}
