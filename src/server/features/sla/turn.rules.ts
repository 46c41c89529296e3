/** The clocks of a ticket while one fact is taken in, and what they do. */
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import { usualPauses } from '../../../contracts/sla.ts';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import {
  aim,
  answered,
  end,
  isOngoing,
  newClock,
  pause,
  resume,
  settle,
  targetOf,
} from './clock.rules.ts';
import type { Clock, ClockEvent, ClockEventType, Standing } from './clock.types.ts';

export type Turn = ReturnType<typeof createTurn>;

/** Clocks that run from the making of a ticket to its solution. */
export const workMetrics = ['requester_wait', 'agent_work', 'resolution'] as const;
const replyMetrics: readonly SlaMetric[] = ['first_reply', 'next_reply'];
/** Clocks that words start and end. */
export const talkMetrics: readonly SlaMetric[] = [...replyMetrics, 'periodic_update'];

/** Starts with where the ticket stood before the fact. */
export function createTurn(before: Standing, atMs: number) {
  const clocks = [...before.clocks];
  const events: ClockEvent[] = [];
  const { rules } = before;

  function tell(
    clock: Clock,
    type: ClockEventType,
    data: ClockEvent['data'] = {},
    when = atMs,
  ): void {
    const { metric, instance, dueAtMs } = clock;
    if (clock.wanted) events.push({ metric, instance, atMs: when, type, dueAtMs, data });
  }
  function riskData(): ClockEvent['data'] {
    const risk = rules?.rules.atRisk;
    return risk?.kind === 'lead'
      ? { leadMs: risk.minutes * 60_000 }
      : { percent: risk?.percent ?? null };
  }
  function tellStart(clock: Clock, standing: Standing): void {
    const data = { targetMs: clock.targetMs, ...namesOf(standing) };
    tell(clock, 'started', data, clock.startedAtMs);
  }
  function put(clock: Clock): Clock {
    const index = clocks.findIndex(
      ({ metric, instance }) => metric === clock.metric && instance === clock.instance,
    );
    if (index === -1) clocks.push(clock);
    else clocks[index] = clock;
    return clock;
  }
  function each(act: (clock: Clock) => void): void {
    for (const clock of clocks.filter(isOngoing)) act(clock);
  }
  function last(metric: SlaMetric): Clock | undefined {
    return clocks.findLast((clock) => clock.metric === metric);
  }

  const turn = {
    events,
    clocks: () => clocks,
    each,

    /** At risk and broken clocks are so from the instant it happened, however late it is noticed. */
    letTimePass(): void {
      each((clock) => {
        const risk =
          clock.breachedAtMs === null && clock.atRiskAtMs === null ? clock.riskAtMs : null;
        const atRiskAtMs = isDue(risk, atMs + 1) ? risk : clock.atRiskAtMs;
        if (atRiskAtMs !== clock.atRiskAtMs) tell(clock, 'at_risk', riskData(), atRiskAtMs ?? atMs);
        const isLate = clock.breachedAtMs === null && isDue(clock.dueAtMs, atMs);
        if (isLate) tell(clock, 'breached', {}, clock.dueAtMs ?? atMs);
        put({ ...clock, atRiskAtMs, breachedAtMs: isLate ? clock.dueAtMs : clock.breachedAtMs });
      });
      // In the order in which it happened, as one who looked all the time would have seen it.
      events.sort((one, other) => one.atMs - other.atMs || one.type.localeCompare(other.type));
    },

    start(metric: SlaMetric, fromMs: number, standing: Standing): void {
      const instance = (last(metric)?.instance ?? 0) + 1;
      const target = targetOf(metric, standing.rules, standing.priority);
      const clock = put(aim(newClock(metric, instance, fromMs), standing.rules, target));
      tellStart(clock, standing);
      turn.followStatus(clock, standing);
    },

    followStatus(clock: Clock, standing: Standing): void {
      const pauses = pausesAt(clock.metric, standing);
      if (pauses && clock.pausedSinceMs === null) {
        tell(put(pause(clock, rules, atMs)), 'paused', { status: standing.status });
      } else if (!pauses && clock.pausedSinceMs !== null) {
        const going = put(aim(resume(clock, atMs), standing.rules, clock.targetMs));
        tell(going, 'resumed', { status: standing.status, countedMs: going.countedMs });
      }
    },

    retarget(clock: Clock, standing: Standing, priority: string): void {
      const target = targetOf(clock.metric, standing.rules, priority);
      if (target === clock.targetMs) return;
      const aimed = put(aim(settle(clock, standing.rules, atMs), standing.rules, target));
      if (clock.wanted) tell(aimed, 'target', { priority, fromMs: clock.targetMs, toMs: target });
      else tellStart(aimed, standing);
    },

    /** What counted so far stays counted; from now on the new rules count. */
    changeRules(clock: Clock, standing: Standing, next: Standing['rules']): void {
      const target = targetOf(clock.metric, next, standing.priority);
      const aimed = put(aim(settleFor(clock, { standing, next, atMs }), next, target));
      const under = { ...standing, rules: next };
      if (clock.wanted) tell(aimed, 'rules', { ...namesOf(under), targetMs: target });
      else tellStart(aimed, under);
      turn.followStatus(aimed, under);
    },

    endWhere(which: (clock: Clock) => boolean, type: 'met' | 'cancelled', by: string): void {
      each((clock) => {
        if (!which(clock)) return;
        const ended = put(end(clock, rules, { atMs, cancelled: type === 'cancelled' }));
        tell(ended, type, { by, countedMs: ended.countedMs });
      });
    },

    /** An answer: ends the reply clock if it counts, and is remembered in any case. */
    answer(by: 'agent' | 'assistant', counts: boolean): void {
      const open = clocks.findLast((clock) => replyMetrics.includes(clock.metric));
      if (!open) return;
      put(answered(open, by, { rules, atMs }));
      if (!counts) return;
      turn.endWhere((clock) => replyMetrics.includes(clock.metric), 'met', by);
    },

    /** An agent's word is an update: the next one is due from now. */
    update(standing: Standing): void {
      turn.endWhere(({ metric }) => metric === 'periodic_update', 'met', 'agent');
      if (!isSolved(standing.status)) turn.start('periodic_update', atMs, standing);
    },

    reopen(standing: Standing): void {
      for (const metric of workMetrics) {
        const clock = last(metric);
        if (!clock || isOngoing(clock)) continue;
        if (standing.rules?.rules.reopened === 'restart') turn.start(metric, atMs, standing);
        else {
          const going = put(
            aim(
              resume(clock, atMs),
              standing.rules,
              targetOf(metric, standing.rules, standing.priority),
            ),
          );
          if (clock.wanted) tell(going, 'reopened', { countedMs: going.countedMs });
          else tellStart(going, standing);
        }
      }
    },
  };
  return turn;
}

/** Whether nothing is left to do. */
export function isSolved(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}

function pausesAt(metric: SlaMetric, { rules, status }: Standing): boolean {
  const pauses = rules?.rules.pauses[metric] ?? usualPauses[metric];
  return pauses.some((pausing) => pausing === status);
}

/** Time before the first policy counts as that policy counts; what another has counted stays. */
function settleFor(
  clock: Clock,
  { standing, next, atMs }: { standing: Standing; next: Standing['rules']; atMs: number },
): Clock {
  const untouched = !clock.wanted && clock.pausedMs === 0 && clock.runningSinceMs !== null;
  if (!untouched) return settle(clock, standing.rules, atMs);
  return settle({ ...clock, countedMs: 0, runningSinceMs: clock.startedAtMs }, next, atMs);
}

function isDue(dueAtMs: number | null, atMs: number): boolean {
  return dueAtMs !== null && dueAtMs < atMs;
}

function namesOf({ rules, priority }: Standing): ClockEvent['data'] {
  return {
    priority,
    policy: rules?.policyName ?? null,
    policyVersion: rules?.policyVersion ?? null,
    calendar: rules?.calendarName ?? null,
    calendarVersion: rules?.calendarVersion ?? null,
  };
}
