import { build } from './build.mjs';
import { CHECKS, check } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { addCounts } from './counts.mjs';
import { install } from './install.mjs';
import { assertPlatform, thisMachine } from './platform.mjs';
import { say, Sentence, step } from './say.mjs';
import { runVitest } from './vitest.mjs';

/** The parts of the tests, in the order in which they run: the quick ones first. */
export const PARTS = /** @type {const} */ (['check', 'unit', 'server', 'e2e']);

/** Parts that serve the built desk and widget. @type {ReadonlySet<Part>} */
const NEED_BUILD = new Set(['server', 'e2e']);

/** @typedef {(typeof PARTS)[number]} Part */
/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * Splits arguments into the parts to run and the filters for file names.
 * @param {readonly string[]} args
 * @returns {{ parts: readonly Part[], filters: string[] }}
 */
export function chooseParts(args) {
  const parts = PARTS.filter((part) => args.includes(part));
  const filters = args.filter((arg) => !PARTS.some((part) => part === arg));
  return { parts: parts.length > 0 ? parts : PARTS, filters };
}

/**
 * Runs the chosen parts, prints the closing line, and sets the exit code. Every part runs, whatever
 * the ones before it found, unless what it needs could not be made.
 * @param {readonly string[]} args
 */
export async function test(args) {
  const { parts, filters } = chooseParts(args);
  /** @type {Counts[]} */
  const runs = [];
  if (await attempt('install', runs, prepare)) {
    const needBuild = parts.some((part) => NEED_BUILD.has(part));
    const isBuilt = needBuild && (await attempt('build', runs, build));
    for (const part of parts.filter((name) => isBuilt || !NEED_BUILD.has(name))) {
      await attempt(part, runs, async () => void runs.push(await runPart(part, filters)));
    }
  }
  const total = addCounts(runs);
  if (total.skipped.length > 0)
    say(`Skipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
  if (total.problems.length > 0)
    say(`Problems:\n${total.problems.map((name) => `  ${name}`).join('\n')}`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function prepare() {
  assertPlatform(thisMachine());
  await install();
}

/**
 * @param {Part} part
 * @param {string[]} filters
 * @returns {Promise<Counts>}
 */
async function runPart(part, filters) {
  say(`\n${part}`);
  if (part === 'check') return step('check', runChecks);
  const env = part === 'e2e' ? { CHROMIUM_PATH: await ensureChromium() } : {};
  return step(part, () => runVitest(part, { env, filters }));
}

/** @returns {Promise<Counts>} */
async function runChecks() {
  const { passed, failed } = await check(Object.keys(CHECKS));
  const problems = failed.map((name) => `check ${name}`);
  return { passed, failed: failed.length, skipped: [], problems };
}

/**
 * Runs one stage; one that could not run at all counts as one failure, with its sentence among the problems.
 * @param {string} name
 * @param {Counts[]} runs
 * @param {() => Promise<void>} work
 */
async function attempt(name, runs, work) {
  try {
    await work();
    return true;
  } catch (error) {
    const reason =
      error instanceof Sentence
        ? error.message
        : String(error instanceof Error ? error.stack : error);
    runs.push({ passed: 0, failed: 1, skipped: [], problems: [`${name}: ${reason}`] });
    return false;
  }
}
