import { closeSync, openSync } from 'node:fs';

import { runCommand } from './commands.ts';

/** `unavailable` where the platform or the file system has no such lock. */
export type KernelLock =
  | { readonly state: 'held'; readonly release: () => void }
  | { readonly state: 'busy' }
  | { readonly state: 'unavailable' };

/** A status that `flock` itself never ends with. */
const BUSY_EXIT_CODE = 75;

/**
 * Locks a directory until this process ends, however it ends.
 *
 * Node has no flock(2). But the lock belongs to the open file, not to the process: `flock 3` locks a
 * directory that we opened, ends, and leaves the lock with us. Unlike a pid in a file it is never
 * stale, and it also works between two containers that share a volume, where pids mean nothing and
 * PostgreSQL's own lock would let both servers in. Costs 3 ms.
 */
export async function takeKernelLock(directory: string): Promise<KernelLock> {
  if (process.platform !== 'linux') return { state: 'unavailable' };
  const fd = openSync(directory, 'r');
  const command = ['flock', '-x', '-n', '-E', String(BUSY_EXIT_CODE), '3'];
  const result = await runCommand(command, { cwd: '/', extraFd: fd, timeoutMs: 10_000 });
  if (result.ok) return { state: 'held', release: () => closeSync(fd) };
  closeSync(fd);
  return { state: result.exitCode === BUSY_EXIT_CODE ? 'busy' : 'unavailable' };
}
