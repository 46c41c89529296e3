/** The state of one plan while it is made. */
import { groupOf, laneExclusionOf, lanesOf, type Lane } from './lanes.rules.ts';
import { parameters, type Parameters } from './parameters.rules.ts';
import type { Prices } from './price.rules.ts';
import type { ExpectedDemand, PlanItem, Snapshot } from './snapshot.rules.ts';
import { shortageOf, take, workersOf, type Worker } from './workers.rules.ts';

/** One piece of work given to somebody, with what the choice was made from. */
export interface Choice {
  readonly item: PlanItem;
  readonly lane: Lane;
  readonly worker: Worker;
}

export interface Field {
  readonly now: number;
  readonly table: Parameters;
  readonly workers: readonly Worker[];
  readonly lanes: readonly Lane[];
  readonly prices: Prices;
  readonly demand: readonly ExpectedDemand[];
  /** Chats for each hour at the desk, of the average agent; what fairness compares with. */
  readonly meanChats: number;
  readonly choices: Choice[];
  /** Mail is offered, to each agent one piece at a time. */
  readonly asksMail: boolean;
}

const evenPrices: Prices = { agents: new Map(), kinds: new Map(), relaxed: new Map() };

/** Lays a snapshot out for a plan, in an order that does not depend on the snapshot's. */
export function* layOut(
  snapshot: Snapshot,
  table: Parameters = parameters,
): Generator<void, Field> {
  const workers = workersOf(snapshot.agents);
  const chats = workers.reduce((sum, { agent }) => sum + agent.chatsPerHour, 0);
  return {
    now: snapshot.now,
    table,
    workers,
    lanes: yield* lanesOf(snapshot.items, snapshot.queues, snapshot.now),
    prices: snapshot.prices ?? evenPrices,
    demand: (snapshot.demand ?? []).toSorted((left, right) =>
      left.kind.id < right.kind.id ? -1 : 1,
    ),
    meanChats: chats > 0 ? chats / workers.length : 1,
    choices: [],
    asksMail: snapshot.asksMail ?? false,
  };
}

/** Workers who may have work of the lane and have room for a piece of it. */
export function openTo(lane: Lane, workers: readonly Worker[]): Worker[] {
  const { workClass } = lane.kind;
  return workers.filter(
    (worker) =>
      shortageOf(worker, workClass, lane.kind.id) === null &&
      laneExclusionOf(lane, worker) === null,
  );
}

/** Whether this piece may go to this worker: nobody is asked again for what they let go a moment ago. */
export function mayOffer(item: PlanItem, worker: Worker, now: number): boolean {
  return item.refusals.size === 0 || (item.refusals.get(worker.agent.id) ?? 0) <= now;
}

/** Those who may be asked; the last one to let the piece go only when there is no other. */
export function askable(item: PlanItem, workers: readonly Worker[], now: number): Worker[] {
  if (item.refusals.size === 0) return [...workers];
  const may = workers.filter((worker) => mayOffer(item, worker, now));
  const last = Math.max(...item.refusals.values());
  const others = may.filter((worker) => item.refusals.get(worker.agent.id) !== last);
  return others.length > 0 ? others : may;
}

/** Whoever serves the queue first hand, or the others where none of those is there. */
export function preferPrimary(lane: Lane, workers: readonly Worker[]): Worker[] {
  const primary = workers.filter((worker) => groupOf(lane, worker) === 'primary');
  return primary.length > 0 ? primary : [...workers];
}

/** Gives the work away. */
export function give(field: Field, choice: Choice): void {
  take(choice.worker, choice.lane.kind.workClass, choice.lane.kind.id);
  field.choices.push(choice);
}
