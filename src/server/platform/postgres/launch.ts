import { mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster, ownerOf } from './cluster.ts';
import { ensureDatabase } from './connect.ts';
import { codeOf, isLaunchError, launchError } from './errors.ts';
import type { Host } from './host.ts';
import { lockDataDirectory } from './lock.ts';
import { ownerPassword } from './password.ts';
import { removeSocketFolder, stopServer, type Cluster } from './server.ts';
import { boundLog } from './server-log.ts';
import { clusterMarker, DATABASE, launchFingerprint, OWNER_ROLE } from './settings.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { watchServer } from './watch.ts';

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** node-postgres connection options of the owner role; with a password on Windows only. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
    readonly password?: string;
  };
  /** Whether an orphaned server of ours was taken over instead of starting one. */
  readonly adopted: boolean;
  /** Stops the server in order and waits for it; resolves also when it is already gone. */
  stop(): Promise<void>;
}

/** What to start, and where. */
export interface EmbeddedPostgresOptions {
  /** For example `<project>/data`; the cluster goes in `<dataDir>/postgres`, its log beside it. */
  readonly dataDir: string;
  /** Further settings of the server, for example `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told a sentence for people before anything that may take over a second. */
  readonly onProgress?: (step: string) => void;
  /** Told a sentence when the server ended though nobody stopped it; it is not started again. */
  readonly onLost?: (reason: string) => void;
}

/** Starts the server of a data directory on a given host, see `startEmbeddedPostgres`. */
export async function launch(
  options: EmbeddedPostgresOptions,
  host: Host,
): Promise<EmbeddedPostgres> {
  const given = resolve(options.dataDir);
  try {
    await mkdir(given, { recursive: true });
    const dataDir = await realpath(given);
    const lock = await lockDataDirectory(dataDir);
    try {
      const cluster = await prepareCluster(dataDir, options, host);
      const running = await bringUp(cluster, options);
      return embedded(cluster, running, { onLost: options.onLost, release: lock.release });
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw isLaunchError(error) ? error : explain(given, error);
  }
}

async function prepareCluster(
  dataDir: string,
  { settings = {}, onProgress: report = () => {} }: EmbeddedPostgresOptions,
  host: Host,
): Promise<Cluster> {
  const dir = join(dataDir, 'postgres');
  const logFile = join(dataDir, 'postgres.log');
  await boundLog(logFile);
  const account = await chooseAccount(process.getuid?.() ?? null, await ownerOf(dir));
  const found = await prepareBinaries(host, account, report);
  const binaries = host.leash ? found : { ...found, leash: [] };
  const password = host.network === 'tcp' ? await ownerPassword(dataDir) : null;
  const sync = settings.fsync !== 'off';
  await ensureCluster(dir, { account, binaries, password, sync, report });
  const identity = await stat(dir, { bigint: true });
  return {
    dir,
    identity,
    marker: clusterMarker(identity),
    fingerprint: launchFingerprint(binaries.version, settings),
    logFile,
    account,
    binaries,
    settings,
    network: host.network,
    password,
  };
}

async function bringUp(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<RunningServer> {
  const running = await startServer(cluster, options.onProgress ?? (() => {}));
  try {
    await ensureDatabase({ ...running.listening, password: cluster.password });
    return running;
  } catch (error) {
    await stopServer(cluster, running.server);
    throw error;
  }
}

function embedded(
  cluster: Cluster,
  { server, listening, adopted }: RunningServer,
  {
    onLost,
    release,
  }: { onLost: ((reason: string) => void) | undefined; release: () => Promise<void> },
): EmbeddedPostgres {
  const watch = watchServer(cluster, server, onLost ?? (() => {}));
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    watch.end();
    try {
      await stopServer(cluster, server);
      await removeSocketFolder(listening);
    } finally {
      await release();
    }
  };
  const { host, port } = listening;
  const password = cluster.password === null ? {} : { password: cluster.password };
  return {
    connection: { host, port, user: OWNER_ROLE, database: DATABASE, ...password },
    adopted,
    stop: () => (stopped ??= stop()),
  };
}

/** Turns what the operating system or the server said into a sentence with a cure. */
function explain(dataDir: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) {
    return launchError(
      'postgres_data_denied',
      `Segue may not write in its data directory ${dataDir} (${reason}). Start it as the owner of ` +
        'that folder, or give the folder to the user who starts it.',
      error,
    );
  }
  return launchError(
    'postgres_start_failed',
    `PostgreSQL did not start on ${dataDir}: ${reason}`,
    error,
  );
}
