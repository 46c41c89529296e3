import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startApp } from '../../src/server/app.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startEmbeddedPostgres } from '../../src/server/platform/postgres/index.ts';
import { testConfig, testSecret } from './config.ts';
import { createDatabase, dropDatabase, type TestServer } from './databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one without fsync, or the server of DATABASE_URL.
 * Two templates are made ready, so that each test file clones its own database in about 0.1 s.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ground = await openServer();
  const suffix = `${process.pid}_${Date.now()}`;
  const server: TestServer = {
    connection: ground.connection,
    templates: { none: `segue_none_${suffix}`, demo: `segue_demo_${suffix}` },
  };
  for (const seed of ['none', 'demo'] as const) await prepareTemplate(server, seed);
  project.provide('postgres', server);
  return async () => {
    for (const name of Object.values(server.templates)) await dropDatabase(server, name);
    await ground.stop();
  };
}

async function prepareTemplate(server: TestServer, seed: 'none' | 'demo'): Promise<void> {
  const name = server.templates[seed];
  await createDatabase(server, name);
  const app = await startApp({
    config: { ...testConfig(), seed, roles: new Set() },
    connection: { ...server.connection, database: name },
    log: createLog('warn'),
    masterSecret: testSecret,
  });
  await app.close();
}

async function openServer(): Promise<{
  connection: TestServer['connection'];
  stop: () => Promise<void>;
}> {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '') {
    const { host, port, user, password } = new pg.Client(url);
    return {
      connection: { host, port, user: user ?? 'postgres', ...(password && { password }) },
      stop: async () => undefined,
    };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'segue-test-'));
  const embedded = await startEmbeddedPostgres({
    dataDir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Files run side by side, each with a program of its own that opens up to 35, and some with several.
      max_connections: '400',
    },
  });
  const { host, port, user } = embedded.connection;
  return {
    connection: { host, port, user },
    async stop() {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
