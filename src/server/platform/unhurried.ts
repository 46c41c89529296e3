import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const sliceMs = 8;

/** Runs work that comes in slices to its end, and lets the rest of the process go on between them. */
export async function unhurried<Value>(steps: Generator<void, Value>): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
  }
}
