import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Account } from './account.ts';
import type { PidFile } from './pid-file.ts';
import { digest } from './settings.ts';

/** Where a server listens. */
export interface Listening {
  /** For the client: a folder (unix socket) or an address. */
  readonly host: string;
  readonly port: number;
  /** For the server; null for TCP. */
  readonly socketDirectory: string | null;
}

/** The socket's name in its folder, as every PostgreSQL client builds it. */
const SOCKET_PORT = 5432;

/** Linux takes 107 bytes in a socket's path, macOS 103. */
const MAX_SOCKET_PATH_BYTES = 100;

/**
 * Chooses where a new server listens. Never on a network: on a socket in the cluster's own folder,
 * which is private and outlives cleaners of /tmp; when that path is too long for a socket, in a
 * private folder of the temporary directory; on Windows, whose Node cannot open such sockets, on
 * 127.0.0.1 with a free port.
 */
export async function chooseListening(
  clusterDir: string,
  account: Account | null,
  network: 'socket' | 'tcp',
): Promise<Listening> {
  if (network === 'tcp')
    return { host: '127.0.0.1', port: await freePort(), socketDirectory: null };
  if (fitsSocket(clusterDir)) return { host: clusterDir, port: SOCKET_PORT, socketDirectory: '.' };
  const folder = await privateFolder(clusterDir, account);
  return { host: folder, port: SOCKET_PORT, socketDirectory: folder };
}

/** Where a running server listens, by its `postmaster.pid`. */
export function listeningOf(file: PidFile, clusterDir: string): Listening {
  const { port, socketDirectory } = file;
  if (socketDirectory === '') return { host: '127.0.0.1', port, socketDirectory: null };
  const host = socketDirectory === '.' ? clusterDir : socketDirectory;
  return { host, port, socketDirectory };
}

/** Whether the path of a socket in this folder is short enough for every platform. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= MAX_SOCKET_PATH_BYTES;
}

/** Keyed by the cluster, so that a killed server's folder is used again and not left behind. */
async function privateFolder(clusterDir: string, account: Account | null): Promise<string> {
  // Root's own temporary directory may be closed to the account, and TMPDIR may be long itself.
  const keyed = join(tmpdir(), `segue-${digest(clusterDir)}`);
  const parent = account === null && fitsSocket(keyed) ? tmpdir() : '/tmp';
  const uid = account?.uid ?? process.getuid?.();
  const folder = join(parent, `segue-${digest(`${uid}:${clusterDir}`)}`);
  await mkdir(folder, { mode: 0o700 }).then(
    () => (account === null ? undefined : chown(folder, account.uid, account.gid)),
    () => undefined,
  );
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return folder;
  // Somebody else took the name first: take one that nobody can guess.
  const other = await mkdtemp(join(parent, 'segue-'));
  if (account !== null) await chown(other, account.uid, account.gid);
  return other;
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
