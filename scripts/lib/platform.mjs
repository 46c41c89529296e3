import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { Sentence } from './say.mjs';

/** The oldest Node that runs TypeScript as it is, which the server needs. */
export const OLDEST = '22.18.0';

/**
 * Platforms for which the lockfile brings a Node of its own, with the loader that Node needs: a Linux on
 * musl (Alpine) gets the package too, and cannot run it.
 * @type {Readonly<Record<string, string>>}
 */
const BUNDLED = {
  'linux-x64': '/lib64/ld-linux-x86-64.so.2',
  'linux-arm64': '/lib/ld-linux-aarch64.so.1',
};

/**
 * @typedef {object} Machine
 * @property {string} platform
 * @property {string} arch
 * @property {string} version Of the running Node.
 * @property {(path: string) => boolean} exists Whether a file is there.
 */

/** The machine and the Node this script runs on. @returns {Machine} */
export function thisMachine() {
  const { platform, arch, versions } = process;
  return { platform, arch, version: versions.node, exists: existsSync };
}

/**
 * Whether the lockfile brings a Node that this machine can run.
 * @param {Machine} machine
 */
export function hasBundledNode(machine) {
  const loader = BUNDLED[`${machine.platform}-${machine.arch}`];
  return loader !== undefined && machine.exists(loader);
}

/**
 * Whether version `a` is at least version `b`, compared number by number.
 * @param {string} a
 * @param {string} b
 */
export function isAtLeast(a, b) {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Throws a sentence when neither the lockfile nor the running Node can run Segue on this machine.
 * @param {Machine} machine
 */
export function assertPlatform(machine) {
  if (hasBundledNode(machine) || isAtLeast(machine.version, OLDEST)) return;
  throw new Sentence(
    `Segue needs Node ${OLDEST} or newer on ${machine.platform} ${machine.arch}; this is Node ${machine.version}.`,
  );
}

/**
 * The Node that runs everything but the start script: the one of the lockfile, or else the running one.
 * @returns {string} An absolute path.
 */
export function currentRuntime() {
  const bundled = inRoot('node_modules', '.bin', 'node');
  return hasBundledNode(thisMachine()) && existsSync(bundled) ? bundled : process.execPath;
}
