import type { SlaClock, TicketSla } from '../../../contracts/sla.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { businessMs, type BusinessHours, type Calendar } from '../schedules/index.ts';
import { listClocks, listSteps, type ClockRow, type StepRow } from './clocks.store.ts';
import type { ClockEvent, ClockEventType } from './clock.types.ts';
import { countingOf } from './counting.rules.ts';
import { explainClock } from './explain.rules.ts';
import { findTicketOfClocks, listAssignments } from './facts.store.ts';
import { findPolicyVersion } from './policies.store.ts';

export interface SlaReaderDeps extends Core {
  readonly businessHours: BusinessHours;
}

/** The clocks of a ticket as people read them, with the reason of each. */
export function createSlaReader({ database, clock, businessHours }: SlaReaderDeps) {
  return {
    ofTicket: (workspaceId: string, ticketId: string): Promise<TicketSla> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (!(await findTicketOfClocks(scope, { id: ticketId }))) throw notFound('ticket');
        const rows = await listClocks(scope, ticketId);
        // After the clocks: no step of theirs may be missing when both are being written.
        const steps = await listSteps(scope, ticketId);
        const clocks = await Promise.all(rows.map((row) => viewOf(scope, row, steps)));
        return {
          policy: await policyOf(scope, ticketId),
          clocks: clocks.filter((one) => one !== null),
          serverTime: clock.now().toISOString(),
        };
      }),
  };

  async function policyOf(scope: Scope, ticketId: string): Promise<TicketSla['policy']> {
    const last = (await listAssignments(scope, ticketId)).at(-1);
    if (!last?.policy_id) return null;
    const version = last.policy_version ?? 0;
    const policy = await findPolicyVersion(scope, last.policy_id, version);
    return policy ? { id: last.policy_id, name: policy.name, version } : null;
  }

  async function viewOf(
    scope: Scope,
    row: ClockRow,
    steps: readonly StepRow[],
  ): Promise<SlaClock | null> {
    if (row.target_ms === null && row.breached_at === null) return null;
    const own = steps
      .filter(({ metric, instance }) => metric === row.metric && instance === row.instance)
      .map(eventOf);
    const calendar = await calendarOf(scope, row);
    return {
      id: row.id,
      metric: row.metric,
      instance: row.instance,
      state: row.state,
      atRisk: row.at_risk_at !== null && row.state === 'active',
      startedAt: row.started_at.toISOString(),
      targetMs: row.target_ms ?? 0,
      countedMs: row.counted_ms + runningMs(row, calendar),
      pausedMs: row.paused_ms,
      dueAt: textOf(row.due_at),
      breachedAt: textOf(row.breached_at),
      endedAt: textOf(row.ended_at),
      assistantAt: textOf(row.assistant_at),
      agentAt: textOf(row.agent_at),
      policyVersion: row.policy_version,
      calendarVersion: row.calendar_version,
      counting: countingOf(own, { targetMs: row.target_ms ?? 0, calendar }),
      steps: explainClock(own),
    };
  }

  /** The hours a clock counts in; null: day and night. */
  async function calendarOf(scope: Scope, row: ClockRow): Promise<Calendar | null> {
    if (row.schedule_id === null) return null;
    const known = await businessHours.asOf(scope, row.schedule_id, row.calendar_version ?? 0);
    return known?.calendar ?? null;
  }

  function runningMs({ running_since: since }: ClockRow, calendar: Calendar | null): number {
    if (since === null) return 0;
    const from = since.getTime();
    const to = clock.now().getTime();
    return calendar ? businessMs(calendar, from, to) : Math.max(0, to - from);
  }
}

function eventOf({ metric, instance, at, type, due_at: dueAt, data }: StepRow): ClockEvent {
  return {
    metric,
    instance,
    atMs: at.getTime(),
    type: type as ClockEventType,
    dueAtMs: dueAt?.getTime() ?? null,
    data,
  };
}

function textOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
