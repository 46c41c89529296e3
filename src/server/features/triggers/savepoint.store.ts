import { sql } from 'kysely';
import type { DomainEvent } from '../../../contracts/events.ts';
import type { Scope } from '../../platform/db/database.ts';

/**
 * Runs a part of a transaction that may fail alone: on an error everything it wrote and recorded is
 * undone and the error is thrown on.
 */
export async function inSavepoint(
  scope: Scope,
  work: (scope: Scope) => Promise<void>,
): Promise<void> {
  const events: DomainEvent[] = [];
  await sql`savepoint part`.execute(scope.db);
  try {
    await work({ ...scope, record: (event) => void events.push(event) });
    // Writes that wait go with this, so it fails where they fail.
    await sql`release savepoint part`.execute(scope.db);
  } catch (error) {
    await sql`rollback to savepoint part`.execute(scope.db);
    throw error;
  }
  for (const event of events) scope.record(event);
}
