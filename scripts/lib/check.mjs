import { readFileSync } from 'node:fs';
import { problemsOf } from './lockfile.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';
import { duration, say } from './say.mjs';
import { runVitest } from './vitest.mjs';

/** The folders with a tsconfig of their own, each with just the types its code may use. */
const TSCONFIGS = [
  'src/contracts',
  'src/server',
  'src/cli',
  'src/desk',
  'src/widget',
  'tests',
  'bench',
  'scripts',
];

/** Two projects at a time with one checker each: four checkers, as is usual, find out the same things four times. */
const BUILD = ['--build', '--pretty', '--checkers', '1', '--builders', '2'];

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output
 * @property {number} passed Tests that passed, for a step that is made of tests.
 */

/**
 * The checks, by name; each is quick and none starts a database or a browser.
 * @type {Readonly<Record<string, () => Promise<Outcome>>>}
 */
export const CHECKS = {
  types: tool('typescript/bin/tsc', ...BUILD, ...TSCONFIGS),
  lint: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  format: tool('oxfmt/bin/oxfmt', '--check', '.'),
  unused: tool('knip/bin/knip.js', '--no-progress'),
  lockfile: async () => {
    const problems = problemsOf(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')));
    return { ok: problems.length === 0, output: problems.join('\n'), passed: 0 };
  },
  architecture: async () => {
    const { failed, passed, output } = await runVitest('architecture', { quiet: true });
    return { ok: failed === 0, output, passed };
  },
};

/**
 * Runs checks two at a time, prints a line for each, and shows what the failed ones said.
 * @param {readonly string[]} names
 * @returns {Promise<{ passed: number, failed: string[] }>} Tests that passed, and the names of failed checks.
 */
export async function check(names) {
  const queue = [...names];
  /** @type {string[]} */
  const failed = [];
  let passed = 0;
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const from = performance.now();
      const outcome = await CHECKS[name]?.();
      if (outcome === undefined) throw new Error(`There is no check "${name}".`);
      passed += outcome.passed;
      say(`check ${name}: ${outcome.ok ? 'ok' : 'failed'} (${duration(performance.now() - from)})`);
      if (outcome.ok) continue;
      failed.push(name);
      say(outcome.output.trim());
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed, failed };
}

/**
 * @param {string} program Inside node_modules.
 * @param {...string} args
 * @returns {() => Promise<Outcome>}
 */
function tool(program, ...args) {
  return async () => {
    const { code, output } = await runNode([`node_modules/${program}`, ...args], { capture: true });
    return { ok: code === 0, output, passed: 0 };
  };
}
