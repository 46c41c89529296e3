/** Chats and calls: who takes them so that the least is lost elsewhere. */
import { askable, openTo, preferPrimary, give, type Field } from './field.rules.ts';
import { heapOf } from './heap.rules.ts';
import type { Lane } from './lanes.rules.ts';
import {
  callReserveOf,
  liveCostOf,
  shouldWait,
  sumOf,
  type CallReserve,
} from './live-cost.rules.ts';
import { matchRows } from './matching.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { liveRank, weightOf } from './urgency.rules.ts';
import { isLive, shortageOf, type Worker } from './workers.rules.ts';

interface Waiting {
  readonly item: PlanItem;
  readonly lane: Lane;
  readonly workers: readonly Worker[];
  readonly weight: number;
  readonly rank: number;
}

/** Items between two pauses while they are ranked. */
const sliceItems = 2_000;

/** Gives live work away; yields between decisions so that a caller can pause. */
export function* planLive(field: Field): Generator<void> {
  const waiting: Waiting[] = [];
  for (const lane of field.lanes) {
    if (!isLive(lane.kind.workClass) || lane.items.length === 0) continue;
    const workers = openTo(lane, field.workers);
    if (workers.length === 0) continue;
    for (const item of lane.items) {
      const weight = weightOf(item, lane, field.table);
      waiting.push({ item, lane, workers, weight, rank: liveRank(item, weight, field) });
      if (waiting.length % sliceItems === 0) yield;
    }
    yield;
  }
  if (waiting.length <= field.table.matchUpTo) yield* matchTogether(field, waiting);
  else yield* serveInOrder(field, waiting);
}

/** Worth of serving anybody at all, above every cost: who can be served is served. */
const served = 10_000;

/** Rounds in which everybody is given at most one piece, at minimum cost over all of them. */
function* matchTogether(field: Field, waiting: readonly Waiting[]): Generator<void> {
  let left = waiting.toSorted(byRank);
  while (left.length > 0) {
    const options = left.map((one) => candidatesOf(field, one));
    const workers = [...new Set(options.flat())];
    if (workers.length === 0) return;
    const reserve = callReserveOf(field);
    const costs = left.map((one, row) => {
      const may = new Set(options[row]);
      return workers.map((worker) =>
        may.has(worker)
          ? sumOf(liveCostOf(field, one, { worker, reserve })) - served - 1_000 * one.rank
          : 1e9,
      );
    });
    const columns = workers.length + left.length;
    const found = matchRows((row, column) => costs[row]?.[column] ?? 0, {
      rows: left.length,
      columns,
    });
    const done = new Set<Waiting>();
    for (const [row, one] of left.entries()) {
      const worker = workers[found[row] ?? -1];
      if (!worker) continue;
      done.add(one);
      give(field, { item: one.item, lane: one.lane, worker });
      yield;
    }
    if (done.size === 0) return;
    left = left.filter((one) => !done.has(one));
  }
}

/** In a crowd everybody will chat anyway, and the count of chat-free people would cost the most of a plan. */
const noReserve: CallReserve = new Map();

/** Too much at once to match: the highest rank first, each to whoever costs least. */
function* serveInOrder(field: Field, waiting: readonly Waiting[]): Generator<void> {
  const heap = heapOf(waiting, (left, right) => byRank(left, right) < 0);
  const full = new Set<Lane>();
  for (let one = heap.pop(); one; one = heap.pop()) {
    if (full.has(one.lane)) continue;
    const workers = candidatesOf(field, one);
    if (workers.length === 0 && isFull(one)) full.add(one.lane);
    const worker = cheapest(workers, (each) =>
      sumOf(liveCostOf(field, one, { worker: each, reserve: noReserve })),
    );
    if (worker) give(field, { item: one.item, lane: one.lane, worker });
    yield;
  }
}

function candidatesOf(field: Field, { item, lane, workers }: Waiting): Worker[] {
  const room = workers.filter(
    (worker) => shortageOf(worker, lane.kind.workClass, lane.kind.id) === null,
  );
  const open = askable(item, room, field.now);
  if (shouldWait(field, { item, lane }, open)) return [];
  return preferPrimary(lane, open);
}

function isFull({ lane, workers }: Waiting): boolean {
  return workers.every((worker) => shortageOf(worker, lane.kind.workClass, lane.kind.id) !== null);
}

function cheapest(workers: readonly Worker[], cost: (worker: Worker) => number): Worker | null {
  let best: Worker | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const worker of workers) {
    const value = cost(worker);
    if (value < least || (value === least && best && worker.agent.id < best.agent.id)) {
      least = value;
      best = worker;
    }
  }
  return best;
}

function byRank(left: Waiting, right: Waiting): number {
  return (
    right.rank - left.rank ||
    left.item.eligibleAt - right.item.eligibleAt ||
    (left.item.id < right.item.id ? -1 : 1)
  );
}
