import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { runNode } from './run.mjs';
import { say, Sentence, step } from './say.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} sources Files and folders the result depends on.
 * @property {readonly string[]} results Files that exist after a build.
 * @property {readonly (readonly string[])[]} commands What `node` runs, one after the other.
 */

const VITE = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config'];
const SHARED = ['src/contracts', 'tsconfig.base.json', 'package-lock.json'];

/** What is built before the server starts. The server itself runs from its sources. @type {readonly Target[]} */
export const TARGETS = [
  {
    name: 'desk',
    sources: ['src/desk', 'vite.desk.config.ts', ...SHARED],
    results: ['dist/desk/index.html'],
    commands: [[...VITE, 'vite.desk.config.ts']],
  },
  {
    name: 'widget',
    sources: ['src/widget', 'vite.widget.config.ts', 'scripts/widget-size.mjs', ...SHARED],
    results: ['dist/widget/segue.js', 'dist/widget/panel.js'],
    commands: [
      [...VITE, 'vite.widget.config.ts', '--mode', 'panel'],
      [...VITE, 'vite.widget.config.ts', '--mode', 'loader'],
      ['scripts/widget-size.mjs'],
    ],
  },
];

/**
 * Whether a target's sources changed since its last complete build, or its results are gone.
 * @param {string} base The folder of the project.
 * @param {Target} target
 */
export function needsBuild(base, target) {
  if (readStamp(stampOf(base, target)) !== fingerprint(base, target.sources)) return true;
  return target.results.some((result) => !existsSync(join(base, result)));
}

/**
 * Notes that a target was built from the sources with this fingerprint.
 * @param {string} base The folder of the project.
 * @param {Target} target
 * @param {string} sources Taken before the build, so that an edit during it counts as a change.
 */
export function noteBuilt(base, target, sources) {
  mkdirSync(join(base, 'dist'), { recursive: true });
  writeFileSync(stampOf(base, target), sources);
}

/** Builds the desk and the widget, each only when it is out of date. */
export async function build() {
  const stale = TARGETS.filter((target) => needsBuild(root, target));
  await Promise.all(
    stale.map((target) => step(`Built the ${target.name}`, () => buildOne(target))),
  );
}

/** @param {Target} target */
async function buildOne(target) {
  const sources = fingerprint(root, target.sources);
  rmSync(stampOf(root, target), { force: true });
  for (const command of target.commands) {
    const { code, output } = await runNode([...command], {
      capture: true,
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0)
      throw new Sentence(`The ${target.name} could not be built:\n\n${output.trim()}`);
    if (output.trim() !== '') say(output.trim());
  }
  noteBuilt(root, target, sources);
}

/**
 * @param {string} base
 * @param {Target} target
 */
function stampOf(base, target) {
  return join(base, 'dist', `.build-${target.name}`);
}
