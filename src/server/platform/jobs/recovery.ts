import type pg from 'pg';
import type { Log } from '../log.ts';
import { holdLocks } from './held-locks.ts';

// First key of the advisory locks by which living processes are known; the second is the hash of their id.
const lockClass = 7_316_482;
const scanEveryMs = 10_000;
/** A job that kills its process each time is given up after so many. */
const mostAttempts = 25;
/** Longer than a living process takes to hold its lock again after the database has restarted. */
const doubtMs = 2_500;

export interface Recovery {
  stop(): Promise<void>;
}

/**
 * Frees jobs that a killed process had begun. The queue itself would wait four hours for them. Every
 * process holds advisory locks named after its worker pools; the server drops them the moment the process
 * is gone. A server that restarts drops them all, so a process counts as dead only when its lock was free
 * twice; until then its jobs would run a second time beside the first.
 */
export async function startRecovery(
  pool: pg.Pool,
  workerPoolIds: readonly string[],
  log: Log,
): Promise<Recovery> {
  const held = await holdLocks(pool, { lockClass, names: workerPoolIds }, log);
  let suspects = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function scan(): Promise<void> {
    try {
      suspects = await freeDeadWorkers(pool, { own: workerPoolIds, suspects });
    } catch (error) {
      suspects = new Set();
      log.warn({ err: error }, 'looking for dead workers failed');
    }
    if (!stopped) timer = setTimeout(() => void scan(), suspects.size > 0 ? doubtMs : scanEveryMs);
  }

  await scan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await held.release();
    },
  };
}

/** Frees those who were suspects before and still are; answers with the new suspects. */
async function freeDeadWorkers(
  pool: pg.Pool,
  { own, suspects }: { own: readonly string[]; suspects: ReadonlySet<string> },
): Promise<Set<string>> {
  const client = await pool.connect();
  const found = new Set<string>();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ id: string }>(
      `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    );
    for (const { id } of rows) {
      if (own.includes(id) || !(await isDead(client, id, suspects.has(id)))) continue;
      if (!suspects.has(id)) found.add(id);
    }
    return found;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Whether nobody holds the lock of a worker; its jobs are freed too if that is asked for. */
async function isDead(client: pg.PoolClient, workerId: string, free: boolean): Promise<boolean> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ dead: boolean }>(
      'select pg_try_advisory_xact_lock($1, hashtext($2)) as dead',
      [lockClass, workerId],
    );
    const dead = rows[0]?.dead === true;
    if (dead && free) {
      // A worker fetches ahead, and fetching counts as an attempt: what died unbegun must not be given up.
      await client.query(
        `update graphile_worker._private_jobs set max_attempts = attempts + 1
         where locked_by = $1 and attempts >= max_attempts and attempts < $2`,
        [workerId, mostAttempts],
      );
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [workerId]);
    }
    await client.query('commit');
    return dead;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
