import { readFile } from 'node:fs/promises';

import { launchError } from './errors.ts';

/** The unprivileged user that runs the server; PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Preferred first. `nobody` is last: other services run under it too. */
const CANDIDATES = ['segue', 'postgres', '_postgres', 'nobody'];

/**
 * The account to run the server under, or null for "as we are" (every user but root).
 *
 * An existing cluster keeps its owner, so that starting once with sudo locks nobody out.
 */
export async function chooseAccount(
  uid: number | null,
  clusterOwner: { readonly uid: number; readonly gid: number } | null,
): Promise<Account | null> {
  if (uid !== 0) return null;
  const accounts = parsePasswd(await readPasswd());
  if (clusterOwner !== null && clusterOwner.uid !== 0) {
    const known = accounts.find((account) => account.uid === clusterOwner.uid);
    return { ...clusterOwner, name: known?.name ?? String(clusterOwner.uid) };
  }
  return pickAccount(accounts) ?? refuse();
}

/** The first account that may run a server; initdb insists that it stands in the passwd file. */
export function pickAccount(accounts: readonly Account[]): Account | null {
  for (const name of CANDIDATES) {
    const account = accounts.find((entry) => entry.name === name);
    if (account !== undefined && account.uid !== 0) return account;
  }
  return null;
}

/** Reads the lines of /etc/passwd, leaving out comments and broken ones. */
export function parsePasswd(text: string): readonly Account[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || !uid || !gid || !/^-?\d+$/.test(uid) || !/^-?\d+$/.test(gid)) return [];
    // macOS writes 4294967294 as -2; the system calls want it unsigned.
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
}

/** The name of a user, or its number when the passwd file does not know it. */
export async function nameOfUser(uid: number): Promise<string> {
  const accounts = parsePasswd(await readPasswd());
  return accounts.find((account) => account.uid === uid)?.name ?? String(uid);
}

async function readPasswd(): Promise<string> {
  return readFile('/etc/passwd', 'utf8').catch(() => '');
}

function refuse(): never {
  throw launchError(
    'postgres_account_missing',
    'PostgreSQL does not run as root, and this machine has no account "segue", "postgres" or ' +
      '"nobody" to run it under. Start Segue as a normal user, or create one: useradd --system segue',
  );
}
