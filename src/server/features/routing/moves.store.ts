import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { RecentMoves } from './plan/snapshot.rules.ts';

/** A piece that a plan took from somebody at their desk. */
export interface Move {
  readonly id: string;
  readonly workItemId: string;
  /** From whom, and in which queue it was. */
  readonly agentId: string;
  readonly queueId: string;
}

/** Remembers moves, for the limits by the hour. */
export async function insertMoves(scope: Scope, moves: readonly Move[], at: Date): Promise<void> {
  if (moves.length === 0) return;
  await sql`insert into work_moves (workspace_id, id, work_item_id, agent_id, queue_id, at)
    select ${scope.workspaceId}, m.id, m."workItemId", m."agentId", m."queueId", ${at}
    from json_to_recordset(${toJson(moves)}::json) as m(id uuid, "workItemId" uuid, "agentId" uuid, "queueId" uuid)`.execute(
    scope.db,
  );
}

/** Moves since an instant, counted by agent and by queue. */
export async function countMoves(scope: Scope, since: Date): Promise<RecentMoves> {
  const rows = await scope.db
    .selectFrom('work_moves')
    .select(['agent_id', 'queue_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('at', '>', since)
    .execute();
  const agents = new Map<string, number>();
  const queues = new Map<string, number>();
  for (const { agent_id: agentId, queue_id: queueId } of rows) {
    agents.set(agentId, (agents.get(agentId) ?? 0) + 1);
    queues.set(queueId, (queues.get(queueId) ?? 0) + 1);
  }
  return { agents, queues };
}

/** Forgets moves made before an instant. */
export async function deleteMoves(scope: Scope, before: Date): Promise<void> {
  await scope.db
    .deleteFrom('work_moves')
    .where('workspace_id', '=', scope.workspaceId)
    .where('at', '<', before)
    .execute();
}
