import pg from 'pg';
import type { Config } from '../config.ts';
import {
  createAuth,
  createCallerFinder,
  type Auth,
  type CallerFinder,
} from '../features/identity/index.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import { openDatabase, type Connection, type Database } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { findFreePort } from '../platform/http/listen.ts';
import { uuidIds } from '../platform/ids.ts';
import { migrateJobs } from '../platform/jobs/jobs.ts';
import type { Log } from '../platform/log.ts';
import { deriveSecrets } from '../platform/secrets.ts';
import { createServices, type ServiceDeps, type Services } from './services.ts';

export interface AppOptions {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Log;
  readonly masterSecret: string;
  readonly clock?: Clock;
  /** Also fill a newly seeded demo workspace with conversations; tests want it empty. */
  readonly liveDemo?: boolean;
  readonly onProgress?: (step: string) => void;
}

/** What every part of a process stands on: the database, sign-in, services and addresses. */
export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly database: Database;
  readonly auth: Auth;
  readonly callers: CallerFinder;
  readonly services: Services;
  readonly serviceDeps: ServiceDeps;
  /** Where the web server listens and is reached, whether or not this process runs it. */
  readonly web: { readonly host: string; readonly port: number; readonly url: string };
  /** What is known only while it runs. */
  readonly state: RunningState;
  readonly onProgress: (step: string) => void;
  close(): Promise<void>;
}

export interface RunningState {
  serving: boolean;
  smtp: { host: string; port: number } | null;
  /** Hears that the outbox has new rows. */
  onEvents: () => void;
}

/** Opens the database, brings it up to date and makes the services. */
export async function layGround(options: AppOptions): Promise<Ground> {
  const { config, connection, log, clock = systemClock } = options;
  const state: RunningState = { serving: false, smtp: null, onEvents: () => undefined };
  const database = openDatabase({ connection, log, onEvents: () => state.onEvents() });
  await migrate(database.ownerPool, (name) => options.onProgress?.(`Migrating: ${name}`));
  await migrateJobs(database.ownerPool, log);
  const secrets = deriveSecrets(options.masterSecret);
  const web = await chooseAddress(config, options.onProgress);
  const authPool = new pg.Pool({ ...connection, options: '-c search_path=auth', max: 5 });
  authPool.on('error', (error) => log.warn({ reason: error.message }, 'database connection lost'));
  const auth = createAuth({
    pool: authPool,
    secret: secrets.keyFor('sign-in'),
    baseUrl: web.url,
  });
  const serviceDeps: ServiceDeps = {
    clock,
    ids: uuidIds,
    database,
    config,
    secrets,
    auth,
    authPool,
    log,
    deskUrl: () => `${web.url}/desk`,
    smtpAddress: () => state.smtp,
  };
  const services = createServices(serviceDeps);
  return {
    config,
    log,
    clock,
    database,
    auth,
    callers: createCallerFinder(auth, database),
    services,
    serviceDeps,
    web,
    state,
    onProgress: options.onProgress ?? (() => undefined),
    async close() {
      services.models.close();
      services.mailTransport?.close();
      await services.answers.close();
      await services.categoryModels.close();
      await services.encoder?.close();
      await authPool.end();
      await database.close();
    },
  };
}

async function chooseAddress(
  config: Config,
  say: AppOptions['onProgress'],
): Promise<Ground['web']> {
  const { host, port: wanted } = config.http;
  const port = config.roles.has('http') ? await findFreePort(host, wanted) : 0;
  if (port !== 0 && wanted !== 0 && port !== wanted) {
    say?.(`Port ${wanted} is taken: the desk is on ${port}.`);
  }
  const shown = host === '0.0.0.0' ? 'localhost' : host;
  return { host, port, url: config.publicUrl ?? `http://${shown}:${port}` };
}
