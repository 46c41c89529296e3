import { sql } from 'kysely';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { SlaAttainment } from '../../../contracts/sla.ts';
import type { Scope } from '../../platform/db/database.ts';

/**
 * How well promises were kept, by policy and metric, for clocks whose verdict fell between two instants:
 * met at their end, broken when they ran out. Clocks without a verdict do not count.
 */
export async function slaAttainment(
  scope: Scope,
  range: { readonly from: Date; readonly to: Date },
): Promise<SlaAttainment[]> {
  const { rows } = await sql<AttainmentRow>`
    select c.policy_id, p.name as policy_name, c.metric,
      count(*) filter (where c.state = 'met')::int as met,
      count(*) filter (where c.state = 'breached')::int as breached,
      count(*) filter (where c.state = 'met' and c.assistant_at = c.ended_at)::int as met_by_assistant
    from sla_clocks c join sla_policies p on p.workspace_id = c.workspace_id and p.id = c.policy_id
    where c.workspace_id = ${scope.workspaceId} and c.state in ('met', 'breached')
      and coalesce(c.breached_at, c.ended_at) >= ${range.from}
      and coalesce(c.breached_at, c.ended_at) < ${range.to}
    group by c.policy_id, p.name, p.position, c.metric
    order by p.position, c.metric`.execute(scope.db);
  return rows.map((row) => ({
    policyId: row.policy_id,
    policyName: row.policy_name,
    metric: row.metric,
    met: row.met,
    breached: row.breached,
    metByAssistant: row.met_by_assistant,
    share: row.met + row.breached === 0 ? null : row.met / (row.met + row.breached),
  }));
}

interface AttainmentRow {
  readonly policy_id: string;
  readonly policy_name: string;
  readonly metric: SlaMetric;
  readonly met: number;
  readonly breached: number;
  readonly met_by_assistant: number;
}
