import { Client } from 'pg';

import type { Listening } from './listening.ts';
import { DATABASE, OWNER_ROLE } from './settings.ts';

/** How to reach a server. */
export interface Address extends Pick<Listening, 'host' | 'port'> {
  /** Null on a socket, where none is asked. */
  readonly password: string | null;
}

/** What a server said about itself; `no_answer` also while it starts or stops. */
export type Answer =
  | { readonly state: 'answered'; readonly marker: string; readonly fingerprint: string | null }
  | { readonly state: 'no_answer'; readonly reason: string };

/** Asks a server which cluster it serves and with which settings it was started. */
export async function askServer(address: Address): Promise<Answer> {
  try {
    const row = await withClient(address, 'postgres', async (client) => {
      const result = await client.query<{ marker: string; fingerprint: string | null }>(
        `select current_setting('cluster_name') as marker,
                nullif(current_setting('segue.launch', true), '') as fingerprint`,
      );
      return result.rows[0];
    });
    return row ? { state: 'answered', ...row } : { state: 'no_answer', reason: 'empty answer' };
  } catch (error) {
    return { state: 'no_answer', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Makes sure that Segue's database exists; costs one connection. */
export async function ensureDatabase(address: Address): Promise<void> {
  await withClient(address, 'postgres', async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rows.length === 0)
      await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  });
}

async function withClient<T>(
  { host, port, password }: Address,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    host,
    port,
    database,
    user: OWNER_ROLE,
    ...(password === null ? {} : { password }),
    ssl: false,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  // A server that dies under an idle client would otherwise end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
