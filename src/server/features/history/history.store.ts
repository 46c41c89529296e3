import { sql } from 'kysely';
import type { Actor } from '../../../contracts/common.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import { toJson } from '../../platform/json.ts';

/** One line to write into a ticket's history. */
export interface HistoryLine {
  readonly id: string;
  readonly ticketId: string;
  readonly type: string;
  readonly actor: Actor;
  readonly data?: Record<string, unknown>;
  readonly at: Date;
}

/** Writes lines of history, any number in one statement; they are never changed afterwards. */
export async function insertHistory(scope: Scope, lines: readonly HistoryLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: line.id,
    ticket_id: line.ticketId,
    type: line.type,
    actor_kind: line.actor.kind,
    actor_id: line.actor.id,
    data: line.data ?? {},
    at: line.at,
  }));
  await writeLater(
    scope.db,
    sql`insert into ticket_events (workspace_id, id, ticket_id, type, actor_kind, actor_id, data, at)
    select ${scope.workspaceId}, r.* from json_to_recordset(${toJson(rows)}::json) as r(id uuid,
      ticket_id uuid, type text, actor_kind text, actor_id uuid, data jsonb, at timestamptz)`,
  );
}

/** The history of a ticket, oldest first, with the names of the people in it. */
export async function listHistory(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('ticket_events as e')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.id', '=', 'e.actor_id'),
    )
    .select([
      'e.id',
      'e.type',
      'e.at',
      'e.actor_kind',
      'e.actor_id',
      'e.data',
      'm.name as actor_name',
    ])
    .where('e.workspace_id', '=', scope.workspaceId)
    .where('e.ticket_id', '=', ticketId)
    .orderBy('e.id')
    .limit(2_000)
    .execute();
}
