import { inject } from 'vitest';
import { startApp, type App } from '../../src/server/app.ts';
import type { Config } from '../../src/server/config.ts';
import type { Clock } from '../../src/server/platform/clock.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { createApi, type Api } from './api.ts';
import { testConfig, testSecret } from './config.ts';
import { cloneDatabase, dropDatabase } from './databases.ts';

/** A running Segue on a database of its own. */
export interface TestApp extends App {
  readonly url: string;
  readonly databaseName: string;
  /** Connection string parts of its database, for tests that look behind the curtain. */
  readonly connection: {
    host: string;
    port: number;
    user: string;
    password?: string;
    database: string;
  };
  /** The demo workspace; throws without the demo seed. */
  demo(): Promise<{ id: string; widgetKey: string }>;
  /** A client signed in as a member of the demo workspace, e.g. `ana`. */
  as(name: 'ana' | 'ben' | 'clara' | 'devi'): Promise<Api>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  readonly seed?: 'none' | 'demo';
  readonly config?: Partial<Config>;
  readonly clock?: Clock;
}

/** Starts the whole program in this process; stop it in `afterAll`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const server = inject('postgres');
  const databaseName = await cloneDatabase(server, options.seed ?? 'demo');
  const connection = { ...server.connection, database: databaseName };
  const app = await startApp({
    config: { ...testConfig(), ...options.config },
    connection,
    log: createLog('warn'),
    masterSecret: testSecret,
    ...(options.clock && { clock: options.clock }),
  });
  const url = app.url ?? '';
  const signedIn = new Map<string, Api>();
  return {
    ...app,
    url,
    databaseName,
    connection,
    async demo() {
      const demo = await app.services.onboarding.demo();
      if (!demo) throw new Error('This test app has no demo workspace.');
      return { id: demo.id, widgetKey: demo.widget_key };
    },
    async as(name) {
      const known = signedIn.get(name);
      if (known) return known;
      const api = createApi(url);
      await api.signIn(`${name}@lowtide.test`, 'segue-demo-2026');
      signedIn.set(name, api);
      return api;
    },
    async stop() {
      await app.close();
      await dropDatabase(server, databaseName);
    },
  };
}
