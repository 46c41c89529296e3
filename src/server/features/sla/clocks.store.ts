import { sql } from 'kysely';
import type { SlaChip, SlaMetric } from '../../../contracts/sla-chip.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { toJson } from '../../platform/json.ts';

/** A clock as it is stored; its key is the ticket, the metric and the instance. */
export type ClockRow = Omit<Tables['sla_clocks'], 'workspace_id' | 'ticket_id'>;

/** A step as it is stored. */
export interface StepRow {
  readonly seq: number;
  readonly metric: SlaMetric;
  readonly instance: number;
  readonly at: Date;
  readonly type: string;
  readonly due_at: Date | null;
  readonly data: Record<string, string | number | null>;
}

/** The clocks of a ticket as they were stored, oldest first. */
export async function listClocks(scope: Scope, ticketId: string): Promise<ClockRow[]> {
  return scope.db
    .selectFrom('sla_clocks')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('started_at')
    .orderBy('metric')
    .orderBy('instance')
    .execute();
}

/** Writes clocks of a ticket, new and changed ones in one statement. */
export async function saveClocks(
  scope: Scope,
  ticketId: string,
  clocks: readonly ClockRow[],
): Promise<void> {
  if (clocks.length === 0) return;
  await writeLater(
    scope.db,
    scope.db
      .insertInto('sla_clocks')
      .values(
        clocks.map((row) => ({ ...row, workspace_id: scope.workspaceId, ticket_id: ticketId })),
      )
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'ticket_id', 'metric', 'instance']).doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          started_at: eb.ref('excluded.started_at'),
          target_ms: eb.ref('excluded.target_ms'),
          counted_ms: eb.ref('excluded.counted_ms'),
          running_since: eb.ref('excluded.running_since'),
          paused_ms: eb.ref('excluded.paused_ms'),
          due_at: eb.ref('excluded.due_at'),
          at_risk_at: eb.ref('excluded.at_risk_at'),
          breached_at: eb.ref('excluded.breached_at'),
          ended_at: eb.ref('excluded.ended_at'),
          assistant_at: eb.ref('excluded.assistant_at'),
          agent_at: eb.ref('excluded.agent_at'),
          assistant_counted_ms: eb.ref('excluded.assistant_counted_ms'),
          agent_counted_ms: eb.ref('excluded.agent_counted_ms'),
          policy_id: eb.ref('excluded.policy_id'),
          policy_version: eb.ref('excluded.policy_version'),
          schedule_id: eb.ref('excluded.schedule_id'),
          calendar_version: eb.ref('excluded.calendar_version'),
        })),
      ),
  );
}

/** The steps of a ticket's clocks, in order. */
export async function listSteps(scope: Scope, ticketId: string): Promise<StepRow[]> {
  return scope.db
    .selectFrom('sla_clock_events')
    .select(['seq', 'metric', 'instance', 'at', 'type', 'due_at', 'data'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('seq')
    .execute();
}

/** Replaces the steps from one place on. */
export async function replaceSteps(
  scope: Scope,
  ticketId: string,
  { fromSeq, steps }: { fromSeq: number; steps: readonly StepRow[] },
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .deleteFrom('sla_clock_events')
      .where('workspace_id', '=', scope.workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('seq', '>=', fromSeq),
  );
  if (steps.length === 0) return;
  await writeLater(
    scope.db,
    sql`insert into sla_clock_events (workspace_id, ticket_id, seq, metric, instance, at, type, due_at, data)
    select ${scope.workspaceId}, ${ticketId}, r.* from json_to_recordset(${toJson(steps)}::json) as r(
      seq integer, metric text, instance integer, at timestamptz, type text, due_at timestamptz, data jsonb)`,
  );
}

/** What lists and the wake-up need of a ticket. */
export interface StandingRow {
  readonly policy_id: string | null;
  readonly policy_version: number | null;
  readonly metric: SlaMetric | null;
  readonly state: SlaChip['state'] | null;
  readonly due_at: Date | null;
  readonly wake_at: Date | null;
}

export async function saveStanding(
  scope: Scope,
  ticketId: string,
  standing: StandingRow,
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .updateTable('sla_tickets')
      .set(standing)
      .where('workspace_id', '=', scope.workspaceId)
      .where('ticket_id', '=', ticketId),
  );
}

/** Tells the router when the nearest promise of a ticket runs out. */
export async function setWorkDue(
  scope: Scope,
  ticketId: string,
  dueAt: Date | null,
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .updateTable('work_items')
      .set({ due_at: dueAt })
      .where('workspace_id', '=', scope.workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('due_at', 'is distinct from', dueAt),
  );
}

export interface NewAlert {
  readonly id: string;
  readonly ticketId: string;
  readonly metric: SlaMetric;
  readonly instance: number;
  readonly kind: 'at_risk' | 'breached';
  readonly at: Date;
}

/** Writes an alert; false when this clock had this one before. */
export async function insertAlert(
  scope: Scope,
  { ticketId, ...alert }: NewAlert,
): Promise<boolean> {
  const result = await scope.db
    .insertInto('sla_alerts')
    .values({ workspace_id: scope.workspaceId, ticket_id: ticketId, notified: [], ...alert })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'ticket_id', 'metric', 'instance', 'kind']).doNothing(),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function setNotified(scope: Scope, id: string, notified: string[]): Promise<void> {
  await scope.db
    .updateTable('sla_alerts')
    .set({ notified })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Everybody who leads: supervisors and admins who are still here. */
export async function listSupervisors(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('role', 'in', ['supervisor', 'admin'])
    .where('deactivated_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
