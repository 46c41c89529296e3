/** Waits until a condition gives something, looking often; throws when it never does. */
export async function until<Value>(
  what: string | (() => string),
  look: () => Promise<Value | null | undefined | false> | Value | null | undefined | false,
  timeoutMs = 40_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await look();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms for: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
