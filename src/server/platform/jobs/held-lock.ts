import type pg from 'pg';
import type { Log } from '../log.ts';

const againMs = 500;

export interface HeldLock {
  /** Lets go; harmless when the connection is gone already. */
  release(): Promise<void>;
}

/**
 * Holds an advisory lock on a connection of its own until released, and takes it again whenever that
 * connection is lost: a database that restarts forgets who held what.
 */
export async function holdLock(
  pool: pg.Pool,
  { lockClass, name }: { lockClass: number; name: string },
  log: Log,
): Promise<HeldLock> {
  let holder: pg.PoolClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function take(): Promise<void> {
    const client = await pool.connect();
    try {
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
    log.warn({ name }, 'lock lost with its connection; taking it again');
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
      // Closing the connection gives the lock back, and cannot fail as a statement on a dead one would.
      client?.release(true);
    },
  };
}
