import { sql } from 'kysely';
import { z } from 'zod';
import {
  ladderStepSchema,
  queueConditionsSchema,
  type HandOver,
  type LadderStep,
} from '../../../contracts/routing.ts';
import type { FollowupMode } from '../../../contracts/sessions.ts';
import type { Scope } from '../../platform/db/database.ts';
import { parseOnce } from '../../platform/db/parse-once.ts';
import type { MatchableQueue } from './queues.rules.ts';

const readConditions = parseOnce(queueConditionsSchema);
const readLadder = parseOnce(z.array(ladderStepSchema));

export interface StoredQueue extends MatchableQueue {
  readonly priority: number;
  readonly description: string;
  readonly secondaryGroupIds: readonly string[];
  readonly handOver: HandOver;
  readonly followupMode: FollowupMode;
  readonly ladder: readonly LadderStep[];
  readonly paused: boolean;
}

/** All queues of the workspace in list order, with the groups that serve them. */
export async function listQueues(scope: Scope): Promise<StoredQueue[]> {
  const { rows } = await sql<QueueRow>`
    select q.id, q.name, q.position, q.priority, q.conditions, q.is_default,
      q.description, q.hand_over, q.followup_mode, q.ladder, q.paused,
      coalesce(array_agg(g.group_id) filter (where not g.is_secondary), '{}') as group_ids,
      coalesce(array_agg(g.group_id) filter (where g.is_secondary), '{}') as secondary_group_ids
    from queues q
    left join queue_groups g on g.workspace_id = q.workspace_id and g.queue_id = q.id
    where q.workspace_id = ${scope.workspaceId}
    group by q.workspace_id, q.id
    order by q.position, q.id`.execute(scope.db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    position: row.position,
    priority: row.priority,
    conditions: readConditions(row.conditions),
    isDefault: row.is_default,
    groupIds: row.group_ids,
    secondaryGroupIds: row.secondary_group_ids,
    description: row.description,
    handOver: row.hand_over,
    followupMode: row.followup_mode,
    ladder: readLadder(row.ladder),
    paused: row.paused,
  }));
}

interface QueueRow {
  id: string;
  name: string;
  position: number;
  priority: number;
  conditions: unknown;
  is_default: boolean;
  group_ids: string[];
  secondary_group_ids: string[];
  description: string;
  hand_over: HandOver;
  followup_mode: FollowupMode;
  ladder: unknown;
  paused: boolean;
}

/** Place of a ticket's chat among those that wait in its queue, and how fast the queue moved lately. */
export async function findQueuePlace(scope: Scope, ticketId: string, since: Date) {
  const { rows } = await sql<{
    position: number;
    served: number;
    first_at: Date | null;
    last_at: Date | null;
  }>`
    with mine as (
      select * from work_items
      where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId} and state in ('waiting', 'offered'))
    select
      (select count(*) from work_items w, mine
       where w.workspace_id = mine.workspace_id and w.queue_id = mine.queue_id
         and w.channel_class = 'messaging' and w.state in ('waiting', 'offered')
         and (w.priority_rank, w.eligible_at, w.id) <= (mine.priority_rank, mine.eligible_at, mine.id))::int as position,
      count(o.id)::int as served, min(o.answered_at) as first_at, max(o.answered_at) as last_at
    from mine
    left join work_items w on w.workspace_id = mine.workspace_id and w.queue_id = mine.queue_id
    left join offers o on o.workspace_id = w.workspace_id and o.work_item_id = w.id
      and o.outcome = 'accepted' and o.answered_at > ${since}
    group by mine.id`.execute(scope.db);
  return rows[0];
}

/** Conversations of the chats that wait in a queue, first places first. */
export async function listWaitingConversations(scope: Scope, queueId: string, limit: number) {
  const rows = await scope.db
    .selectFrom('work_items as w')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'w.workspace_id').onRef('t.id', '=', 'w.ticket_id'),
    )
    .select('t.conversation_id')
    .where('w.workspace_id', '=', scope.workspaceId)
    .where('w.queue_id', '=', queueId)
    .where('w.channel_class', '=', 'messaging')
    .where('w.state', 'in', ['waiting', 'offered'])
    .orderBy('w.priority_rank')
    .orderBy('w.eligible_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.conversation_id);
}

/** How many pieces of work wait in each queue. */
export async function countWaiting(scope: Scope): Promise<Map<string, number>> {
  const rows = await scope.db
    .selectFrom('work_items')
    .select((eb) => ['queue_id', eb.fn.countAll<number>().as('count')])
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', 'in', ['waiting', 'offered'])
    .groupBy('queue_id')
    .execute();
  return new Map(rows.map((row) => [row.queue_id, row.count]));
}

export async function listGroupNames(scope: Scope): Promise<Map<string, string>> {
  const rows = await scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
