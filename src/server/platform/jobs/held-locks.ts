import type pg from 'pg';
import type { Log } from '../log.ts';

const againMs = 500;

export interface HeldLocks {
  /** Lets go; harmless when the connection is gone already. */
  release(): Promise<void>;
}

/**
 * Holds advisory locks on a connection of their own until released, and takes them again whenever that
 * connection is lost: a database that restarts forgets who held what.
 */
export async function holdLocks(
  pool: pg.Pool,
  { lockClass, names }: { lockClass: number; names: readonly string[] },
  log: Log,
): Promise<HeldLocks> {
  let holder: pg.PoolClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function take(): Promise<void> {
    const client = await pool.connect();
    try {
      for (const name of names)
        await client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, name]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (stopped) return client.release(true);
    holder = client;
    client.once('end', () => lose(client));
  }

  function lose(client: pg.PoolClient): void {
    if (holder !== client) return;
    holder = null;
    client.release(true);
    log.warn({ names }, 'locks lost with their connection; taking them again');
    takeAgain();
  }

  function takeAgain(): void {
    if (stopped) return;
    timer = setTimeout(() => void take().catch(takeAgain), againMs);
  }

  await take();
  return {
    async release() {
      stopped = true;
      clearTimeout(timer);
      const client = holder;
      holder = null;
      // Closing the connection gives the locks back, and cannot fail as a statement on a dead one would.
      client?.release(true);
    },
  };
}
