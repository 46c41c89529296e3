import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { exampleOf, type Schema } from '../support/examples.ts';
import { openChat } from '../support/journeys.ts';

let app: TestApp;
let workspaceId: string;
let stranger: Api;
let operations: readonly Operation[];

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly body: Schema | null;
}

beforeAll(async () => {
  // No jobs: nothing but the requests changes anything.
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  workspaceId = (await app.demo()).id;
  operations = await listOperations();
  await furnish(await app.as('devi'));
  const answers = {
    workspaceName: 'Elsewhere',
    supportAddress: 'help@elsewhere.test',
    adminName: 'Eve',
    adminEmail: 'eve@elsewhere.test',
    password: 'a long enough password',
  };
  await createApi(app.url).post('/api/workspaces', answers);
  stranger = createApi(app.url);
  await stranger.signIn(answers.adminEmail, answers.password);
});

afterAll(() => app.stop());

/** What the program says of itself: every route below /api that takes JSON or nothing. */
async function listOperations(): Promise<Operation[]> {
  const { paths } = (await createApi(app.url).get('/openapi.json')).body as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, never> } }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => {
      const json = requestBody?.content['application/json'] as { schema: Schema } | undefined;
      return { method: method.toUpperCase(), path, body: json?.schema ?? null };
    }),
  );
}

/** Path and body of an operation with an id wherever one can stand. */
const filledIn = ({ method, path, body }: Operation, id: string) =>
  [
    path.replace(/\{[^}]+\}/g, id),
    method === 'GET' ? undefined : exampleOf(body ?? { type: 'object' }, id),
  ] as const;

const send = (api: Api, operation: Operation, id: string) =>
  api.request(operation.method, ...filledIn(operation, id));

/** One id for each request that differs: where none can stand, all of them ask the same. */
const idsFor = (operation: Operation, ids: readonly string[]) => [
  ...new Map(ids.map((id) => [JSON.stringify(filledIn(operation, id)), id])).values(),
];

/** What people of the workspace make by hand, so that there is one of each kind to reach for. */
async function furnish(devi: Api): Promise<void> {
  const { ticketId } = await openChat(app, workspaceId);
  for (const operation of operations) {
    if (operation.method !== 'POST' || /\{|workspaces|attachments/.test(operation.path)) continue;
    await send(devi, operation, ticketId);
  }
  await devi.post('/api/webhooks', { name: 'Store', url: 'https://store.example.test/hook' });
}

/** The tables that hold rows of workspaces. */
async function listTables(): Promise<string[]> {
  const { rows } = await app.database.ownerPool.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'workspace_id'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** A fingerprint of everything that the workspace has, by table. */
async function everything(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await listTables()) {
    const { rows } = await app.database.ownerPool.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
       from ${table} t where workspace_id = $1`,
      [workspaceId],
    );
    prints[table] = rows[0]?.print ?? '';
  }
  return prints;
}

/** The newest row of each kind. */
async function someIds(): Promise<string[]> {
  const ids: string[] = [workspaceId];
  const { rows: tables } = await app.database.ownerPool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`,
  );
  const ofWorkspaces = new Set(await listTables());
  for (const { name } of tables) {
    if (!ofWorkspaces.has(name)) continue;
    const { rows } = await app.database.ownerPool.query<{ id: string }>(
      `select id from ${name} where workspace_id = $1 order by id desc limit 1`,
      [workspaceId],
    );
    if (rows[0]) ids.push(rows[0].id);
  }
  return ids;
}

it('an admin of another workspace reads and changes nothing here, whatever id stands in the path and the body', async () => {
  const ids = await someIds();
  expect(ids.length).toBeGreaterThan(25);
  const before = await everything();
  const reached: string[] = [];
  const strange: string[] = [];
  for (const operation of operations) {
    // Meant for everybody; the welcome names the accounts of the demo.
    if (/\/api\/(auth|invitations|workspaces|widget|welcome)\b/.test(operation.path)) continue;
    const hasId = operation.path.includes('{');
    const tryOne = async (id: string) => {
      const { status, body } = await send(stranger, operation, id);
      if (status >= 500) strange.push(`${operation.method} ${operation.path} ${id}: ${status}`);
      if (hasId && status < 400) reached.push(`${operation.method} ${operation.path} ${id}`);
      if (/Lowtide|Tidewheel|Kim Lee/i.test(JSON.stringify(body)))
        reached.push(`${operation.method} ${operation.path} tells of us: ${id}`);
    };
    // At once is quicker; only what is made at once would refuse each other's names.
    if (operation.method === 'GET' || hasId) await Promise.all(idsFor(operation, ids).map(tryOne));
    else for (const id of idsFor(operation, ids)) await tryOne(id);
  }
  expect(strange).toEqual([]);
  expect(reached).toEqual([]);
  expect(await everything()).toEqual(before);
}, 300_000);
