import { sql } from 'kysely';
import type { OwnThresholds, QueueThresholds } from '../../../contracts/alerts.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** Every queue in list order with the thresholds of its own. */
export async function listQueueThresholds(scope: Scope): Promise<QueueThresholds[]> {
  const { rows } = await sql<QueueThresholds>`
    select q.id, q.name, coalesce(o.thresholds, '{}') as own
    from queues q
    left join queue_thresholds o on o.workspace_id = q.workspace_id and o.queue_id = q.id
    where q.workspace_id = ${scope.workspaceId}
    order by q.position, q.id`.execute(scope.db);
  return rows;
}

/** Gives a queue thresholds of its own. Throws by its foreign key when there is no such queue. */
export async function saveQueueThresholds(
  scope: Scope,
  queueId: string,
  own: OwnThresholds,
): Promise<void> {
  const thresholds = toJson(own);
  await scope.db
    .insertInto('queue_thresholds')
    .values({ workspace_id: scope.workspaceId, queue_id: queueId, thresholds })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'queue_id']).doUpdateSet({ thresholds }),
    )
    .execute();
}
