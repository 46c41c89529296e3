import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runCommand } from './commands.ts';
import { launchError } from './errors.ts';
import { viewFrom } from './server-view.ts';
import { OWNER_ROLE } from './settings.ts';

/**
 * Creates a cluster in an empty folder that belongs to the account.
 *
 * The builtin C.UTF-8 provider sorts by code point and knows every letter (`lower('ÄÖÉ')`, ILIKE),
 * the same on every host; `--locale=C` alone would leave letters beyond ASCII unchanged, and a
 * host's own locale could change its order under our indexes.
 *
 * On a socket everybody who can open it is trusted: it lies in a folder with mode 0700, so that is
 * the server's account and root, who could read the files anyway. `peer` would check the same
 * thing again, and need a map of names to be rewritten whenever the data changes hands. Over TCP
 * (Windows only) every local user could knock, so there a password is asked.
 */
export async function initialise(
  dir: string,
  options: {
    readonly binaries: Binaries;
    readonly account: Account | null;
    readonly password: string | null;
    /** False leaves the writing to the kernel, for databases that may be lost (`fsync = off`). */
    readonly sync: boolean;
  },
): Promise<void> {
  const { account, binaries, password, sync } = options;
  const view = viewFrom(dir, account);
  const secret = password === null ? null : await writeSecret(password, account);
  try {
    const identity = ['-D', view, '-U', OWNER_ROLE];
    const locale = [
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '-EUTF8',
    ];
    const trust =
      secret === null
        ? ['--auth-local=trust', '--auth-host=reject']
        : ['--auth=scram-sha-256', `--pwfile=${join(secret, 'password')}`];
    const command = [
      binaries.initdb,
      ...identity,
      ...locale,
      ...trust,
      ...(sync ? [] : ['--no-sync']),
    ];
    const result = await runCommand(command, { account, cwd: dir, timeoutMs: 300_000 });
    if (!result.ok) throw failed(dir, result.spawnError ?? result.output);
  } finally {
    if (secret !== null) await rm(secret, { recursive: true, force: true });
  }
}

/** initdb reads the password from a file only; as root the file must belong to the account. */
async function writeSecret(password: string, account: Account | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segue-'));
  const file = join(folder, 'password');
  await writeFile(file, password, { mode: 0o600 });
  if (account !== null) {
    for (const path of [file, folder]) await chown(path, account.uid, account.gid);
  }
  return folder;
}

function failed(dir: string, reason: string): Error {
  const tail = reason.trim().split('\n').slice(-6).join('\n');
  const cure = reason.includes('could not look up effective user ID')
    ? 'Give the user that runs Segue a name in /etc/passwd, start Segue as root, or set DATABASE_URL.'
    : 'Check that the disk has 100 MB free and that the folder can be written, then start again.';
  return launchError(
    'postgres_start_failed',
    `The database in ${dir} could not be set up. PostgreSQL says:\n${tail}\n${cure}`,
  );
}
