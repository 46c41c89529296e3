/** Rules by the clock: when their time has come, and what they have run for. */
import {
  conditionFieldOf,
  isTimed,
  type Condition,
} from '../../../../contracts/trigger-conditions.ts';
import type { TriggerRule } from '../../../../contracts/triggers.ts';
import type { TicketChange, TicketFacts, TimedField } from './facts.types.ts';

/** Nothing happened: the clock alone runs the rule. */
export const noChange: TicketChange = { events: new Set(), actors: new Set(), fields: {} };

/** From when to when something must have happened for a rule's time to have come. */
export interface Window {
  readonly field: TimedField;
  readonly from: Date;
  readonly to: Date;
}

const unitMs = { hours: 3_600_000, minutes: 60_000, tickets: 1 } as const;

type Timed = Pick<TriggerRule, 'conditions'> & { readonly enabledAt: Date | null };

function timedOf(rule: Pick<TriggerRule, 'conditions'>): Condition[] {
  return [...rule.conditions.all, ...rule.conditions.any].filter(isTimed);
}

/**
 * A window for each condition about time. What was due before the rule was switched on is left alone, so
 * that switching on does not run it on years of tickets at once.
 */
export function windowsOf(rule: Timed, now: Date): Window[] {
  const enabledAt = rule.enabledAt ?? now;
  return timedOf(rule).map((condition) => {
    const ms = waitOf(condition);
    return {
      field: condition.field as TimedField,
      from: new Date(enabledAt.getTime() - ms),
      to: new Date(now.getTime() - ms),
    };
  });
}

/** Names what a rule by the clock runs for: the moments it counts from. It runs once for each. */
export function causeOfTimed(rule: Pick<TriggerRule, 'conditions'>, facts: TicketFacts): string {
  const moments = timedOf(rule).map((condition) => {
    const since = facts.since[condition.field as TimedField];
    const due = since !== null && facts.now - since >= waitOf(condition);
    return `${condition.field}:${due ? since : 'not yet'}`;
  });
  return moments.join(' ');
}

/** What a rule itself changes in a run may be written this much later. */
const ownWorkMs = 1_000;

/** Whether a rule by the clock has run for this moment, or nothing but its own work happened since. */
export function hasRunFor(
  rule: Pick<TriggerRule, 'conditions'>,
  facts: TicketFacts,
  earlier: { readonly causes: readonly string[]; readonly lastAt: Date } | undefined,
): boolean {
  if (!earlier) return false;
  if (earlier.causes.includes(causeOfTimed(rule, facts))) return true;
  const { hours_since_updated: updated } = facts.since;
  const byUpdate = timedOf(rule).some(({ field }) => field === 'hours_since_updated');
  return byUpdate && updated !== null && updated <= earlier.lastAt.getTime() + ownWorkMs;
}

function waitOf({ field, amount }: Condition): number {
  return (amount ?? 0) * unitMs[conditionFieldOf(field).unit ?? 'hours'];
}
