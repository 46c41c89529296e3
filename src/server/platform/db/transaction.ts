import {
  DefaultQueryExecutor,
  PostgresDialect,
  Transaction,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type KyselyProps,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

/** Runs work in one transaction; whatever it throws takes everything back. */
export type Transactions<Tables> = <Result>(
  work: (db: Transaction<Tables>) => Promise<Result>,
) => Promise<Result>;

/**
 * Transactions on the connections of a pool. In those of Kysely a statement waits for the one before it; in
 * these, what is asked for at once goes at once, so that the database is woken once for all of it.
 */
export function createTransactions<Tables>(pool: pg.Pool): Transactions<Tables> {
  const dialect = new PostgresDialect({ pool });
  const common = { config: { dialect }, dialect, driver: dialect.createDriver() };
  const [compiler, adapter] = [dialect.createQueryCompiler(), dialect.createAdapter()];

  function transactionOn(client: pg.PoolClient) {
    const state: TransactionState = { isOver: false, failure: undefined };
    const connection = connectionOf(client, state);
    const provider: ConnectionProvider = {
      provideConnection(consumer) {
        // The connection is somebody else's by now.
        if (state.isOver) return Promise.reject(new Error('The transaction is over.'));
        return consumer(connection);
      },
    };
    const executor = new DefaultQueryExecutor(compiler, adapter, provider);
    const props: KyselyProps = { ...common, executor };
    return { db: new Transaction<Tables>(props), state };
  }

  return async (work) => {
    const client = await pool.connect();
    const { db, state } = transactionOn(client);
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(db).finally(() => (state.isOver = true));
      const { command } = await client.query('commit');
      if (command === 'ROLLBACK') throw new Error('A statement had failed: nothing is kept.');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw isAborted(error) ? (state.failure ?? error) : error;
    } finally {
      client.release(broken);
    }
  };
}

interface TransactionState {
  isOver: boolean;
  /** Why statements behind it are refused; of those asked for at once a refused one may be heard of first. */
  failure: unknown;
}

const changing: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function connectionOf(client: pg.PoolClient, state: TransactionState): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { command, rowCount, rows } = await client.query(sql, [...parameters]);
        if (!changing.has(command)) return { rows };
        return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
      } catch (error) {
        // Where it was asked for: its own trace begins at the socket.
        if (error instanceof Error) Error.captureStackTrace(error);
        if (!isAborted(error)) state.failure ??= error;
        throw error;
      }
    },
    streamQuery() {
      throw new Error('Rows of a transaction are not streamed.');
    },
  };
}

/** Whether a statement was refused because one before it had failed. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}
