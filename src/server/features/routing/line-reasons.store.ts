import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { PlannedRow } from './snapshot.store.ts';

/** What tells lines apart. */
export type LineKey = Pick<
  PlannedRow,
  'queue_id' | 'channel_class' | 'priority_rank' | 'needs_key'
>;

/** A line and why it waits. */
export interface LineReason extends LineKey {
  readonly reason: string;
}

/** Keeps why lines wait; writes only what is different, and nothing of a queue that has been deleted meanwhile. */
export async function saveLineReasons(scope: Scope, lines: readonly LineReason[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into line_reasons (workspace_id, queue_id, channel_class, priority_rank, needs_key, reason)
    select ${scope.workspaceId}, x.* from json_to_recordset(${toJson(lines)}::json)
      as x(queue_id uuid, channel_class text, priority_rank integer, needs_key text, reason text)
    where x.queue_id in (
      select id from queues where workspace_id = ${scope.workspaceId} for key share)
    order by 2, 3, 4, 5
    on conflict (workspace_id, queue_id, channel_class, priority_rank, needs_key)
      do update set reason = excluded.reason where line_reasons.reason <> excluded.reason`.execute(
    scope.db,
  );
}
