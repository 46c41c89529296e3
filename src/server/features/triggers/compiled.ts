import type { Condition } from '../../../contracts/trigger-conditions.ts';
import type { Scope } from '../../platform/db/database.ts';
import { compile, type CompiledTrigger } from './rules/compile.rules.ts';
import { needsOf, schedulesOf } from './rules/facts.rules.ts';
import type { Needs } from './facts-row.types.ts';
import { findTriggersStamp, listTriggers, type StoredTrigger } from './triggers.store.ts';

/** A rule that is on, ready to be asked. */
export interface ReadyTrigger {
  readonly trigger: StoredTrigger;
  readonly evaluate: CompiledTrigger;
}

/** The rules of a workspace that are on, and what must be read to ask them. */
export interface ReadySet {
  readonly onEvents: readonly ReadyTrigger[];
  readonly byClock: readonly ReadyTrigger[];
  readonly needs: Needs;
  readonly schedules: readonly string[];
  /** Since when any of them has been on: what happened before is asked of none. */
  readonly since: Date;
}

/** Workspaces whose compiled rules are kept at most. */
const mostKept = 200;

/**
 * Compiled rules by workspace. They are compiled again when the stamp of the workspace's rules differs,
 * which every run asks for: one indexed sum instead of reading and checking 200 rules.
 */
export function createReadySets() {
  const kept = new Map<string, { stamp: string; set: ReadySet }>();

  return async (scope: Scope): Promise<ReadySet | null> => {
    const stamp = await findTriggersStamp(scope);
    if (stamp === null) return null;
    const known = kept.get(scope.workspaceId);
    if (known?.stamp === stamp) return known.set;
    const set = readySetOf(await listTriggers(scope, { enabled: true }));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(scope.workspaceId, { stamp, set });
    return set;
  };
}

function readySetOf(triggers: readonly StoredTrigger[]): ReadySet {
  const ready = triggers.map((trigger) => ({ trigger, evaluate: compile(trigger) }));
  const conditions = triggers.flatMap(conditionsOf);
  const since = Math.min(...triggers.map(({ enabledAt }) => enabledAt?.getTime() ?? Infinity));
  return {
    onEvents: ready.filter(({ trigger }) => !trigger.timed),
    byClock: ready.filter(({ trigger }) => trigger.timed),
    needs: needsOf(conditions),
    schedules: schedulesOf(conditions),
    since: new Date(since),
  };
}

/** Every condition of a rule. */
export function conditionsOf({ conditions }: Pick<StoredTrigger, 'conditions'>): Condition[] {
  return [...conditions.all, ...conditions.any];
}
