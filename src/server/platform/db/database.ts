import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DomainEvent } from '../../../contracts/events.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { nameStatements } from './named-statements.ts';
import { sendTogether, writeLater } from './sent-together.ts';
import type { Tables } from './tables.ts';
import { createTransactions, type Transactions } from './transaction.ts';

// Counters and ticket numbers are bigint; they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connection of the owner role, as node-postgres takes it. */
export type Connection = pg.PoolConfig;

/**
 * What every store function takes first: a transaction that sees one workspace only.
 * Events recorded on it are written to the outbox before it commits.
 */
export interface Scope {
  readonly workspaceId: string;
  readonly db: Transaction<Tables>;
  /** Adds a fact that jobs and screens must hear of once the transaction has committed. */
  record(event: DomainEvent): void;
}

export interface Database {
  /**
   * Runs `work` in one transaction of one workspace. Repeats it when PostgreSQL asks for that
   * (deadlock, serialization), so `work` must have no effect outside the database.
   */
  inWorkspace<Result>(
    workspaceId: string,
    work: (scope: Scope) => Promise<Result>,
  ): Promise<Result>;
  /** The same as the owner: only for making a workspace, which no workspace may do. */
  asOwner<Result>(workspaceId: string, work: (scope: Scope) => Promise<Result>): Promise<Result>;
  /** The application role with no workspace set: sees only the directory functions. */
  readonly app: Kysely<Tables>;
  /** The owner: migrations, outbox relay, sign-in. No product rule uses it. */
  readonly owner: Kysely<Tables>;
  readonly ownerPool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: Connection;
  readonly log: Log;
  /** Called after each commit that left events in the outbox. */
  readonly onEvents?: () => void;
  readonly maxConnections?: number;
}

/** Opens the two pools: the application role under row-level security, and the owner. */
export function openDatabase(options: DatabaseOptions): Database {
  const { connection, log } = options;
  const max = options.maxConnections ?? 20;
  let closing = false;
  const onLost = (error: Error) => {
    if (!closing) log.warn({ reason: error.message }, 'database connection lost');
  };
  const appPool = openPool({ ...connection, options: '-c role=segue_app', max }, onLost);
  const ownerPool = openPool({ ...connection, max: 14 }, onLost);
  const app = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: appPool }) });
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  const asApp = createTransactions<Tables>(appPool);
  const asOwner = createTransactions<Tables>(ownerPool);
  async function run<Result>(
    transactions: Transactions<Tables>,
    workspaceId: string,
    work: (scope: Scope) => Promise<Result>,
  ): Promise<Result> {
    const { result, recorded } = await withRetries(() =>
      runInWorkspace(transactions, workspaceId, work),
    );
    if (recorded) options.onEvents?.();
    return result;
  }
  return {
    app,
    owner,
    ownerPool,
    inWorkspace: (workspaceId, work) => run(asApp, workspaceId, work),
    asOwner: (workspaceId, work) => run(asOwner, workspaceId, work),
    async close() {
      closing = true;
      await Promise.race([Promise.all([endOf(appPool), endOf(ownerPool)]), delay(closeWithinMs)]);
    },
  };
}

/** A connection that broke in somebody's hands may never come back to its pool. */
const closeWithinMs = 3_000;

async function endOf(pool: pg.Pool): Promise<void> {
  if (!pool.ending) await pool.end();
}

function openPool(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, pipeline: true });
  // An idle connection that breaks must not end the process: the next query opens a new one.
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  nameStatements(pool);
  sendTogether(pool);
  return pool;
}

async function runInWorkspace<Result>(
  inTransaction: Transactions<Tables>,
  workspaceId: string,
  work: (scope: Scope) => Promise<Result>,
): Promise<{ result: Result; recorded: boolean }> {
  return inTransaction(async (db) => {
    // Without parameters, so that it can go in one message with the BEGIN.
    await sql`set local segue.workspace_id = ${sql.lit(workspaceId)}`.execute(db);
    const events: DomainEvent[] = [];
    const result = await work({ workspaceId, db, record: (event) => void events.push(event) });
    if (events.length > 0) await writeOutbox(db, workspaceId, events);
    return { result, recorded: events.length > 0 };
  });
}

async function writeOutbox(db: Transaction<Tables>, workspaceId: string, events: DomainEvent[]) {
  const rows = sql`insert into outbox (workspace_id, event)
    select ${workspaceId}, event from jsonb_array_elements(${JSON.stringify(events)}::jsonb) as event`;
  await writeLater(db, rows);
}

/** What the database says where a customer was deleted meanwhile: begun anew, there is nobody of that name. */
const customerDeleted = 'SG001';
const retryableStates = new Set(['40001', '40P01', customerDeleted]);
const maxAttempts = 5;

async function withRetries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const state = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries < maxAttempts && retryableStates.has(state)) continue;
      throw state === customerDeleted ? deletedMeanwhile(error) : error;
    }
  }
}

function deletedMeanwhile(cause: unknown): AppError {
  return new AppError('customer_deleted', 'Nothing can be added to what was theirs.', { cause });
}
