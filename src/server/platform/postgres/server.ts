import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { credentials, runCommand, SERVER_ENVIRONMENT } from './commands.ts';
import { launchError } from './errors.ts';
import type { Listening } from './listening.ts';
import { parsePidFile, type PidFile } from './pid-file.ts';
import { inspectProcess, isAlive, type DirectoryIdentity } from './processes.ts';

/** A cluster on disk and all that is needed to run it. */
export interface Cluster {
  readonly dir: string;
  readonly identity: DirectoryIdentity;
  /** See `clusterMarker`. */
  readonly marker: string;
  readonly fingerprint: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly settings: Readonly<Record<string, string>>;
  readonly network: 'socket' | 'tcp';
  readonly password: string | null;
}

/** The main process of a server; the start time tells it from a later process with its pid. */
export interface ServerProcess {
  readonly pid: number;
  readonly startedAt: string | null;
}

const STOP_LIMIT_MS = 60_000;
const KILL_LIMIT_MS = 10_000;

/** Starts the main process of a server; that it is up must be waited for. */
export async function spawnServer(
  cluster: Cluster,
  args: readonly string[],
): Promise<ServerProcess> {
  const { account, binaries, dir, logFile } = cluster;
  const [program = '', ...rest] = [...binaries.leash, binaries.postgres, ...args];
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(program, rest, {
      ...credentials(account),
      cwd: dir,
      env: SERVER_ENVIRONMENT,
      // A session of its own: Ctrl-C is for us, who close the connections before the server.
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', log, log],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    // The server alone is no reason for this process to go on.
    child.unref();
    const pid = child.pid ?? 0;
    return { pid, startedAt: inspectProcess(pid)?.startedAt ?? null };
  } finally {
    closeSync(log);
  }
}

/** Reads the `postmaster.pid` of a cluster; null text when there is none, null file when torn. */
export async function readPidFile(
  dir: string,
): Promise<{ readonly text: string | null; readonly file: PidFile | null }> {
  const text = await readFile(join(dir, 'postmaster.pid'), 'utf8').catch(() => null);
  return { text, file: text === null ? null : parsePidFile(text) };
}

/**
 * Stops a server in order (open transactions are rolled back) and waits until it is gone; returns at
 * once when it is already. After a minute it is cut off, which the next start repairs.
 */
export async function stopServer(cluster: Cluster, server: ServerProcess): Promise<void> {
  await signalServer(cluster, server, 'SIGINT');
  if (await waitUntilGone(server, STOP_LIMIT_MS)) return;
  await signalServer(cluster, server, 'SIGQUIT');
  if (await waitUntilGone(server, KILL_LIMIT_MS)) return;
  throw launchError(
    'postgres_stop_failed',
    `PostgreSQL (process ${server.pid}) did not stop within ${(STOP_LIMIT_MS + KILL_LIMIT_MS) / 1000} s. ` +
      `Look into ${cluster.logFile}; "kill -9 ${server.pid}" ends it, and the next start repairs the data.`,
  );
}

/** Sends a signal unless the server is gone; on Windows, where there are none, by PostgreSQL's own way. */
export async function signalServer(
  cluster: Cluster,
  server: ServerProcess,
  signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
): Promise<void> {
  if (!isAlive(server)) return;
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    await runCommand([cluster.binaries.pgCtl, 'kill', signal.slice(3), String(server.pid)]);
    return;
  }
  try {
    process.kill(server.pid, signal);
  } catch {
    // It ended in between.
  }
}

/** Removes the private folder of a socket; the server removes the socket itself. */
export async function removeSocketFolder(listening: Listening): Promise<void> {
  const folder = listening.socketDirectory;
  if (folder !== null && folder !== '.') await rmdir(folder).catch(() => {});
}

async function waitUntilGone(server: ServerProcess, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (isAlive(server)) {
    if (performance.now() > deadline) return false;
    await sleep(5);
  }
  return true;
}
