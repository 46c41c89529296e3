import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { writeLater } from '../../src/server/platform/db/sent-together.ts';
import type { Scope } from '../../src/server/platform/db/database.ts';
import { inSavepoint } from '../../src/server/features/triggers/savepoint.store.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  workspaceId = (await app.demo()).id;
  await app.database.ownerPool.query('create table words (word text primary key)');
  await app.database.ownerPool.query('grant all on words to segue_app');
});

beforeEach(() => app.database.ownerPool.query('delete from words'));
afterAll(() => app.stop());

const add = ({ db }: Scope, word: string) =>
  writeLater(db, sql`insert into words (word) values (${word})`);
const inWorkspace = <Result>(work: (scope: Scope) => Promise<Result>) =>
  app.database.inWorkspace(workspaceId, work);

async function words(): Promise<string[]> {
  const { rows } = await app.database.ownerPool.query('select word from words order by word');
  return rows.map((row: { word: string }) => row.word);
}

it('is seen by what comes after it, and kept by the commit alone', async () => {
  const seen = await inWorkspace(async (scope) => {
    await add(scope, 'one');
    const { rows } = await sql<{ word: string }>`select word from words`.execute(scope.db);
    await add(scope, 'two');
    return rows;
  });
  expect(seen).toEqual([{ word: 'one' }]);
  expect(await words()).toEqual(['one', 'two']);
});

it('keeps more than fit into one sending, in their order', async () => {
  const many = Array.from({ length: 70 }, (_, at) => `word ${String(at).padStart(2, '0')}`);
  await inWorkspace(async (scope) => {
    for (const word of many) await add(scope, word);
  });
  expect(await words()).toEqual(many);
});

it('fails the statement that follows, and nothing of the transaction is kept', async () => {
  const done = inWorkspace(async (scope) => {
    await add(scope, 'one');
    await add(scope, 'one');
    await add(scope, 'two');
    await sql`select 1`.execute(scope.db);
  });
  await expect(done).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual([]);
});

it('fails the commit where nothing follows', async () => {
  const done = inWorkspace(async (scope) => {
    await add(scope, 'one');
    await add(scope, 'one');
  });
  await expect(done).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual([]);
  expect(await inWorkspace(async () => 'works again')).toBe('works again');
});

it('is not sent where the work fails', async () => {
  const done = inWorkspace(async (scope) => {
    await add(scope, 'one');
    throw new Error('no');
  });
  await expect(done).rejects.toThrow('no');
  expect(await words()).toEqual([]);
});

it('is undone with its savepoint alone, whether it fails or what comes after it does', async () => {
  const failing = async (part: Scope) => {
    await add(part, 'part');
    throw new Error('no');
  };
  const twice = async (part: Scope) => {
    await add(part, 'twice');
    await add(part, 'twice');
  };
  await inWorkspace(async (scope) => {
    await add(scope, 'before');
    await expect(inSavepoint(scope, failing)).rejects.toThrow('no');
    await expect(inSavepoint(scope, twice)).rejects.toMatchObject({ code: '23505' });
    await inSavepoint(scope, (part) => add(part, 'kept'));
  });
  expect(await words()).toEqual(['before', 'kept']);
});

it('leaves the workspace set for each first statement, on whatever connection', async () => {
  const asked = Array.from({ length: 60 }, () =>
    inWorkspace(async ({ db }) => db.selectFrom('workspaces').select('id').execute()),
  );
  for (const rows of await Promise.all(asked)) expect(rows).toEqual([{ id: workspaceId }]);
});
