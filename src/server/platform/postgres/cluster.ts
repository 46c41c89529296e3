import {
  chmod,
  lchown,
  lstat,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { nameOfUser, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { codeOf, launchError } from './errors.ts';
import { initialise } from './initdb.ts';

/** A folder's owner, or null when it does not exist. */
export async function ownerOf(dir: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(dir);
    return { uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Makes sure that `dir` holds a cluster that these programs can open, and makes one when there is
 * none. A cluster appears under its name only when it is complete: one that was cut short (kill -9
 * during initdb) is left in `<dir>.new` and swept away by the next start. A volume mounted on `dir`
 * itself cannot be renamed over, so there it is made in place.
 */
export async function ensureCluster(
  dir: string,
  options: {
    readonly binaries: Binaries;
    readonly account: Account | null;
    readonly password: string | null;
    readonly sync: boolean;
    readonly report: (step: string) => void;
  },
): Promise<void> {
  const { account, binaries } = options;
  const fresh = `${dir}.new`;
  await rm(fresh, { recursive: true, force: true });
  const version = await readVersion(dir);
  if (version !== null) {
    await assertOwned(dir);
    assertSameMajor(dir, version, binaries.version);
    await restoreOwnership(dir, account);
    return;
  }
  await assertVacant(dir);
  options.report('Setting up the database for the first time (about a second)');
  const isMountPoint = await rmdir(dir).then(
    () => false,
    (error: unknown) => codeOf(error) === 'EBUSY',
  );
  const target = isMountPoint ? dir : fresh;
  await mkdir(target, { recursive: true, mode: 0o700 });
  await handOver(target, account);
  await initialise(target, options);
  if (target === dir) return;
  await rename(fresh, dir);
  await syncDirectory(dirname(dir));
}

async function readVersion(dir: string): Promise<string | null> {
  try {
    return (await readFile(join(dir, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null;
    throw await denied(dir, error);
  }
}

function assertSameMajor(dir: string, found: string, ours: string): void {
  const major = ours.split('.')[0];
  if (found === major) return;
  throw launchError(
    'postgres_version_mismatch',
    `The database in ${dir} was made by PostgreSQL ${found}, and this Segue brings PostgreSQL ${major}, ` +
      'which cannot open it. Nothing was changed. Start the Segue release that made it, or open it ' +
      `with a PostgreSQL ${found} server and set DATABASE_URL to that.`,
  );
}

/** Refuses a folder with something else in it: that may be somebody's data. */
async function assertVacant(dir: string): Promise<void> {
  const names = await readdir(dir).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  throw launchError(
    'postgres_data_unknown',
    `${dir} is not empty, but holds no PostgreSQL database (no PG_VERSION file). Nothing was changed. ` +
      'Move its content away, or restore the missing files from a backup.',
  );
}

/** Only the owner of a cluster can run it, except root, who runs it as the owner. */
async function assertOwned(dir: string): Promise<void> {
  const uid = process.getuid?.();
  const owner = await ownerOf(dir);
  if (uid === undefined || uid === 0 || owner === null || owner.uid === uid) return;
  throw await denied(dir);
}

async function denied(dir: string, cause?: unknown): Promise<Error> {
  const owner = await ownerOf(dir).catch(() => null);
  const name = owner === null ? 'another user' : `the user "${await nameOfUser(owner.uid)}"`;
  return launchError(
    'postgres_data_denied',
    `The database in ${dir} belongs to ${name}. Start Segue as that user or as root, ` +
      `or take it over first: sudo chown -R "$(id -un)" ${dir}`,
    cause,
  );
}

/**
 * Repairs what copying a cluster back from a backup breaks: files owned by root, which cannot run
 * it, and a folder that others may enter, which PostgreSQL refuses.
 */
async function restoreOwnership(dir: string, account: Account | null): Promise<void> {
  if (process.platform === 'win32') return;
  const found = await stat(dir);
  if (account !== null && found.uid === 0) await handOver(dir, account);
  if ((found.mode & 0o027) !== 0) await chmod(dir, 0o700);
}

/** Gives a folder and all in it to the account, the folder itself last so that a cut is noticed. */
async function handOver(path: string, account: Account | null): Promise<void> {
  if (account === null) return;
  if ((await lstat(path)).isDirectory()) {
    for (const name of await readdir(path)) await handOver(join(path, name), account);
  }
  await lchown(path, account.uid, account.gid);
}

/** Without this a power cut in the first seconds could undo the rename, and with it every commit. */
async function syncDirectory(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
