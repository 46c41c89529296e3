import { sql } from 'kysely';
import { builtInTakes } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { WaitingLine } from './alerts.rules.ts';

/**
 * What waits in each queue, by class of work, and who of its groups is there for it: at a desk that was heard of,
 * in a status that takes this class from the router.
 */
export async function listWaitingLines(
  scope: Scope,
  { now, heartbeatTimeoutMs }: { readonly now: Date; readonly heartbeatTimeoutMs: number },
): Promise<(WaitingLine & { readonly queueId: string })[]> {
  const heardSince = new Date(now.getTime() - heartbeatTimeoutMs);
  const { rows } = await sql<WaitingLine & { queueId: string }>`
    select l.queue_id as "queueId", l.oldest_at as "oldestAt", s.there as "agentsThere", s.left_at as "leftAt"
    from (
      select queue_id, channel_class, min(eligible_at) as oldest_at from work_items
      where workspace_id = ${scope.workspaceId} and state in ('waiting', 'offered') and queue_id is not null
      group by queue_id, channel_class
    ) l
    cross join lateral (
      select count(distinct a.id) filter (where t.takes and p.heartbeat_at >= ${heardSince})::int as there,
        max(case when t.takes then p.heartbeat_at else a.status_since end) as left_at
      from queue_groups qg
      join group_members gm on gm.workspace_id = qg.workspace_id and gm.group_id = qg.group_id
      join agents a on a.workspace_id = gm.workspace_id and a.id = gm.agent_id
      left join agent_statuses own on own.workspace_id = a.workspace_id and own.id = a.custom_status_id
      cross join lateral (select coalesce(l.channel_class = any (own.takes),
        jsonb_exists(${JSON.stringify(builtInTakes)}::jsonb -> a.status, l.channel_class)) as takes) t
      left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
      where qg.workspace_id = ${scope.workspaceId} and qg.queue_id = l.queue_id
    ) s`.execute(scope.db);
  return rows;
}
