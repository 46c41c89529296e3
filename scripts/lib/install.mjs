import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint, readStamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say, Sentence, step } from './say.mjs';

const STAMP = 'node_modules/.segue-lock';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * What a complete install of the lockfile on this platform is stamped with. The platform is part of it
 * because the packages differ: a node_modules shared between a host and a container is installed again.
 * @param {string} base The folder of the project.
 */
export function installStamp(base) {
  return `${fingerprint(base, ['package-lock.json'])} ${process.platform}-${process.arch}`;
}

/**
 * Whether node_modules is missing, unfinished or made from another lockfile.
 * @param {string} base The folder of the project.
 */
export function needsInstall(base) {
  return readStamp(join(base, STAMP)) !== installStamp(base);
}

/**
 * Whether npm itself, called by hand, has completed an install of this lockfile. Npm writes its hidden
 * lockfile as its last act, so a stopped install has none.
 * @param {string} base The folder of the project.
 */
export function isInstalledByHand(base) {
  const wanted = readLock(join(base, 'package-lock.json'));
  const found = readLock(join(base, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const installed = found.packages[path];
    if (installed === undefined) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version && existsSync(join(base, path, 'package.json'));
  });
}

/** Installs the packages of the lockfile when they are missing, unfinished or out of date. */
export async function install() {
  if (!needsInstall(root)) return;
  if (!isInstalledByHand(root)) await step('Packages installed', npmCi);
  writeFileSync(join(root, STAMP), installStamp(root));
}

async function npmCi() {
  say('Installing packages from the lockfile (about a minute, once) ...');
  // The stamp goes first: whatever stops npm, the next start sees an unfinished install and repairs it.
  rmSync(join(root, STAMP), { force: true });
  const npm = npmCommand(process.env);
  const args = [...npm.args, 'ci', ...NPM_FLAGS];
  const { code, output } = await run(npm.command, args, { capture: true, shell: npm.shell });
  if (code === 0) return;
  throw new Sentence(explainFailure(output));
}

// Dev dependencies hold the builder and the optional ones PostgreSQL and Node, so both are asked for even
// under NODE_ENV=production. The shorter waits turn a dead network into a sentence in seconds, not minutes.
const NPM_FLAGS = [
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--include=dev',
  '--include=optional',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/**
 * How to call npm: the one that runs this script, or else the one on the path.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand(env) {
  const running = env.npm_execpath;
  if (running !== undefined && /^npm-cli\.c?js$/.test(basename(running))) {
    return { command: process.execPath, args: [running], shell: false };
  }
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/**
 * Turns what npm printed into what the reader can do about it.
 * @param {string} output
 */
export function explainFailure(output) {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT/.exec(
    output,
  );
  if (offline !== null) {
    return `The package registry could not be reached (${offline[0]}). Check the network, or the registry and proxy in your npm configuration, and start again.\n\n${output.trim()}`;
  }
  if (/ENOSPC/.test(output))
    return `The disk is full: the packages need about 800 MB.\n\n${output.trim()}`;
  return `The packages could not be installed. npm said:\n\n${output.trim()}`;
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
