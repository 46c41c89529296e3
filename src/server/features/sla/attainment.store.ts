import { sql } from 'kysely';
import type { AttainmentVerdict } from '../../../contracts/sla-attainment.ts';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { Scope } from '../../platform/db/database.ts';

/** From one instant to before another, by when clocks were judged. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Counts and times of one policy and metric, judged three ways. */
export interface CountRow {
  readonly policy_id: string;
  readonly policy_name: string;
  readonly metric: SlaMetric;
  readonly met: number;
  readonly breached: number;
  readonly times: [number, number] | null;
  readonly with_met: number;
  readonly with_times: [number, number] | null;
  readonly agents_met: number;
  readonly agents_breached: number;
  readonly agents_times: [number, number] | null;
  readonly assistant_alone: number;
}

const judgedAt = sql`coalesce(c.breached_at, c.ended_at)`;

/**
 * How well promises were kept, by policy and metric, for clocks whose verdict fell into a period: met at
 * their end, broken when they ran out. Clocks without a verdict do not count. In one pass: 100,000 clocks
 * would be read once for each way of judging otherwise.
 */
export async function countAttainment(
  scope: Scope,
  { from, to }: Period,
): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    with judged as (
      select c.policy_id, c.metric, c.state = 'met' as met,
        case when c.ended_at is not null then c.counted_ms end as took,
        c.state = 'met' or c.assistant_counted_ms <= c.target_ms as with_met,
        least(c.assistant_counted_ms, c.agent_counted_ms) as with_took,
        c.agent_counted_ms as agent_took,
        -- Null: only the assistant answered, in time.
        case
          when c.agent_at is null then case when c.state = 'breached' then false end
          else c.state = 'met' and c.agent_counted_ms <= c.target_ms
        end as agent_met
      from sla_clocks c
      where c.workspace_id = ${scope.workspaceId} and c.state in ('met', 'breached')
        and ${judgedAt} >= ${from} and ${judgedAt} < ${to}
    )
    select j.policy_id, p.name as policy_name, j.metric,
      count(*) filter (where j.met)::int as met,
      count(*) filter (where not j.met)::int as breached,
      percentile_cont(array[0.5, 0.9]) within group (order by j.took) as times,
      count(*) filter (where j.with_met)::int as with_met,
      percentile_cont(array[0.5, 0.9]) within group (order by j.with_took) as with_times,
      count(*) filter (where j.agent_met)::int as agents_met,
      count(*) filter (where not j.agent_met)::int as agents_breached,
      percentile_cont(array[0.5, 0.9]) within group (order by j.agent_took) as agents_times,
      count(*) filter (where j.agent_met is null)::int as assistant_alone
    from judged j join sla_policies p on p.workspace_id = ${scope.workspaceId} and p.id = j.policy_id
    group by j.policy_id, p.name, p.position, j.metric
    order by p.position, j.metric`.execute(scope.db);
  return rows;
}

/** Which cases: all of a period, or those behind one figure; before a place in the order, newest first. */
export interface CaseFilter extends Period {
  readonly policyId?: string | undefined;
  readonly metric?: SlaMetric | undefined;
  readonly verdict?: AttainmentVerdict | undefined;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
}

/** A clock with a verdict, and its ticket. */
export interface CaseRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly policy_name: string;
  readonly metric: SlaMetric;
  readonly state: AttainmentVerdict;
  readonly judged_at: Date;
  readonly started_at: Date;
  readonly target_ms: number | null;
  readonly took_ms: number | null;
  readonly assistant_counted_ms: number | null;
  readonly agent_counted_ms: number | null;
}

/** Clocks with a verdict, the newest verdict first. */
export async function listCases(
  scope: Scope,
  { from, to, policyId, metric, verdict, before }: CaseFilter,
  limit: number,
): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.id, c.ticket_id, t.number, t.subject, p.name as policy_name, c.metric, c.state,
      ${judgedAt} as judged_at, c.started_at, c.target_ms,
      case when c.ended_at is not null then c.counted_ms end as took_ms,
      c.assistant_counted_ms, c.agent_counted_ms
    from sla_clocks c
    join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
    join sla_policies p on p.workspace_id = c.workspace_id and p.id = c.policy_id
    where c.workspace_id = ${scope.workspaceId} and c.state in ('met', 'breached')
      and ${judgedAt} >= ${from} and ${judgedAt} < ${to}
      ${policyId === undefined ? sql`` : sql`and c.policy_id = ${policyId}`}
      ${metric === undefined ? sql`` : sql`and c.metric = ${metric}`}
      ${verdict === undefined ? sql`` : sql`and c.state = ${verdict}`}
      ${before === undefined ? sql`` : sql`and (${judgedAt}, c.id) < (${before.at}, ${before.id}::uuid)`}
    order by ${judgedAt} desc, c.id desc limit ${limit}`.execute(scope.db);
  return rows;
}
