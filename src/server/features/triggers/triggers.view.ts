import type { Trigger, TriggerRule } from '../../../contracts/triggers.ts';
import type { StoredTrigger } from './triggers.store.ts';

/** The rule itself, without where it stands. */
export function ruleOf(trigger: StoredTrigger): TriggerRule {
  const { name, description, kind, conditions, actions } = trigger;
  return { name, description, kind, conditions, actions };
}

const never: Trigger['runs'] = { total: 0, lastDay: 0, failed: 0, lastAt: null };

/** A rule as the desk shows it. */
export function viewOf(trigger: StoredTrigger, runs: Trigger['runs'] = never): Trigger {
  return {
    ...ruleOf(trigger),
    id: trigger.id,
    enabled: trigger.enabled,
    position: trigger.position,
    version: trigger.version,
    timed: trigger.timed,
    runs,
    changedAt: trigger.changedAt.toISOString(),
  };
}
