import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, delimiter } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { currentRuntime } from './platform.mjs';

/** @typedef {{ code: number, output: string }} Ended */

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env] Added to the environment.
 * @property {boolean} [capture] Collects what the program prints instead of showing it.
 * @property {boolean} [shell]
 * @property {boolean} [last] Its exit code becomes the script's, also after a signal; any other program that a signal ended ends the script.
 * @property {AbortSignal} [signal] Ends the program.
 */

/**
 * Runs a program to its end and resolves with its exit code (128 + n when signal n ended it).
 *
 * A SIGTERM, or the end of the npm that runs the script, is forwarded once as SIGTERM. A SIGINT or SIGHUP
 * is forwarded only where no terminal is attached: a terminal sends them to the whole group, so the program
 * has them already, and a second one would cut its clean end short.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...(isPlain(options) && { NO_COLOR: '1' }), ...options.env },
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: options.shell ?? false,
      ...(options.signal && { signal: options.signal }),
    });
    const signals = forwardSignals(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => {
      if (error.name === 'AbortError') return;
      signals.stop();
      reject(error);
    });
    child.on('close', (exitCode, signal) => {
      signals.stop();
      const code = exitCode ?? 128 + (signal ? constants.signals[signal] : 0);
      if (signals.received !== undefined && options.last !== true) {
        process.exit(code || 128 + constants.signals[signals.received]);
      }
      resolve({ code, output });
    });
  });
}

/**
 * Runs a JavaScript or TypeScript file of the project under the Node it was made for.
 * @param {string[]} args The file and its arguments, as after `node`.
 * @param {Options} [options]
 */
export function runNode(args, options = {}) {
  const node = currentRuntime();
  const path = [dirname(node), inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter);
  return run(node, args, { ...options, env: { PATH: path, ...options.env } });
}

/** Colours are for a terminal, and would be noise in a log or in the middle of an error. @param {Options} options */
function isPlain(options) {
  return options.capture === true || !process.stdout.isTTY;
}

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How often the script looks whether the npm that started it is still there. */
const PARENT_CHECK_MS = 250;

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const inTerminal = process.stdin.isTTY;
  /** @type {(signal: NodeJS.Signals) => void} */
  const onSignal = (signal) => {
    if (signals.received !== undefined) return;
    signals.received = signal;
    if (signal === 'SIGTERM' || !inTerminal) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // Npm dies of a SIGTERM without passing it on, which would leave the program running for ever.
  const parent = process.ppid;
  const onParentLost = () => process.ppid !== parent && onSignal('SIGTERM');
  const watch = setInterval(onParentLost, PARENT_CHECK_MS).unref();
  const signals = {
    /** @type {NodeJS.Signals | undefined} */
    received: undefined,
    stop: () => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
  return signals;
}
