import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let owner: pg.Client;
let member: pg.Client;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  owner = new pg.Client(app.connection);
  member = new pg.Client({ ...app.connection, options: '-c role=segue_app' });
  await owner.connect();
  await member.connect();
});

afterAll(async () => {
  await owner.end();
  await member.end();
  await app.stop();
});

/**
 * Settings: tables of some hundred rows, deleted one at a time by people. Reading through them, or once through
 * what refers to them, costs less than an index at every write.
 */
const settings = new Set([
  'agent_statuses',
  'api_keys',
  'article_versions',
  'articles',
  'assistant_policies',
  'assistant_proposals',
  'assistant_replays',
  'bulks',
  'capacity_rules',
  'groups',
  'kb_imports',
  'kb_sections',
  'macros',
  'mailboxes',
  'queues',
  'recipe_installs',
  'skills',
  'sla_policies',
  'ticket_views',
  'trigger_versions',
]);

/** Every table of the product; those of the job queue and of sign-in live in schemas of their own. */
async function listTables(): Promise<
  { name: string; secured: boolean; policies: number; columns: string[] }[]
> {
  const { rows } = await owner.query(`
    select c.relname as name, c.relrowsecurity as secured,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('schema_migrations', 'socket_io_attachments')`);
  return rows;
}

describe('the schema', () => {
  it('protects every workspace table by exactly one policy', async () => {
    const tables = await listTables();
    expect(tables.length).toBeGreaterThanOrEqual(30);
    for (const table of tables) {
      const scoped = table.columns.includes('workspace_id') || table.name === 'workspaces';
      expect(scoped, `${table.name} belongs to no workspace`).toBe(true);
      expect(table.secured, `${table.name} has no row-level security`).toBe(true);
      expect(table.policies, `${table.name} has no policy, or several`).toBe(1);
    }
  });

  it('starts every primary key with the workspace', async () => {
    const { rows } = await owner.query(`
      select c.relname as name, (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'p' and n.nspname = 'public'
        and c.relname not in ('workspaces', 'schema_migrations', 'socket_io_attachments')`);
    expect(rows.length).toBeGreaterThanOrEqual(29);
    for (const row of rows) expect(row.first, `${row.name}`).toBe('workspace_id');
  });

  it('carries the workspace in every foreign key between workspace tables', async () => {
    const { rows } = await owner.query(`
      select k.conname as name, k.conrelid::regclass::text as of, k.confrelid::regclass::text as target,
        (select attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) as first,
        array_length(k.conkey, 1) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = 'public'`);
    const between = rows.filter(
      (row) => row.target !== 'workspaces' && !row.target.startsWith('auth.'),
    );
    expect(between.length).toBeGreaterThanOrEqual(35);
    for (const key of between) {
      expect(key.first, `${key.of}.${key.name}`).toBe('workspace_id');
      expect(key.columns, `${key.of}.${key.name}`).toBe(2);
    }
  });

  it('finds by an index what refers to a row, where there may be much of it', async () => {
    const { rows } = await owner.query<{ of: string; column: string; target: string }>(`
      select c.relname as of, a.attname as column, k.confrelid::regclass::text as target
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[array_length(k.conkey, 1)]
      where k.contype = 'f' and n.nspname = 'public' and not exists (
        select 1 from pg_index i where i.indrelid = c.oid
          and (select count(*) from unnest((i.indkey::int2[])[0:array_length(k.conkey, 1) - 1]) as x
            where x = any(k.conkey)) = array_length(k.conkey, 1)
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`);
    expect(rows.length).toBeGreaterThan(0);
    const slow = rows.filter(({ of, target }) => !settings.has(of) && !settings.has(target));
    expect(slow.map(({ of, column, target }) => `${of}.${column} to ${target}`)).toEqual([]);
    const needed = new Set(rows.flatMap(({ of, target }) => [of, target]));
    expect([...settings].filter((name) => !needed.has(name))).toEqual([]);
  });

  it('owns nothing as the application role', async () => {
    const { rows } = await owner.query(
      `select count(*)::int as owned from pg_class where relowner = 'segue_app'::regrole`,
    );
    expect(rows[0].owned).toBe(0);
  });

  it('shows nothing to a query without a workspace', async () => {
    for (const table of await listTables()) {
      const { rows } = await member.query(`select count(*)::int as seen from ${table.name}`);
      expect(rows[0].seen, `${table.name} shows rows`).toBe(0);
    }
    const filled = await owner.query('select count(*)::int as there from members');
    expect(filled.rows[0].there).toBeGreaterThan(0);
  });

  it('shows one workspace only its own rows, and lets it write nothing into another', async () => {
    const { id: mine } = await app.demo();
    const other = '0198f000-0000-7000-8000-000000000001';
    await owner.query(
      `insert into workspaces (id, name, slug, widget_key, identity_secret) values ($1, 'Other', 'other', 'wk_other', 's')`,
      [other],
    );
    const group = '0198f000-0000-7000-8000-000000000002';
    await owner.query(`insert into groups (workspace_id, id, name) values ($1, $2, 'Theirs')`, [
      other,
      group,
    ]);

    await member.query(`select set_config('segue.workspace_id', $1, false)`, [mine]);
    const { rows } = await member.query('select distinct workspace_id from groups');
    expect(rows).toEqual([{ workspace_id: mine }]);
    await expect(
      member.query(
        `insert into groups (workspace_id, id, name) values ($1, gen_random_uuid(), 'Smuggled')`,
        [other],
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      member.query(
        `insert into queue_groups (workspace_id, queue_id, group_id) select workspace_id, id, $1 from queues limit 1`,
        [group],
      ),
    ).rejects.toThrow(/foreign key/);
    await member.query('reset segue.workspace_id');
  });

  it('cannot point across workspaces even as the owner', async () => {
    const { id: mine } = await app.demo();
    await expect(
      owner.query(
        `insert into queue_groups (workspace_id, queue_id, group_id)
         select $1, q.id, g.id from queues q, groups g where q.workspace_id = $1 and g.workspace_id <> $1 limit 1`,
        [mine],
      ),
    ).rejects.toThrow(/foreign key/);
  });
});
