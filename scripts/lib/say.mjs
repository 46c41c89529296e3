/** A problem the person at the terminal can mend: shown as its sentence, without a stack. */
export class Sentence extends Error {}

/**
 * Prints one line of progress.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * A duration as people read it: `0.4 s`, `12 s`, `1 min 5 s`.
 * @param {number} ms
 */
export function duration(ms) {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one step, and shows how long it took when that was over a second.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  const result = await work();
  const took = performance.now() - from;
  if (took > 1000) say(`${name}: ${duration(took)}`);
  return result;
}

/**
 * Runs a whole script: a `Sentence` ends it with exit code 1 and just that sentence.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
