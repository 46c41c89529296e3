import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '../../src/server/platform/db/database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  workspaceId = (await app.demo()).id;
  await app.database.ownerPool.query('create table marks (mark integer primary key)');
  await app.database.ownerPool.query('grant all on marks to segue_app');
});

beforeEach(() => app.database.ownerPool.query('delete from marks'));
afterAll(() => app.stop());

const inWorkspace = <Result>(work: (scope: Scope) => Promise<Result>) =>
  app.database.inWorkspace(workspaceId, work);
const add = ({ db }: Scope, mark: number) =>
  sql`insert into marks (mark) values (${mark})`.execute(db);

async function marks(): Promise<number[]> {
  const { rows } = await app.database.ownerPool.query('select mark from marks order by mark');
  return rows.map((row: { mark: number }) => row.mark);
}

it('answers each of many statements that are asked for at once, in their order', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at);
  const counted = await inWorkspace((scope) =>
    Promise.all(
      numbers.map(async (mark) => {
        await add(scope, mark);
        const { rows } = await sql<{ mark: number }>`
          select mark from marks where mark = ${mark}`.execute(scope.db);
        return rows[0]?.mark;
      }),
    ),
  );
  expect(counted).toEqual(numbers);
  expect(await marks()).toEqual(numbers);
});

it('tells how many rows a statement changed', async () => {
  const changed = await inWorkspace(async (scope) => {
    await Promise.all([add(scope, 1), add(scope, 2)]);
    return sql`update marks set mark = mark + 10`.execute(scope.db);
  });
  expect(changed.numAffectedRows).toBe(2n);
});

it('fails with the statement that failed, not with those that are refused because of it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const done = inWorkspace((scope) =>
      Promise.all([add(scope, 1), add(scope, 1), add(scope, 2), add(scope, 3)]),
    );
    await expect(done).rejects.toMatchObject({ code: '23505' });
  }
  expect(await marks()).toEqual([]);
});

it('keeps nothing where a failure was passed over', async () => {
  const done = inWorkspace(async (scope) => {
    await add(scope, 1);
    await add(scope, 1).catch(() => undefined);
  });
  await expect(done).rejects.toThrow('nothing is kept');
  expect(await marks()).toEqual([]);
});

it('refuses statements after its end: the connection is somebody else’s', async () => {
  const scope = await inWorkspace(async (one) => one);
  await expect(add(scope, 1)).rejects.toThrow('over');
  const failed: Scope[] = [];
  const done = inWorkspace(async (one) => {
    failed.push(one);
    throw new Error('no');
  });
  await expect(done).rejects.toThrow('no');
  for (const one of failed) await expect(add(one, 1)).rejects.toThrow('over');
  expect(await marks()).toEqual([]);
});
