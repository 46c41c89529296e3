/**
 * The plan: which waiting work goes to whom now. A pure function of a snapshot; the same snapshot
 * gives the same plan. First version: queue priority, then ticket priority, then eligibility time;
 * among eligible agents the highest spare capacity, then the longest without work of that channel.
 */
import type { AgentStatus, ChannelClass } from '../../../contracts/people.ts';
import type { Candidate, Exclusion } from '../../../contracts/routing.ts';
import { explainChoice, explainWaiting } from './explain.rules.ts';

/** What an agent may carry and what a piece of work of each class costs, in units. */
export interface CapacityRule {
  readonly budget: number;
  readonly units: Readonly<Record<ChannelClass, number>>;
  readonly ceiling: Readonly<Record<ChannelClass, number>>;
}

export interface PlannedAgent {
  readonly id: string;
  readonly name: string;
  readonly status: AgentStatus;
  readonly connected: boolean;
  readonly groupIds: ReadonlySet<string>;
  readonly skillIds: ReadonlySet<string>;
  readonly capacity: CapacityRule;
  /** Units in use by class, offers included. */
  readonly used: Readonly<Record<ChannelClass, number>>;
  /** Milliseconds since the epoch of the last work of each class; null: never. */
  readonly lastAt: Readonly<Record<ChannelClass, number | null>>;
}

export interface PlannedItem {
  readonly id: string;
  readonly ticketId: string;
  readonly queueId: string;
  readonly channelClass: ChannelClass;
  readonly priorityRank: number;
  readonly eligibleAt: number;
  readonly requiredSkills: readonly string[];
  readonly preferredAgentId: string | null;
  /** Agents who let an offer of this work go, and until when they are left alone with it. */
  readonly refusals: ReadonlyMap<string, number>;
}

export interface PlannedQueue {
  readonly id: string;
  readonly name: string;
  readonly priority: number;
  readonly groupIds: ReadonlySet<string>;
}

export interface Snapshot {
  readonly now: number;
  readonly queues: readonly PlannedQueue[];
  readonly agents: readonly PlannedAgent[];
  readonly items: readonly PlannedItem[];
}

/** What becomes of one piece of waiting work, and why. */
export interface Decision {
  readonly item: PlannedItem;
  readonly outcome: 'assigned' | 'offered' | 'waiting';
  readonly agentId: string | null;
  readonly units: number;
  readonly queueName: string;
  readonly candidates: readonly Candidate[];
  readonly sentence: string;
}

/** Live work is offered, because a person must be at the desk; mail is handed over outright. */
export function outcomeFor(channelClass: ChannelClass): 'assigned' | 'offered' {
  return channelClass === 'messaging' ? 'offered' : 'assigned';
}

/** Plans the whole snapshot: every item of a known queue gets a decision, in serving order. */
export function plan(snapshot: Snapshot): Decision[] {
  const agents = snapshot.agents.map((agent) => ({
    ...agent,
    used: { ...agent.used },
    lastAt: { ...agent.lastAt },
  }));
  const queues = new Map(
    snapshot.queues.map((queue) => [
      queue.id,
      { queue, agents: agents.filter((agent) => intersects(queue.groupIds, agent.groupIds)) },
    ]),
  );
  // Room only shrinks within a plan: once a kind of work found nobody, the next of its kind finds nobody.
  const hopeless = new Map<string, Decision>();
  const decisions: Decision[] = [];
  for (const item of inServingOrder(snapshot.items, snapshot.queues)) {
    const place = queues.get(item.queueId);
    if (!place) continue;
    const kind = kindOf(item);
    const known = kind === null ? undefined : hopeless.get(kind);
    const decision = known
      ? { ...known, item }
      : decide(item, place.queue, place.agents, snapshot.now);
    if (decision.agentId === null && kind !== null) hopeless.set(kind, decision);
    const winner = place.agents.find((agent) => agent.id === decision.agentId);
    if (winner) {
      winner.used[item.channelClass] += decision.units;
      winner.lastAt[item.channelClass] = snapshot.now;
    }
    decisions.push(decision);
  }
  return decisions;
}

/** Items of one kind have the same candidates; refused work is a kind of its own. */
function kindOf(item: PlannedItem): string | null {
  if (item.refusals.size > 0) return null;
  return [item.queueId, item.channelClass, ...item.requiredSkills.toSorted()].join(' ');
}

/** Why an agent cannot have this work now; null when nothing speaks against it. */
export function exclusionOf(
  item: PlannedItem,
  queue: PlannedQueue,
  agent: PlannedAgent,
  now: number,
): Exclusion | null {
  return intersects(queue.groupIds, agent.groupIds)
    ? unavailabilityOf(item, agent, now)
    : 'not_in_group';
}

