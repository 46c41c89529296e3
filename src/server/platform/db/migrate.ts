import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

const directory = new URL('../../migrations/', import.meta.url);
// Any constant: two processes that start together take turns.
const lockKey = 7_316_482_001;

/**
 * Brings the schema up to date: every `NNNN_*.sql` not yet applied, in order, each in its own
 * transaction. Safe to call from several processes at once. Returns the names applied now.
 */
export async function migrate(pool: pg.Pool, onStep?: (name: string) => void): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const pending = await findPending(client);
    for (const name of pending) {
      onStep?.(name);
      await apply(client, name);
    }
    return pending;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    client.release();
  }
}

async function findPending(client: pg.PoolClient): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const applied = await client.query<{ name: string }>('select name from schema_migrations');
  const known = new Set(applied.rows.map((row) => row.name));
  const files = (await readdir(directory)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return files.filter((name) => !known.has(name));
}

async function apply(client: pg.PoolClient, name: string): Promise<void> {
  const text = await readFile(new URL(name, directory), 'utf8');
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed.`, { cause: error });
  }
}
