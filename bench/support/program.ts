import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startApp, type App } from '../../src/server/app.ts';
import { readConfig, type ProcessRole } from '../../src/server/config.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startEmbeddedPostgres } from '../../src/server/platform/postgres/index.ts';

/**
 * Runs the program in this process, without roles unless some are given, on a database of its own with the
 * demo workspace, and clears it all away afterwards. Variables of the environment are only those that are given.
 */
export async function withProgram(
  measure: (app: App, workspaceId: string) => Promise<void>,
  roles: readonly ProcessRole[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'segue-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  const app = await startApp({
    config: { ...readConfig({ SEGUE_PORT: '0', ...env }), roles: new Set(roles), logLevel: 'warn' },
    connection: server.connection,
    log: createLog('warn'),
    masterSecret: 'a secret of the benchmark, thirty-two characters',
  });
  try {
    const demo = await app.services.onboarding.demo();
    if (!demo) throw new Error('The demo workspace is missing.');
    await measure(app, demo.id);
  } finally {
    await app.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Adds agents who are at their desks for a day, in all groups or in the one of that name. */
export async function addAgents(
  { owner }: App['database'],
  workspaceId: string,
  { count, group = null }: { count: number; group?: string | null },
): Promise<void> {
  const people = Array.from({ length: count }, () => uuidIds.next());
  const ids = sql`unnest(${people}::text[]) as p(id)`;
  await sql`insert into auth."user" (id, name, email, "emailVerified")
    select id, id, id || '@bench.test', false from ${ids}`.execute(owner);
  await sql`insert into members (workspace_id, id, user_id, role, name)
    select ${workspaceId}, id::uuid, id, 'agent', 'Agent ' || id from ${ids}`.execute(owner);
  await sql`insert into agents (workspace_id, id, status)
    select ${workspaceId}, id::uuid, 'online' from ${ids}`.execute(owner);
  await sql`insert into presences (workspace_id, agent_id, heartbeat_at)
    select ${workspaceId}, id::uuid, now() + interval '1 day' from ${ids}`.execute(owner);
  await sql`insert into group_members (workspace_id, group_id, agent_id)
    select ${workspaceId}, g.id, p.id::uuid from groups g, ${ids}
    where g.workspace_id = ${workspaceId} and g.name = coalesce(${group}, g.name)`.execute(owner);
}
