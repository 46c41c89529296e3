import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { say, Sentence, step } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser for the end-to-end tests, or undefined: `CHROMIUM_PATH` first, then the usual names.
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} [isExecutable]
 */
export function findChromium(env, isExecutable = canExecute) {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...MAC].find(isExecutable);
}

/**
 * The path of a Chromium, installed with apt-get first where that is possible without a password.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium(process.env);
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new Sentence(`CHROMIUM_PATH names no program: ${process.env.CHROMIUM_PATH}`);
  }
  if (process.getuid?.() === 0 && canExecute('/usr/bin/apt-get')) {
    await step('Chromium installed', aptInstall);
  }
  const installed = findChromium(process.env);
  if (installed !== undefined) return installed;
  throw new Sentence(
    'The end-to-end tests need Chromium: install the package "chromium" (or Google Chrome), or set CHROMIUM_PATH.',
  );
}

async function aptInstall() {
  say('Installing Chromium with apt-get (once) ...');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  for (const args of [['update'], install]) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await run('/usr/bin/apt-get', args, { capture: true, env });
    if (code !== 0) throw new Sentence(`apt-get ${args[0]} failed:\n\n${output.trim()}`);
  }
}

/** @param {string} path */
function canExecute(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
