/**
 * What a minute of each agent's time costs, by how contested their skills are. Usual demand of every kind
 * is poured over the agents who can take it until loads are even; what still stands higher is scarce.
 * Wanted skills are left out: demand that can be given up is not scarce. Worth 4 points of the gap.
 */
import { hasSkills } from './lanes.rules.ts';
import type {
  ExpectedDemand,
  PlanAgent,
  PlanItem,
  PlanQueue,
  SkillNeed,
  WorkKind,
} from './snapshot.rules.ts';

const rounds = 12;
const smoothing = 0.05;

export interface PricingFacts {
  readonly agents: readonly PlanAgent[];
  readonly queues: readonly PlanQueue[];
  readonly demand: readonly ExpectedDemand[];
  /** Waiting work counts as if it had to be done within the hour. */
  readonly items: readonly PlanItem[];
}

/** 1 is time in even demand, more is time few can replace. */
export interface Prices {
  readonly agents: ReadonlyMap<string, number>;
  /** The cheapest time that does work of a kind with every wanted skill, and without. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly relaxed: ReadonlyMap<string, number>;
}

/** Prices of agents' time and of kinds of work, in proportion to the mean load. */
export function priceTime({ agents, queues, demand, items }: PricingFacts): Prices {
  const groups = new Map(queues.map((queue) => [queue.id, queue.groupIds]));
  const atWork = agents
    .filter((agent) => agent.connected && (agent.takes?.has('email') ?? agent.status === 'online'))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const takersOf = (kind: WorkKind, needs: readonly SkillNeed[]) =>
    atWork.flatMap((agent, index) =>
      hasSkills(needs, agent.skills) && serves(agent, groups.get(kind.queueId)) ? [index] : [],
    );
  const streams = streamsOf(demand, items).map(({ kind, minutesPerHour }) => ({
    kind,
    minutesPerHour,
    takers: takersOf(kind, [...kind.required, ...kind.optional]),
    relaxed: takersOf(kind, kind.required),
  }));
  const load = levelOut(streams, atWork.length);
  const mean = load.reduce((sum, one) => sum + one, 0) / Math.max(1, load.length);
  const price = (index: number) => (mean > 0 ? (load[index] ?? 0) / mean : 1);
  const cheapest = (takers: readonly number[]) => Math.min(1e3, ...takers.map(price));
  return {
    agents: new Map(atWork.map((agent, index) => [agent.id, price(index)])),
    kinds: new Map(streams.map(({ kind, takers }) => [kind.id, cheapest(takers)])),
    relaxed: new Map(streams.map(({ kind, relaxed }) => [kind.id, cheapest(relaxed)])),
  };
}

function streamsOf(
  demand: readonly ExpectedDemand[],
  items: readonly PlanItem[],
): ExpectedDemand[] {
  const sums = new Map<string, ExpectedDemand>();
  const add = (kind: WorkKind, minutes: number) =>
    sums.set(kind.id, {
      kind,
      minutesPerHour: (sums.get(kind.id)?.minutesPerHour ?? 0) + minutes,
    });
  for (const { kind, minutesPerHour } of demand) add(kind, minutesPerHour);
  for (const { kind } of items) add(kind, kind.expectedMinutes);
  return [...sums.values()].toSorted((left, right) => (left.kind.id < right.kind.id ? -1 : 1));
}

interface Stream {
  readonly minutesPerHour: number;
  readonly takers: readonly number[];
  readonly relaxed: readonly number[];
}

/** Spreads every stream over its takers, again and again in favour of those with the lower load. */
function levelOut(streams: readonly Stream[], agents: number): number[] {
  let load = Array.from({ length: agents }, () => 1);
  for (let round = 0; round < rounds; round += 1) {
    const next = Array.from({ length: agents }, () => 0);
    for (const { minutesPerHour, relaxed: takers } of streams) {
      const pull = (index: number) => 1 / ((load[index] ?? 0) + smoothing) ** 2;
      const total = takers.reduce((sum, index) => sum + pull(index), 0);
      for (const index of takers) {
        next[index] = (next[index] ?? 0) + (minutesPerHour / 60) * (pull(index) / total);
      }
    }
    load = load.map((old, index) => (old + (next[index] ?? 0)) / 2);
  }
  return load;
}

function serves(agent: PlanAgent, groupIds: ReadonlySet<string> | undefined): boolean {
  for (const id of agent.groupIds) if (groupIds?.has(id)) return true;
  return false;
}
