import type { CompiledQuery, Kysely } from 'kysely';
import type pg from 'pg';

type Parts = readonly unknown[];
type Query = (...parts: Parts) => Promise<pg.QueryResult>;

/** Begins the text of a write that may wait for the statement after it. */
const laterMark = '/* later */ ';
/** More than so many are not kept in memory. */
const mostHeld = 20;
const noResult: pg.QueryResult = { command: '', rowCount: null, rows: [], oid: 0, fields: [] };

/** The part that runs statements: to compare a whole transaction, tables and all, takes the type check 16 s. */
type Executor = Pick<Kysely<unknown>, 'getExecutor' | 'executeQuery'>;

/**
 * Writes something whose result nobody reads together with the next statement of the transaction, at the latest
 * with its commit. Whatever comes next fails as this write failed.
 */
export async function writeLater(
  db: Executor,
  write: { compile(db: Executor): CompiledQuery },
): Promise<void> {
  const query = write.compile(db);
  await db.executeQuery({ ...query, sql: laterMark + query.sql });
}

/**
 * Sends BEGIN, the setting of the workspace and writes that may wait together with the statement that follows,
 * and nothing at all for a transaction without statements. Most of what a short statement costs is the round
 * trip: waking the database and being woken by it. Needs connections with `pipeline`.
 */
export function sendTogether(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as Query;
    const { stream } = client.connection;
    let held: Parts[] = [];

    /** What is asked for until everything that could go on has gone on is written at once. */
    function send(parts: Parts): Promise<pg.QueryResult> {
      if (stream.writableCorked === 0) {
        stream.cork();
        process.nextTick(() => stream.uncork());
      }
      return query(...parts);
    }

    async function sendAll(parts: Parts): Promise<pg.QueryResult> {
      const all = [...held, parts];
      held = [];
      const sent = all.map((one) => send(one));
      const answers = await Promise.allSettled(sent);
      // The first failure is the cause of those behind it.
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw failed.reason;
      return sent.at(-1) ?? noResult;
    }

    client.query = ((...parts: Parts) => {
      const [text] = parts;
      if (typeof parts.at(-1) === 'function' || typeof text !== 'string') return send(parts);
      if (text === 'begin') held = [parts];
      else if (isOnlyBegun(held) && text.startsWith('set local ')) held = [[`begin; ${text}`]];
      else if (text.startsWith(laterMark) && held.length < mostHeld) held.push(parts);
      else if (text.startsWith('rollback') || text === 'commit') return end(parts);
      else return held.length === 0 ? send(parts) : sendAll(parts);
      return Promise.resolve(noResult);
    }) as typeof client.query;

    /** What was not sent yet goes with a commit, and never where it would be undone at once. */
    function end(parts: Parts): Promise<pg.QueryResult> {
      const isUnsent = String(held[0]?.[0]).startsWith('begin');
      if (parts[0] !== 'commit' || (isUnsent && held.length === 1)) held = [];
      if (isUnsent && held.length === 0) return Promise.resolve(noResult);
      return held.length === 0 ? send(parts) : sendAll(parts);
    }
  });
}

function isOnlyBegun(held: readonly Parts[]): boolean {
  return held.length === 1 && held[0]?.[0] === 'begin';
}
