/** A trigger as a function: pure, made once for each saved state of the rule. */
import { isTimed, type Condition } from '../../../../contracts/trigger-conditions.ts';
import type { TriggerRule } from '../../../../contracts/triggers.ts';
import { compileCondition, type Predicate } from './conditions.rules.ts';
import type { TicketChange, TicketFacts } from './facts.types.ts';

export interface Verdict {
  readonly matched: boolean;
  /** The conditions that held; all of them where it matched without any. */
  readonly because: readonly Condition[];
}

/** Whether a trigger matches, and why. */
export type CompiledTrigger = (facts: TicketFacts, change: TicketChange) => Verdict;

const no: Verdict = { matched: false, because: [] };
const always: Verdict = { matched: true, because: [] };

/**
 * Compiles a trigger. It matches when every condition of ALL holds and, where ANY has conditions, at
 * least one of those. A messaging trigger never matches once the chat has ended, or without a chat.
 * Conditions are asked in the order that fails soonest: what the event says before what texts say.
 */
export function compile(rule: Pick<TriggerRule, 'kind' | 'conditions'>): CompiledTrigger {
  const all = compileAll(rule.conditions.all);
  const any = compileAll(rule.conditions.any);
  const live = rule.kind === 'messaging';
  return (facts, change) => {
    if (live && !isLive(facts)) return no;
    for (const { holds } of all) if (!holds(facts, change)) return no;
    if (any.length === 0) {
      return all.length === 0 ? always : { matched: true, because: rule.conditions.all };
    }
    const held = any.filter(({ holds }) => holds(facts, change));
    if (held.length === 0) return no;
    const because = [...rule.conditions.all, ...held.map(({ condition }) => condition)];
    return { matched: true, because };
  };
}

/** Whether the chat still runs, so that messaging triggers may. */
export function isLive(facts: TicketFacts): boolean {
  const state = facts.tracked.session_state;
  return state === 'active' || state === 'inactive';
}

/** Whether a rule runs by the clock instead of on events. */
export function isTimedRule({ conditions }: Pick<TriggerRule, 'conditions'>): boolean {
  return [...conditions.all, ...conditions.any].some(isTimed);
}

interface Compiled {
  readonly condition: Condition;
  readonly holds: Predicate;
}

function compileAll(conditions: readonly Condition[]): Compiled[] {
  return conditions
    .map((condition) => ({ condition, holds: compileCondition(condition) }))
    .toSorted((left, right) => costOf(left.condition) - costOf(right.condition));
}

function costOf({ field }: Condition): number {
  if (field === 'event' || field === 'updated_by') return 0;
  if (field === 'any_message') return 3;
  return field === 'last_message' || field === 'subject' ? 2 : 1;
}
