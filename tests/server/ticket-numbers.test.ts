import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scope } from '../../src/server/platform/db/database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

async function take({ db }: Scope): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_ticket_number() as number`.execute(db);
  return rows[0]?.number ?? 0;
}

it('is taken while another transaction that has one is still open', async () => {
  const [first, second] = await app.database.inWorkspace(workspaceId, async (scope) => {
    const one = await take(scope);
    return [one, await app.database.inWorkspace(workspaceId, take)];
  });
  expect(second).toBe(first + 1);
});

it('is nobody else’s, also where the transaction fails', async () => {
  const failed = await app.database
    .inWorkspace(workspaceId, async (scope) => {
      throw new Error(String(await take(scope)));
    })
    .catch((error: unknown) => Number(error instanceof Error ? error.message : error));
  const all = Array.from({ length: 40 }, () => app.database.inWorkspace(workspaceId, take));
  const numbers = await Promise.all(all);
  expect(new Set([...numbers, failed]).size).toBe(41);
});

it('begins at one in a new workspace, and ends with it', async () => {
  const id = crypto.randomUUID();
  const { ownerPool } = app.database;
  await ownerPool.query(
    `insert into workspaces (id, name, slug, widget_key, identity_secret) values ($1, 'Other', 'other', 'wk_other', 's')`,
    [id],
  );
  expect(await app.database.inWorkspace(id, take)).toBe(1);
  await ownerPool.query('delete from workspaces where id = $1', [id]);
  await expect(app.database.inWorkspace(id, take)).rejects.toThrow('does not exist');
});
