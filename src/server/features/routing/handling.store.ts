import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { HandlingTime, Stretch } from './handling.rules.ts';

/** The last stretches of work since an instant, at most `limit`. */
export async function listStretches(
  scope: Scope,
  { since, limit }: { since: Date; limit: number },
): Promise<Stretch[]> {
  const { rows } = await sql<Stretch>`
    select channel_class as "channelClass", category, agent_id as "agentId",
      (extract(epoch from ended_at - started_at) / 60)::float8 as minutes
    from work_stretches where workspace_id = ${scope.workspaceId} and ended_at > ${since}
    order by ended_at desc limit ${limit}`.execute(scope.db);
  return rows;
}

export async function listHandlingTimes(scope: Scope): Promise<HandlingTime[]> {
  const rows = await scope.db
    .selectFrom('handling_times')
    .select(['channel_class', 'category', 'agent_id', 'value', 'spread', 'samples'])
    .where('workspace_id', '=', scope.workspaceId)
    .execute();
  return rows.map(({ channel_class: channelClass, agent_id: agentId, ...rest }) => ({
    ...rest,
    channelClass,
    agentId,
  }));
}

/** Replaces what was learned before. */
export async function replaceHandlingTimes(
  scope: Scope,
  learned: readonly (HandlingTime & { readonly id: string })[],
  at: Date,
): Promise<void> {
  await scope.db
    .deleteFrom('handling_times')
    .where('workspace_id', '=', scope.workspaceId)
    .execute();
  for (let from = 0; from < learned.length; from += 500) {
    await scope.db
      .insertInto('handling_times')
      .values(
        learned.slice(from, from + 500).map(({ channelClass, agentId, ...rest }) => ({
          ...rest,
          workspace_id: scope.workspaceId,
          channel_class: channelClass,
          agent_id: agentId,
          learned_at: at,
        })),
      )
      .execute();
  }
}

/** Forgets up to `limit` stretches that ended before an instant; returns how many. */
export async function deleteStretches(scope: Scope, before: Date, limit: number): Promise<number> {
  const { rows } = await sql`delete from work_stretches
    where workspace_id = ${scope.workspaceId} and id in (
      select id from work_stretches where workspace_id = ${scope.workspaceId} and ended_at < ${before} limit ${limit})
    returning id`.execute(scope.db);
  return rows.length;
}
