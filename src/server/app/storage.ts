import type { Config } from '../config.ts';
import { openDatabase, type Connection } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { migrateJobs } from '../platform/jobs/jobs.ts';
import { createLog } from '../platform/log.ts';
import { startEmbeddedPostgres } from '../platform/postgres/index.ts';

/** Where the data is: how it is reached, and how it is let go. */
export interface Storage {
  readonly connection: Connection;
  stop(): Promise<void>;
}

export interface StorageOptions {
  readonly onProgress: (step: string) => void;
  /** Called when an embedded database has ended by itself. */
  readonly onLost: () => void;
}

/** The database: a server where one is named, else the embedded one. Throws a `LaunchError` that names the cure. */
export async function openStorage(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: StorageOptions,
): Promise<Storage> {
  if (databaseUrl !== null) {
    return { connection: { connectionString: databaseUrl }, stop: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  return { connection: server.connection, stop: () => server.stop() };
}

/** Brings the database up to date and lets it go; fills nothing in. Throws as `openStorage` and migrations do. */
export async function updateStorage(
  config: Config,
  onProgress: (step: string) => void,
): Promise<void> {
  const storage = await openStorage(config, { onProgress, onLost: () => undefined });
  const log = createLog(config.logLevel);
  const database = openDatabase({ connection: storage.connection, log });
  try {
    await migrate(database.ownerPool, (name) => onProgress(`Migrating: ${name}`));
    await migrateJobs(database.ownerPool, log);
  } finally {
    await database.close();
    await storage.stop();
  }
}
