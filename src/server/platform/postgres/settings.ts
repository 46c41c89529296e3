import { createHash } from 'node:crypto';

import type { DirectoryIdentity } from './processes.ts';

/** The role that owns the database, and superuser of the cluster. */
export const OWNER_ROLE = 'segue_owner';

/** The database that Segue's tables live in. */
export const DATABASE = 'segue';

/**
 * Settings for a small machine (two cores, 128 MB for the database); the caller's come after and win.
 * They are arguments, not lines of postgresql.conf, so that a new release can change them.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  // Bounds both the disk used by the log of changes and the time of a recovery.
  max_wal_size: '512MB',
  // A new installation plans as if its tables were empty until they are analysed: that reads every ticket of a
  // workspace where one is wanted.
  autovacuum_naptime: '10s',
  // Many short statements: compiling them costs more than it saves, and the package has no LLVM.
  jit: 'off',
  // Nobody replicates from a server without a network.
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** What the arguments of a server depend on. */
export interface ServerArguments {
  /** As the server sees it, see server-view.ts. */
  readonly dataDirectory: string;
  /** Null for a server that listens on 127.0.0.1. */
  readonly socketDirectory: string | null;
  readonly port: number;
  readonly marker: string;
  readonly fingerprint: string;
  /** Whether the kernel stops the server when its starter dies. */
  readonly leashed: boolean;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The `cluster_name` by which the processes of a cluster are known in the process list. It follows
 * the directory when it is moved, and differs for a copy of it (a copied postmaster.pid names the
 * server of the original).
 */
export function clusterMarker({ dev, ino }: DirectoryIdentity): string {
  return `segue-${digest(`${dev}:${ino}`)}`;
}

/** Equal for two starts that would run the same programs with the same settings. */
export function launchFingerprint(
  version: string,
  settings: Readonly<Record<string, string>>,
): string {
  const entries = Object.entries({ ...DEFAULTS, ...settings }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return digest(JSON.stringify([version, entries]));
}

/** The arguments of `postgres`. Where it listens and who it is come last: nobody may change them. */
export function serverArguments(options: ServerArguments): readonly string[] {
  const settings: Record<string, string> = {
    ...DEFAULTS,
    ...options.settings,
    port: String(options.port),
    listen_addresses: options.socketDirectory === null ? '127.0.0.1' : '',
    unix_socket_directories: options.socketDirectory ?? '',
    unix_socket_permissions: '0700',
    cluster_name: options.marker,
    'segue.launch': options.fingerprint,
    'segue.leashed': options.leashed ? 'yes' : 'no',
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', options.dataDirectory, ...pairs];
}

/** A short name for a long text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
