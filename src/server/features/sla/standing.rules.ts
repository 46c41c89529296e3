/** What lists, the router and the wake-up take from the clocks of a ticket. */
import type { SlaChip, SlaMetric } from '../../../contracts/sla-chip.ts';
import { isOngoing, stateOf } from './clock.rules.ts';
import type { Clock } from './clock.types.ts';

export interface Summary {
  /** The clock a row shows; null when none is going on. */
  readonly metric: SlaMetric | null;
  readonly state: SlaChip['state'] | null;
  readonly dueAtMs: number | null;
  /** When one gets at risk or runs out next. */
  readonly wakeAtMs: number | null;
}

/** Broken clocks first, the one broken first before the others; then what is due next; then what stands still. */
export function summaryOf(clocks: readonly Clock[]): Summary {
  const going = clocks.filter(
    (clock) =>
      clock.wanted && isOngoing(clock) && stateOf(clock) !== 'cancelled' && clock.targetMs !== null,
  );
  const [shown] = going.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || dueOf(one) - dueOf(other),
  );
  const wakes = going.flatMap((clock) => wakesOf(clock));
  return {
    metric: shown?.metric ?? null,
    state: shown ? chipStateOf(shown) : null,
    dueAtMs: shown?.dueAtMs ?? shown?.breachedAtMs ?? null,
    wakeAtMs: wakes.length === 0 ? null : Math.min(...wakes),
  };
}

function chipStateOf(clock: Clock): SlaChip['state'] {
  if (clock.breachedAtMs !== null) return 'breached';
  if (clock.runningSinceMs === null) return 'paused';
  return clock.atRiskAtMs === null ? 'active' : 'at_risk';
}

function rankOf(clock: Clock): number {
  return { breached: 0, at_risk: 1, active: 1, paused: 2 }[chipStateOf(clock)];
}

function dueOf(clock: Clock): number {
  return clock.breachedAtMs ?? clock.dueAtMs ?? Infinity;
}

/** A clock is broken a millisecond after it was due: an answer at the very instant keeps it. */
function wakesOf(clock: Clock): number[] {
  if (clock.breachedAtMs !== null) return [];
  const risk = clock.atRiskAtMs === null && clock.riskAtMs !== null ? [clock.riskAtMs] : [];
  return clock.dueAtMs === null ? risk : [...risk, clock.dueAtMs + 1];
}
