import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The server the tests use and the databases that are cloned. Plain data: it crosses to the workers. */
export interface TestServer {
  readonly connection: { host: string; port: number; user: string; password?: string };
  readonly templates: { none: string; demo: string };
}

async function asAdmin(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes an empty database. */
export async function createDatabase(server: TestServer, name: string): Promise<void> {
  await asAdmin(server, `create database ${name} template template0`);
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asAdmin(server, `drop database if exists ${name} with (force)`);
}

/** Clones a template under a new name. Other workers may be cloning it: then it is tried again. */
export async function cloneDatabase(server: TestServer, seed: 'none' | 'demo'): Promise<string> {
  const name = `segue_t_${randomBytes(6).toString('hex')}`;
  for (let tries = 1; ; tries += 1) {
    try {
      await asAdmin(server, `create database ${name} template ${server.templates[seed]}`);
      return name;
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && error.code === '55006';
      if (!busy || tries >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
