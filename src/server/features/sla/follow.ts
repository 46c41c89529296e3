import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { BusinessHours } from '../schedules/index.ts';
import { stateOf } from './clock.rules.ts';
import {
  listClocks,
  listSteps,
  replaceSteps,
  saveClocks,
  saveStanding,
  setWorkDue,
  type ClockRow,
  type StandingRow,
  type StepRow,
} from './clocks.store.ts';
import type { Clock, ClockEvent } from './clock.types.ts';
import { createEscalator, type EscalationDeps } from './escalate.ts';
import { factsOf } from './facts.rules.ts';
import { findTicketOfClocks, hasClocks, listPast, lockClocks } from './facts.store.ts';
import { createRulesKeeper } from './in-force.ts';
import { listPolicies } from './policies.store.ts';
import { replay } from './sla.rules.ts';
import { summaryOf } from './standing.rules.ts';

export interface FollowDeps extends Core, EscalationDeps {
  readonly businessHours: BusinessHours;
}

export type ClockFollower = ReturnType<typeof createClockFollower>;

/** Makes the clocks of a ticket follow what happened to it. */
export function createClockFollower(deps: FollowDeps) {
  const { database, clock, ids } = deps;
  const keeper = createRulesKeeper(deps);
  const escalate = createEscalator(deps);

  /**
   * Plays the whole past of the ticket and stores what differs, in one transaction under a lock: doing it
   * again, late or after a kill comes to the same. Escalates what has newly become at risk or broken.
   */
  async function followIn(scope: Scope, ticketId: string): Promise<void> {
    const [ticket, policies] = await Promise.all([
      findTicketOfClocks(scope, { id: ticketId }),
      listPolicies(scope),
    ]);
    if (!ticket) return;
    // Most messages of a workspace that promises nothing end here.
    if (!policies.some(({ enabled }) => enabled) && !(await hasClocks(scope, ticketId))) return;
    const before = await lockClocks(scope, ticketId);
    const [rules, lines, stored] = await Promise.all([
      keeper.keep(scope, ticket, policies),
      listPast(scope, ticketId),
      readStored(scope, ticketId),
    ]);
    if (rules.length === 0) return;
    const facts = factsOf({ ticket, lines, rules, now: clock.now() });
    const { standing, events } = replay(facts);
    const clocks = standing.clocks.filter((one) => one.wanted);
    const changed = await store(scope, stored, { ticketId, clocks, events });
    const after = standingRowOf(clocks, standing.rules);
    const isNew = JSON.stringify(before) !== JSON.stringify(after);
    if (isNew) await saveStanding(scope, ticketId, after);
    await escalate(scope, ticket, { clocks, rules: standing.rules });
    // Last: the order of locks is conversation, ticket, work, and escalating may take the first two.
    await setWorkDue(scope, ticketId, dueOf(after));
    if (changed || isNew) {
      const wakeAt = after.wake_at?.toISOString() ?? null;
      scope.record({ type: 'sla.changed', ticketId, wakeAt });
    }
  }

  /** Writes the clocks and steps that differ; tells whether any did. */
  async function store(
    scope: Scope,
    stored: Stored,
    played: { ticketId: string; clocks: readonly Clock[]; events: readonly ClockEvent[] },
  ): Promise<boolean> {
    const { ticketId } = played;
    const known = new Map(stored.clocks.map((row) => [keyOf(row), row]));
    const rows = played.clocks.map((one) => rowOf(one, known.get(keyOf(one))?.id ?? ids.next()));
    const differing = rows.filter((row) => !isEqual(row, known.get(keyOf(row))));
    await saveClocks(scope, ticketId, differing);
    const steps = played.events.map(stepOf);
    const place = steps.findIndex((step, index) => !isEqual(step, stored.steps[index]));
    const fromSeq = place === -1 ? steps.length : place;
    if (fromSeq < Math.max(steps.length, stored.steps.length)) {
      await replaceSteps(scope, ticketId, { fromSeq, steps: steps.slice(fromSeq) });
      return true;
    }
    return differing.length > 0;
  }

  return {
    follow: (workspaceId: string, ticketId: string): Promise<void> =>
      database.inWorkspace(workspaceId, (scope) => followIn(scope, ticketId)),
  };
}

/** The clocks and steps of a ticket as they are kept. */
interface Stored {
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly StepRow[];
}

async function readStored(scope: Scope, ticketId: string): Promise<Stored> {
  const [clocks, steps] = await Promise.all([
    listClocks(scope, ticketId),
    listSteps(scope, ticketId),
  ]);
  return { clocks, steps };
}

function standingRowOf(
  clocks: readonly Clock[],
  rules: { policyId: string; policyVersion: number } | null,
): StandingRow {
  const summary = summaryOf(clocks);
  return {
    policy_id: rules?.policyId ?? null,
    policy_version: rules?.policyVersion ?? null,
    metric: summary.metric,
    state: summary.state,
    due_at: dateOf(summary.dueAtMs),
    wake_at: dateOf(summary.wakeAtMs),
  };
}

function dueOf({ state, due_at: dueAt }: StandingRow): Date | null {
  return state === 'paused' ? null : dueAt;
}

function rowOf(clock: Clock, id: string): ClockRow {
  return {
    id,
    metric: clock.metric,
    instance: clock.instance,
    state: stateOf(clock),
    started_at: new Date(clock.startedAtMs),
    target_ms: clock.targetMs,
    counted_ms: clock.countedMs,
    running_since: dateOf(clock.runningSinceMs),
    paused_ms: clock.pausedMs,
    due_at: dateOf(clock.dueAtMs),
    at_risk_at: dateOf(clock.atRiskAtMs),
    breached_at: dateOf(clock.breachedAtMs),
    ended_at: dateOf(clock.endedAtMs),
    assistant_at: dateOf(clock.assistantAtMs),
    agent_at: dateOf(clock.agentAtMs),
    assistant_counted_ms: clock.assistantCountedMs,
    agent_counted_ms: clock.agentCountedMs,
    policy_id: clock.policyId ?? '',
    policy_version: clock.policyVersion ?? 0,
    schedule_id: clock.scheduleId,
    calendar_version: clock.calendarVersion,
  };
}

function stepOf(event: ClockEvent, seq: number): StepRow {
  return {
    seq,
    metric: event.metric,
    instance: event.instance,
    at: new Date(event.atMs),
    type: event.type,
    due_at: dateOf(event.dueAtMs),
    data: { ...event.data },
  };
}

function dateOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}

function keyOf({ metric, instance }: { metric: string; instance: number }): string {
  return `${metric}:${instance}`;
}

/** Whether every field of what is to be written is stored already; jsonb forgets the order of keys. */
function isEqual(wanted: object, stored: object | undefined): boolean {
  return (
    stored !== undefined &&
    Object.entries(wanted).every(
      ([key, value]) => textOf(value) === textOf((stored as Record<string, unknown>)[key]),
    )
  );
}

function textOf(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Date);
  return JSON.stringify(
    isPlain ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value,
  );
}
