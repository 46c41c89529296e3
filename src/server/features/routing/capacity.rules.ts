/** Units: what a piece of work takes of somebody, and whether there is room for it. */
import type { ChannelClass } from '../../../contracts/people.ts';
import type { CapacityRuleSettings, WorkClass } from '../../../contracts/team.ts';
import type { Priority } from '../../../contracts/tickets.ts';

/** What an agent may carry, in units. */
export interface CapacityRule {
  readonly id: string;
  readonly budget: number;
  readonly units: Readonly<Record<WorkClass, number>>;
  readonly ceiling: Readonly<Record<WorkClass, number>>;
  /** Live work and mail are then counted against the budget each on its own. */
  readonly chatOnTopOfMail: boolean;
  /** Share of its units that mail keeps while it waits for the customer. */
  readonly waitingShare: number;
  readonly weights: CapacityRuleSettings['weights'];
}

export interface Loaded {
  readonly name: string;
  readonly capacity: CapacityRule;
  readonly used: Readonly<Record<ChannelClass, number>>;
  /** The call they are on; null: none. */
  readonly call: RunningCall | null;
}

/** A call in progress: while it runs its agent has room for nothing. */
export interface RunningCall {
  readonly since: Date;
  readonly units: number;
}

/** Properties of a ticket that weigh. */
export interface Weighed {
  readonly priorityRank: number;
  readonly category: string | null;
}

const priorities: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

/**
 * Units a piece of work takes under a rule: those of its class by its priority and category, at least 1. What weighs
 * more than somebody may carry takes all of it: nothing waits for room that there never is.
 */
export function unitsFor(rule: CapacityRule, workClass: WorkClass, work: Weighed): number {
  const priority = priorities[work.priorityRank] ?? 'normal';
  const byPriority = rule.weights.priorities[priority] ?? 1;
  const byCategory = work.category === null ? 1 : (rule.weights.categories[work.category] ?? 1);
  const units = Math.round(rule.units[workClass] * byPriority * byCategory);
  return Math.max(1, Math.min(units, rule.budget, rule.ceiling[workClass]));
}

/** Units left for a class: the tighter of budget and ceiling; below 0 when there is too much already. */
export function roomOf(
  { capacity, used }: Pick<Loaded, 'capacity' | 'used'>,
  channel: ChannelClass,
): number {
  const inBudget = capacity.budget - sharedUse({ capacity, used }, channel);
  return Math.min(inBudget, capacity.ceiling[channel] - used[channel]);
}

/** Why so many more units of a class are too much for somebody; null when there is room. */
export function lackOf(agent: Loaded, channel: ChannelClass, units: number): string | null {
  const { capacity, used, name, call } = agent;
  if (call !== null) return `${name} is on a call, beside which there is nothing else.`;
  if (roomOf(agent, channel) >= units) return null;
  const shared = sharedUse(agent, channel);
  return shared + units > capacity.budget
    ? `${name} has ${shared} of ${capacity.budget} units in use and this needs ${units}.`
    : `${name} has ${used[channel]} of ${capacity.ceiling[channel]} units of this channel in use and this needs ${units}.`;
}

/** Units beyond what an agent may carry, of budget or ceiling whichever is worse; 0 within. */
export function overBy(agent: Pick<Loaded, 'capacity' | 'used'>): number {
  return Math.max(0, -roomOf(agent, 'messaging'), -roomOf(agent, 'email'));
}

/** Units in use of the budget that a class draws on. */
function sharedUse(
  { capacity, used }: Pick<Loaded, 'capacity' | 'used'>,
  channel: ChannelClass,
): number {
  return capacity.chatOnTopOfMail ? used[channel] : used.messaging + used.email;
}
