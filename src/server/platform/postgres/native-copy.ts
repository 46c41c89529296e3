import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Copies the server programs to `target`, readable for everybody, unless they are there already.
 * `target` carries the version, so a new release gets a new copy. Throws when the folder around it
 * could be written by somebody else, who could slip us a program of his own.
 */
export async function copyNative(
  nativeDir: string,
  target: string,
  report: (step: string) => void,
): Promise<string> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  await assertPrivate(parent);
  // Under umask 077 the folder would be closed to the account.
  await chmod(parent, 0o755);
  if (await isDirectory(target)) return target;
  report(`Copying PostgreSQL (60 MB) to ${target}, where its account can run it`);
  const fresh = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    await cp(nativeDir, fresh, { recursive: true, verbatimSymlinks: true });
    await openForReading(fresh);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Two starters may copy at once: whoever renames first wins, both copies are the same.
    if (!(await isDirectory(target))) throw error;
  }
  return target;
}

/** Throws unless only we (or root) can write in a directory. */
async function assertPrivate(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const found = await lstat(directory);
  const ours = found.uid === process.getuid?.() || found.uid === 0;
  if (!found.isDirectory() || !ours || (found.mode & 0o022) !== 0) {
    throw new Error(`${directory} can be written by other users, so no program is run from it`);
  }
}

/** An installation under umask 077 is readable by its owner only; the copy is for the account. */
async function openForReading(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  const execute = found.isDirectory() || (found.mode & 0o100) !== 0;
  await chmod(path, execute ? 0o755 : 0o644);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await openForReading(join(path, name));
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
