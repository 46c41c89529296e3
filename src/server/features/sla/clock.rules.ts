/** One clock: how it starts, stands still, goes on and ends. Each answers with a new clock. */
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { ClockState } from '../../../contracts/sla.ts';
import { addBusinessMs, businessMs } from '../schedules/business-time.rules.ts';
import type { Clock, RulesInForce } from './clock.types.ts';

const minuteMs = 60_000;

/** A clock that has counted nothing yet. */
export function newClock(metric: SlaMetric, instance: number, startedAtMs: number): Clock {
  return {
    metric,
    instance,
    startedAtMs,
    targetMs: null,
    wanted: false,
    countedMs: 0,
    runningSinceMs: startedAtMs,
    pausedSinceMs: null,
    pausedMs: 0,
    dueAtMs: null,
    riskAtMs: null,
    atRiskAtMs: null,
    breachedAtMs: null,
    endedAtMs: null,
    cancelled: false,
    assistantAtMs: null,
    agentAtMs: null,
    assistantCountedMs: null,
    agentCountedMs: null,
    policyId: null,
    policyVersion: null,
    scheduleId: null,
    calendarVersion: null,
  };
}

/** What people call the state it is in. */
export function stateOf(clock: Clock): ClockState {
  if (clock.breachedAtMs !== null) return 'breached';
  if (clock.cancelled || clock.targetMs === null) return 'cancelled';
  if (clock.endedAtMs !== null) return 'met';
  return clock.runningSinceMs === null ? 'paused' : 'active';
}

/** Whether it still may run out. */
export function isOngoing(clock: Clock): boolean {
  return clock.endedAtMs === null;
}

/** Time that has counted by an instant. */
export function countedAt(clock: Clock, rules: RulesInForce | null, atMs: number): number {
  const since = clock.runningSinceMs;
  if (since === null) return clock.countedMs;
  const passed = rules?.calendar
    ? businessMs(rules.calendar, since, atMs)
    : Math.max(0, atMs - since);
  return clock.countedMs + passed;
}

/** The clock with the first answer of one side in it, which may come after another has ended it. */
export function answered(
  clock: Clock,
  by: 'agent' | 'assistant',
  { rules, atMs }: { rules: RulesInForce | null; atMs: number },
): Clock {
  const known = by === 'agent' ? clock.agentAtMs : clock.assistantAtMs;
  if (known !== null) return clock;
  const goingOn = { ...clock, runningSinceMs: clock.runningSinceMs ?? clock.endedAtMs };
  const counted = countedAt(goingOn, rules, atMs);
  return by === 'agent'
    ? { ...clock, agentAtMs: atMs, agentCountedMs: counted }
    : { ...clock, assistantAtMs: atMs, assistantCountedMs: counted };
}

/** Adds up what has counted, so that from now on other rules may count. */
export function settle(clock: Clock, rules: RulesInForce | null, atMs: number): Clock {
  if (clock.runningSinceMs === null) return clock;
  return { ...clock, countedMs: countedAt(clock, rules, atMs), runningSinceMs: atMs };
}

export function pause(clock: Clock, rules: RulesInForce | null, atMs: number): Clock {
  const settled = settle(clock, rules, atMs);
  return { ...settled, runningSinceMs: null, pausedSinceMs: atMs, dueAtMs: null, riskAtMs: null };
}

export function resume(clock: Clock, atMs: number): Clock {
  const stood = clock.pausedSinceMs === null ? 0 : atMs - clock.pausedSinceMs;
  return {
    ...clock,
    endedAtMs: null,
    runningSinceMs: atMs,
    pausedSinceMs: null,
    pausedMs: clock.pausedMs + stood,
  };
}

/** Its end: kept in time or, if it had run out before, late. */
export function end(
  clock: Clock,
  rules: RulesInForce | null,
  { atMs, cancelled }: { atMs: number; cancelled: boolean },
): Clock {
  const settled = settle(clock, rules, atMs);
  // The time until it is reopened is time that stood still.
  const pausedSinceMs = clock.pausedSinceMs ?? atMs;
  return {
    ...settled,
    runningSinceMs: null,
    pausedSinceMs,
    endedAtMs: atMs,
    cancelled,
    riskAtMs: null,
  };
}

/** The target that rules have for it at a priority. */
export function targetOf(
  metric: SlaMetric,
  rules: RulesInForce | null,
  priority: string,
): number | null {
  const targets: Readonly<Record<string, number | undefined>> = rules?.rules.targets[metric] ?? {};
  const minutes = targets[priority];
  return minutes === undefined ? null : minutes * minuteMs;
}

/** Puts it under rules: target, due and at-risk times follow. It must be settled before. */
export function aim(clock: Clock, rules: RulesInForce | null, targetMs: number | null): Clock {
  const under = {
    ...clock,
    targetMs,
    ...(targetMs !== null && {
      wanted: true,
      policyId: rules?.policyId ?? null,
      policyVersion: rules?.policyVersion ?? null,
      scheduleId: rules?.scheduleId ?? null,
      calendarVersion: rules?.calendarVersion ?? null,
    }),
  };
  if (targetMs === null || clock.runningSinceMs === null || rules === null) {
    return { ...under, dueAtMs: null, riskAtMs: null };
  }
  const reaches = (ms: number) => reachesAt(rules, clock.runningSinceMs ?? 0, ms - clock.countedMs);
  return { ...under, dueAtMs: reaches(targetMs), riskAtMs: reaches(riskOf(rules, targetMs)) };
}

function reachesAt(rules: RulesInForce, fromMs: number, leftMs: number): number | null {
  const left = Math.max(0, leftMs);
  return rules.calendar ? addBusinessMs(rules.calendar, fromMs, left) : fromMs + left;
}

function riskOf({ rules: { atRisk } }: RulesInForce, targetMs: number): number {
  return atRisk.kind === 'share'
    ? Math.round((targetMs * atRisk.percent) / 100)
    : Math.max(0, targetMs - atRisk.minutes * minuteMs);
}
