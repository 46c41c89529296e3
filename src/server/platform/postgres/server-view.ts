import type { Account } from './account.ts';

/**
 * The data directory as the server's processes should call it.
 *
 * A checkout often lies where only root can enter (/root/segue), and the server runs under an
 * account that is not root. A directory is entered before the privileges are dropped, and
 * /proc/self/cwd leads every process to its own working directory without walking the path to it,
 * so the server needs no right on the folders above. Server processes stay in that directory all
 * their life. Tried and left: `unshare --user` (files stay root's, but most containers forbid it),
 * and a cluster in /var/lib with a pointer in ./data (it works, but a backup or a move of ./data
 * would miss the data). Only Linux has /proc; elsewhere the path must be open to the account.
 */
export function viewFrom(dir: string, account: Account | null): string {
  return account !== null && process.platform === 'linux' ? '/proc/self/cwd' : dir;
}
