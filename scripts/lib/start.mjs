import { build } from './build.mjs';
import { install } from './install.mjs';
import { assertPlatform, thisMachine } from './platform.mjs';
import { runNode } from './run.mjs';
import { main } from './say.mjs';

/** Everything a fresh clone needs before its code can run: packages and the built web apps. */
export async function prepare() {
  assertPlatform(thisMachine());
  await install();
  await build();
}

/**
 * Prepares, then runs the server until it ends, and takes over its exit code.
 * @param {string[]} args Passed on to the server.
 */
export function start(args) {
  return main(async () => {
    await prepare();
    const { code } = await runNode(['src/server/main.ts', ...args], { last: true });
    process.exitCode = code;
  });
}
