import { setTimeout as sleep } from 'node:timers/promises';

import { settleRunningServer } from './adopt.ts';
import { launchError } from './errors.ts';
import { chooseListening, type Listening } from './listening.ts';
import { isAlive } from './processes.ts';
import {
  readPidFile,
  signalServer,
  spawnServer,
  type Cluster,
  type ServerProcess,
} from './server.ts';
import { logSize, tailOfLog } from './server-log.ts';
import { viewFrom } from './server-view.ts';
import { serverArguments } from './settings.ts';

/** A server that answers. */
export interface RunningServer {
  readonly server: ServerProcess;
  readonly listening: Listening;
  readonly adopted: boolean;
}

/** How long leftovers of a killed server may refuse a new one. */
const RETRY_LIMIT_MS = 15_000;
/** Repairing after a crash reads at most `max_wal_size` of changes, seconds on any disk. */
const READY_LIMIT_MS = 300_000;
const SLOW_MS = 2_000;

/** What PostgreSQL says while something of its predecessor is not gone yet. */
const LEFTOVERS =
  /lock file "[^"]*" (?:already exists|is empty)|pre-existing shared memory block|could not bind|Address already in use/;

/** Takes over the cluster's running server, or starts one and waits until it is ready. */
export async function startServer(
  cluster: Cluster,
  report: (step: string) => void,
): Promise<RunningServer> {
  const deadline = performance.now() + RETRY_LIMIT_MS;
  for (;;) {
    const running = await settleRunningServer(cluster, report);
    if (running !== null) return { ...running, adopted: true };
    const attempt = await tryStart(cluster, report);
    if ('server' in attempt) return attempt;
    if (!LEFTOVERS.test(attempt.tail) || performance.now() > deadline)
      throw failed(cluster, attempt.tail);
    await sleep(100);
  }
}

async function tryStart(
  cluster: Cluster,
  report: (step: string) => void,
): Promise<RunningServer | { readonly tail: string }> {
  const listening = await chooseListening(cluster.dir, cluster.account, cluster.network);
  const logStart = await logSize(cluster.logFile);
  const server = await spawnServer(
    cluster,
    serverArguments({
      ...cluster,
      ...listening,
      dataDirectory: viewFrom(cluster.dir, cluster.account),
      leashed: cluster.binaries.leash.length > 0,
    }),
  );
  if (await waitUntilReady(cluster, server, report)) return { server, listening, adopted: false };
  return { tail: await tailOfLog(cluster.logFile, logStart) };
}

/**
 * False when the server ended instead. It tells by its pid file when it is ready: knocking earlier
 * would only fill its log with refusals.
 */
async function waitUntilReady(
  cluster: Cluster,
  server: ServerProcess,
  report: (step: string) => void,
): Promise<boolean> {
  const begin = performance.now();
  let slow = false;
  while (isAlive(server)) {
    const { file } = await readPidFile(cluster.dir);
    if (file?.pid === server.pid && file.status === 'ready') return true;
    const waitedMs = performance.now() - begin;
    if (!slow && waitedMs > SLOW_MS)
      report('PostgreSQL is repairing the data after an unclean stop');
    slow ||= waitedMs > SLOW_MS;
    if (waitedMs > READY_LIMIT_MS) {
      await signalServer(cluster, server, 'SIGQUIT');
      return false;
    }
    await sleep(5);
  }
  return false;
}

function failed(cluster: Cluster, tail: string): Error {
  return launchError(
    'postgres_start_failed',
    `PostgreSQL did not start on ${cluster.dir}. The end of ${cluster.logFile}:\n` +
      (tail === '' ? '(it wrote nothing)' : tail),
  );
}
