import type pg from 'pg';
import type { Log } from '../log.ts';

// First key of the advisory locks by which living processes are known; the second is the hash of their id.
const lockClass = 7_316_482;
const scanEveryMs = 10_000;

export interface Recovery {
  stop(): Promise<void>;
}

/**
 * Frees jobs that a killed process had begun. The queue itself would wait four hours for them. Every
 * process holds an advisory lock named after its worker pool; the server drops it the moment the process
 * is gone, so whoever can take that lock knows the holder is dead.
 */
export async function startRecovery(
  pool: pg.Pool,
  workerPoolId: string,
  log: Log,
): Promise<Recovery> {
  const holder = await pool.connect();
  await holder.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, workerPoolId]);
  const scan = () =>
    freeDeadWorkers(pool).catch((error: unknown) =>
      log.warn({ err: error }, 'looking for dead workers failed'),
    );
  await scan();
  const timer = setInterval(() => void scan(), scanEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await holder.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, workerPoolId]);
      holder.release();
    },
  };
}

async function freeDeadWorkers(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    );
    for (const { id } of rows) await freeIfDead(client, id);
  } finally {
    client.release();
  }
}

async function freeIfDead(client: pg.PoolClient, workerId: string): Promise<void> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ dead: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as dead',
      [lockClass, workerId],
    );
    if (rows[0]?.dead) {
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [workerId]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
