/** The policies other desks route by: one order of work, one preference among agents. */
import { askable, give, openTo, preferPrimary, type Field } from './field.rules.ts';
import { heapOf } from './heap.rules.ts';
import type { Lane } from './lanes.rules.ts';
import { hasTurn } from './mail.rules.ts';
import type { PlanItem, RoutingPolicy, WorkClass } from './snapshot.rules.ts';
import { shortageOf, spareAfter, usedShare, type Worker } from './workers.rules.ts';

export type SimplePolicy = Exclude<RoutingPolicy, 'risk'>;

interface Entry {
  readonly item: PlanItem;
  readonly lane: Lane;
  readonly workers: readonly Worker[];
}

/** Numbers that are compared one after the other, the lower first. */
type Keys = readonly number[];

const byQueue = ({ lane }: Entry) => lane.queue.priority;
const byPriority = ({ item, lane }: Entry) => item.priorityRank - lane.raise;
const byAge = ({ item }: Entry) => item.eligibleAt;

const itemKeys: Record<SimplePolicy, (entry: Entry) => Keys> = {
  priority: (entry) => [byQueue(entry), byPriority(entry), byAge(entry)],
  round_robin: (entry) => [byQueue(entry), byAge(entry)],
  least_loaded: (entry) => [byQueue(entry), byAge(entry)],
  longest_idle: (entry) => [byQueue(entry), byPriority(entry), byAge(entry)],
};

/** Preference among agents, by policy; the last word is always their id. */
export const agentKeys: Record<SimplePolicy, (worker: Worker, workClass: WorkClass) => Keys> = {
  /** The highest spare capacity, then the longest without work of the class. */
  priority: (worker, workClass) => [
    -spareAfter(worker, workClass),
    worker.turn,
    worker.agent.lastAt[workClass] ?? 0,
  ],
  /** Whose last turn is longest ago. */
  round_robin: (worker) => [worker.turn, lastTurn(worker)],
  /** The smallest share of their capacity in use. */
  least_loaded: (worker) => [usedShare(worker), worker.turn, lastTurn(worker)],
  /** The longest idle; whoever has work comes after all who have none. */
  longest_idle: (worker) => {
    const busy = worker.turn > 0 || usedShare(worker) > 0;
    return [busy ? 1 : 0, worker.turn, busy ? lastTurn(worker) : (worker.agent.idleSince ?? 0)];
  },
};

/** Serves in order until nobody has room; yields between decisions. */
export function* planSimply(field: Field, policy: SimplePolicy): Generator<void> {
  const entries: Entry[] = [];
  for (const lane of field.lanes) {
    const workers = openTo(lane, field.workers);
    if (workers.length === 0) continue;
    for (const item of lane.items) {
      entries.push({ item, lane, workers });
      if (entries.length % 2_000 === 0) yield;
    }
  }
  const keys = itemKeys[policy];
  const heap = heapOf(
    entries,
    (left, right) =>
      compareKeys(keys(left), keys(right)) < 0 ||
      (compareKeys(keys(left), keys(right)) === 0 && left.item.id < right.item.id),
  );
  const full = new Set<Lane>();
  for (let entry = heap.pop(); entry; entry = heap.pop()) {
    if (full.has(entry.lane)) continue;
    const { item, lane } = entry;
    const open = entry.workers.filter((worker) => hasRoom(field, lane, worker));
    if (open.length === 0) full.add(lane);
    const asked = preferPrimary(lane, askable(item, open, field.now));
    const worker = choose(asked, (each) => agentKeys[policy](each, lane.kind.workClass));
    if (worker) give(field, { item, lane, worker });
    yield;
  }
}

function hasRoom(field: Field, lane: Lane, worker: Worker): boolean {
  return lane.kind.workClass === 'email'
    ? hasTurn(field, lane, worker)
    : shortageOf(worker, lane.kind.workClass, lane.kind.id) === null;
}

function choose(workers: readonly Worker[], keysOf: (worker: Worker) => Keys): Worker | null {
  let best: Worker | null = null;
  let least: Keys = [];
  for (const worker of workers) {
    const keys = keysOf(worker);
    if (best && compareKeys(keys, least) >= 0) continue;
    best = worker;
    least = keys;
  }
  return best;
}

function compareKeys(left: Keys, right: Keys): number {
  for (let index = 0; index < left.length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function lastTurn({ agent }: Worker): number {
  const { messaging, email, call } = agent.lastAt;
  return Math.max(messaging ?? 0, email ?? 0, call ?? 0);
}
