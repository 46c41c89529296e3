import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/database.ts';
import { writeLater } from '../../../platform/db/sent-together.ts';
import type { Looked } from './look.ts';

/** More turns than this are never under way at once: further from the limit nobody has to wait for another. */
const mostAtOnce = 64;

/**
 * Lets one turn at a time past the limits of a customer, and near the limit of an hour past that one, until its
 * transaction ends: what is counted afterwards is what was sent. Whoever calls holds the ticket.
 */
export async function lockLimits(scope: Scope, { file, policy }: Looked): Promise<void> {
  const { workspaceId } = scope;
  await lock(scope, `assistant.customer:${workspaceId}:${file.ticket.customerId}`);
  if (file.sent.toAll + mostAtOnce >= policy.limits.perHour)
    await lock(scope, `assistant.hour:${workspaceId}`);
}

async function lock(scope: Scope, key: string): Promise<void> {
  await writeLater(scope.db, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