/** The same for an agent who serves the queue. */
function unavailabilityOf(item: PlannedItem, agent: PlannedAgent, now: number): Exclusion | null {
  if (!agent.connected) return 'disconnected';
  if (!statusTakes(agent.status, item.channelClass)) return 'status';
  if (!item.requiredSkills.every((skill) => agent.skillIds.has(skill))) return 'missing_skill';
  if ((item.refusals.get(agent.id) ?? 0) > now) return 'declined_before';
  const units = agent.capacity.units[item.channelClass];
  if (usedInAll(agent.used) + units > agent.capacity.budget) return 'budget_full';
  if (agent.used[item.channelClass] + units > agent.capacity.ceiling[item.channelClass]) {
    return 'channel_full';
  }
  return null;
}

/** Online takes everything, away only mail, the others nothing from the router. */
export function statusTakes(status: AgentStatus, channelClass: ChannelClass): boolean {
  return status === 'online' || (status === 'away' && channelClass === 'email');
}

/** Units left after one more piece of this class: the tighter of budget and ceiling. */
export function spareAfter(agent: PlannedAgent, channelClass: ChannelClass): number {
  const units = agent.capacity.units[channelClass];
  const inBudget = agent.capacity.budget - usedInAll(agent.used) - units;
  const inChannel = agent.capacity.ceiling[channelClass] - agent.used[channelClass] - units;
  return Math.min(inBudget, inChannel);
}

/** Candidates kept with a decision: the winner, others who could have had it, then those left out. */
const keptCandidates = 12;

function decide(
  item: PlannedItem,
  queue: PlannedQueue,
  agents: readonly PlannedAgent[],
  now: number,
): Decision {
  const eligible: PlannedAgent[] = [];
  const left: Candidate[] = [];
  const reasons = new Map<Exclusion, number>();
  for (const agent of agents) {
    const excluded = unavailabilityOf(item, agent, now);
    if (excluded === null) eligible.push(agent);
    else {
      reasons.set(excluded, (reasons.get(excluded) ?? 0) + 1);
      if (left.length < keptCandidates) left.push(candidateOf(agent, excluded, item, now));
    }
  }
  const winner = chooseAgent(item, eligible);
  const couldHave = eligible.filter((agent) => agent !== winner).slice(0, keptCandidates - 1);
  const open = winner === null ? [] : [winner, ...couldHave];
  const candidates = [...open.map((agent) => candidateOf(agent, null, item, now)), ...left].slice(
    0,
    keptCandidates,
  );
  if (winner === null) {
    return {
      item,
      outcome: 'waiting',
      agentId: null,
      units: 0,
      queueName: queue.name,
      candidates,
      sentence: explainWaiting(queue.name, reasons),
    };
  }
  return {
    item,
    outcome: outcomeFor(item.channelClass),
    agentId: winner.id,
    units: winner.capacity.units[item.channelClass],
    queueName: queue.name,
    candidates,
    sentence: explainChoice({
      winner: winner.name,
      spare: spareAfter(winner, item.channelClass),
      eligible: eligible.length,
      queueName: queue.name,
      hadItBefore: winner.id === item.preferredAgentId,
    }),
  };
}

function candidateOf(
  agent: PlannedAgent,
  excluded: Exclusion | null,
  item: PlannedItem,
  now: number,
): Candidate {
  const last = agent.lastAt[item.channelClass];
  return {
    agentId: agent.id,
    name: agent.name,
    excluded,
    spare: excluded === null ? spareAfter(agent, item.channelClass) : null,
    idleSeconds: last === null ? null : Math.round((now - last) / 1_000),
  };
}

function chooseAgent(item: PlannedItem, eligible: readonly PlannedAgent[]): PlannedAgent | null {
  const preferred = eligible.find((agent) => agent.id === item.preferredAgentId);
  if (preferred) return preferred;
  return eligible.reduce<PlannedAgent | null>(
    (best, agent) => (best === null || isBetter(agent, best, item.channelClass) ? agent : best),
    null,
  );
}

function isBetter(agent: PlannedAgent, best: PlannedAgent, channelClass: ChannelClass): boolean {
  const order =
    spareAfter(best, channelClass) - spareAfter(agent, channelClass) ||
    (agent.lastAt[channelClass] ?? 0) - (best.lastAt[channelClass] ?? 0) ||
    compareText(agent.id, best.id);
  return order < 0;
}

function inServingOrder(
  items: readonly PlannedItem[],
  queues: readonly PlannedQueue[],
): PlannedItem[] {
  const priorities = new Map(queues.map((queue) => [queue.id, queue.priority]));
  const queuePriority = (item: PlannedItem) => priorities.get(item.queueId) ?? 100;
  return items.toSorted(
    (left, right) =>
      queuePriority(left) - queuePriority(right) ||
      left.priorityRank - right.priorityRank ||
      left.eligibleAt - right.eligibleAt ||
      compareText(left.id, right.id),
  );
}

function usedInAll(used: Readonly<Record<ChannelClass, number>>): number {
  return used.messaging + used.email;
}

function intersects(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const value of left) if (right.has(value)) return true;
  return false;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
