import { sql } from 'kysely';
import type { SaveQueue } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

function columnsOf(queue: SaveQueue) {
  return {
    name: queue.name,
    description: queue.description,
    priority: queue.priority,
    conditions: toJson(queue.conditions),
    hand_over: queue.handOver,
    ...(queue.followupMode && { followup_mode: queue.followupMode }),
    ladder: toJson(queue.ladder.toSorted((one, two) => one.afterSeconds - two.afterSeconds)),
  };
}

/** The categories the conditions of a queue name; none for a queue that is not there. */
export async function listCategoriesOfQueue(scope: Scope, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.name from queues, jsonb_array_elements_text(conditions -> 'categories') as c(name)
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(scope.db);
  return rows.map(({ name }) => name);
}

/** Adds a queue as the last one that has conditions, before the default one. */
export async function insertQueue(scope: Scope, id: string, queue: SaveQueue): Promise<void> {
  await scope.db
    .insertInto('queues')
    .values({
      workspace_id: scope.workspaceId,
      id,
      ...columnsOf(queue),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from queues
        where workspace_id = ${scope.workspaceId})`,
    })
    .execute();
  await setQueueGroups(scope, id, queue);
}

/** Changes a queue; the default one keeps taking everything. False when there is no such queue. */
export async function updateQueue(scope: Scope, id: string, queue: SaveQueue): Promise<boolean> {
  const { conditions, ...columns } = columnsOf(queue);
  const result = await scope.db
    .updateTable('queues')
    .set({
      ...columns,
      conditions: sql`case when is_default then '{}'::jsonb else ${conditions}::jsonb end`,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await setQueueGroups(scope, id, queue);
  return true;
}

async function setQueueGroups(scope: Scope, queueId: string, queue: SaveQueue): Promise<void> {
  await scope.db
    .deleteFrom('queue_groups')
    .where('workspace_id', '=', scope.workspaceId)
    .where('queue_id', '=', queueId)
    .execute();
  const secondary = queue.secondaryGroupIds.filter((id) => !queue.groupIds.includes(id));
  await sql`insert into queue_groups (workspace_id, queue_id, group_id, is_secondary)
    select g.workspace_id, ${queueId}, g.id, g.id = any(${secondary}::uuid[])
    from groups g
    where g.workspace_id = ${scope.workspaceId} and g.id = any(${[...queue.groupIds, ...secondary]}::uuid[])`.execute(
    scope.db,
  );
}

/** Gives queues their places in the order of the ids; those not named follow in their old order. */
export async function orderQueues(scope: Scope, ids: readonly string[]): Promise<void> {
  await sql`update queues q set position = o.place
    from (
      select id, row_number() over (
        order by coalesce(array_position(${[...ids]}::uuid[], id), 100000), position) as place
      from queues where workspace_id = ${scope.workspaceId}) o
    where q.workspace_id = ${scope.workspaceId} and q.id = o.id`.execute(scope.db);
}

/** A paused queue gives nothing out. False when there is no such queue. */
export async function pauseQueue(scope: Scope, id: string, paused: boolean): Promise<boolean> {
  const result = await scope.db
    .updateTable('queues')
    .set({ paused })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whether a queue is the one that takes whatever no other takes. */
export async function isDefaultQueue(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('queues')
    .select('is_default')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.is_default ?? false;
}

/** Deletes a queue that is not the default one; its work falls to the default one until it is matched anew. */
export async function deleteQueue(scope: Scope, id: string): Promise<boolean> {
  await sql`update work_items set queue_id = (
      select id from queues where workspace_id = ${scope.workspaceId} and is_default)
    where workspace_id = ${scope.workspaceId} and queue_id = ${id}`.execute(scope.db);
  const result = await scope.db
    .deleteFrom('queues')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('is_default', '=', false)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Tickets whose work waits or is offered, oldest ids first, after one of them. */
export async function listTicketsInQueues(
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('work_items')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', 'in', ['waiting', 'offered'])
    .$if(after !== null, (query) => query.where('ticket_id', '>', after ?? ''))
    .orderBy('ticket_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.ticket_id);
}
