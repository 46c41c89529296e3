import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { codeOf, launchError, type LaunchError } from './errors.ts';
import { takeKernelLock } from './kernel-lock.ts';
import { inspectProcess, isAlive } from './processes.ts';

/** Who holds a data directory; the start time tells him from a later process with his pid. */
export interface LockHolder {
  readonly pid: number;
  readonly startedAt: string | null;
}

/** The right to use a data directory, held by this process. */
export interface DataLock {
  readonly release: () => Promise<void>;
}

const FILE = 'segue.lock';

/**
 * Takes a data directory for this process, or throws `postgres_in_use` naming the holder.
 *
 * The file tells people and us who the holder is, and is all there is on macOS and Windows, where
 * two starters that find the same stale file could in theory both take it; PostgreSQL's own
 * lock then still refuses the second server. On Linux the kernel lock closes that gap.
 */
export async function lockDataDirectory(dataDir: string): Promise<DataLock> {
  const file = join(dataDir, FILE);
  const kernel = await takeKernelLock(dataDir);
  if (kernel.state === 'busy') throw inUse(dataDir, await awaitHolder(file, isAlive));
  const releaseKernel = kernel.state === 'held' ? kernel.release : (): void => {};
  try {
    await writeLockFile(file, dataDir);
  } catch (error) {
    releaseKernel();
    throw error;
  }
  return {
    release: async () => {
      await unlink(file).catch(() => {});
      releaseKernel();
    },
  };
}

/** Reads a lock file's text; null when it is torn. */
export function parseHolder(text: string): LockHolder | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<LockHolder>;
    if (!Number.isInteger(pid) || pid === undefined) return null;
    return { pid, startedAt: typeof startedAt === 'string' ? startedAt : null };
  } catch {
    return null;
  }
}

async function writeLockFile(file: string, dataDir: string): Promise<void> {
  const startedAt = inspectProcess(process.pid)?.startedAt ?? null;
  const text = `${JSON.stringify({ pid: process.pid, startedAt } satisfies LockHolder)}\n`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await writeFile(file, text, { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = await awaitHolder(file, () => true);
    if (holder !== null && isAlive(holder)) throw inUse(dataDir, holder);
    await unlink(file).catch(() => {});
  }
  throw inUse(dataDir, null);
}

/** Waits up to 0.3 s for a holder who is just writing his file. */
async function awaitHolder(
  file: string,
  accept: (holder: LockHolder) => boolean,
): Promise<LockHolder | null> {
  for (let attempt = 0; attempt < 15; attempt += 1) {
    const holder = parseHolder(await readFile(file, 'utf8').catch(() => ''));
    if (holder !== null && accept(holder)) return holder;
    await sleep(20);
  }
  return null;
}

function inUse(dataDir: string, holder: LockHolder | null): LaunchError {
  const owner = holder === null ? 'a process outside this container' : `process ${holder.pid}`;
  const cure = holder === null ? 'Stop it first' : `Stop it first (kill ${holder.pid})`;
  return launchError(
    'postgres_in_use',
    `The data directory ${dataDir} is in use by another Segue, ${owner}. ` +
      `${cure}, or give this one a data directory of its own.`,
  );
}
