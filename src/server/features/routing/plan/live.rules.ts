/** Chats and calls: who takes them so that the least is lost elsewhere. */
import { mayOffer, openTo, preferPrimary, give, type Field } from './field.rules.ts';
import { heapOf } from './heap.rules.ts';
import { type Lane } from './lanes.rules.ts';
import { chanceStillWithin } from './lognormal.rules.ts';
import { matchRows } from './matching.rules.ts';
import type { Parameters } from './parameters.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { liveRank, minutesOf, weightOf } from './urgency.rules.ts';
import { isLive, mailRate, shortageOf, type Worker } from './workers.rules.ts';

interface Waiting {
  readonly item: PlanItem;
  readonly lane: Lane;
  readonly workers: readonly Worker[];
  readonly weight: number;
  readonly rank: number;
}

/** Gives live work away; yields between decisions so that a caller can pause. */
export function* planLive(field: Field): Generator<void> {
  const waiting: Waiting[] = [];
  for (const lane of field.lanes) {
    if (!isLive(lane.kind.workClass) || lane.items.length === 0) continue;
    const workers = openTo(lane, field.workers);
    if (workers.length === 0) continue;
    for (const item of lane.items) {
      const weight = weightOf(item, lane, field.table);
      waiting.push({ item, lane, workers, weight, rank: liveRank(item, weight, field.table) });
    }
    yield;
  }
  if (waiting.length <= field.table.matchUpTo) yield* matchTogether(field, waiting);
  else yield* serveInOrder(field, waiting);
}

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
          ? liveCost(field, one, { worker, reserve }) - 1_000 * Math.max(one.rank, 1e-3)
          : 1e9,
      );
    });
    const columns = workers.length + left.length;
    const found = matchRows((row, column) => costs[row]?.[column] ?? 0, {
      rows: left.length,
      columns,
    });
    const served = new Set<Waiting>();
    for (const [row, one] of left.entries()) {
      const worker = workers[found[row] ?? -1];
      if (!worker) continue;
      served.add(one);
      give(field, { ...one, worker, score: { rank: one.rank, weight: one.weight } });
      yield;
    }
    if (served.size === 0) return;
    left = left.filter((one) => !served.has(one));
  }
}

/** Too much at once to match: the highest rank first, each to whoever costs least. */
function* serveInOrder(field: Field, waiting: readonly Waiting[]): Generator<void> {
  const heap = heapOf(waiting, (left, right) => byRank(left, right) < 0);
  const full = new Set<Lane>();
  for (let one = heap.pop(); one; one = heap.pop()) {
    if (full.has(one.lane)) continue;
    const workers = candidatesOf(field, one);
    const reserve = workers.length > 1 ? callReserveOf(field) : new Map<Worker, number>();
    const worker = cheapest(workers, (each) =>
      liveCost(field, { ...one }, { worker: each, reserve }),
    );
    if (worker) give(field, { ...one, worker, score: { rank: one.rank, weight: one.weight } });
    else if (one.item.refusals.size === 0) full.add(one.lane);
    yield;
  }
}

function candidatesOf(field: Field, { item, lane, workers }: Waiting): Worker[] {
  const open = workers.filter(
    (worker) =>
      shortageOf(worker, lane.kind.workClass) === null && mayOffer(item, worker, field.now),
  );
  return preferPrimary(lane, open);
}

/** Weight that giving this live work to this worker is expected to cost elsewhere. */
export function liveCost(
  field: Field,
  { item, lane }: Pick<Waiting, 'item' | 'lane'>,
  { worker, reserve }: { worker: Worker; reserve: ReadonlyMap<Worker, number> },
): number {
  const { table } = field;
  const minutes = minutesOf(item, worker, table);
  const price = (field.prices.agents.get(worker.agent.id) ?? 1) ** table.scarcity;
  const chat = lane.kind.workClass === 'messaging';
  const share = chat ? attentionShare(worker.chats, table) : 1;
  const preferred = item.preferredAgentId === worker.agent.id ? 10 : 0;
  return (
    table.minutePrice * price * minutes * share +
    mailHarm(field, worker, { minutes, chat }) +
    (chat ? (reserve.get(worker) ?? 0) : 0) +
    (chat ? table.fairness * (worker.agent.chatsPerHour / field.meanChats) : 0) -
    preferred
  );
}

/**
 * Attention one more chat takes from mail, per minute of chat: less the more run already, because minds
 * switch in the pauses (Luo and Zhang 2013; Tezcan and Zhang 2014).
 */
export function attentionShare(chats: number, table: Parameters): number {
  const even = 0.44;
  const mail = (table.mailRate[chats] ?? 0) - (table.mailRate[chats + 1] ?? 0);
  const progress = (table.chatRate[chats + 1] ?? 1) - (table.chatRate[chats] ?? 0);
  const packed = progress > 0 ? mail / progress : 1;
  return even + table.packing * (packed - even);
}

/** Weight by which the chance of mail in hand to be answered in time falls when live work comes on top. */
export function mailHarm(
  { now, table }: Field,
  worker: Worker,
  live: { readonly minutes: number; readonly chat: boolean },
): number {
  let harm = 0;
  for (const held of worker.agent.work) {
    const { item } = held;
    if (held.startedAt === null || item.minutesLeft === null || item.minutesLeft <= 0) continue;
    const lasting = {
      elapsed: (now - held.startedAt) / 60_000,
      mean: minutesOf(item, worker, table),
      sigma: item.kind.spread,
    };
    const rate = mailRate(worker, table);
    const slower = live.chat ? (table.mailRate[worker.chats + 1] ?? 0) : 0;
    const beside = Math.min(live.minutes, item.minutesLeft);
    const alone = chanceStillWithin(item.minutesLeft * rate, lasting);
    const shared = beside * slower + (item.minutesLeft - beside) * rate;
    const weight = (table.priorityWeights[item.priorityRank] ?? 1) * item.tierWeight;
    harm += weight * Math.max(0, alone - chanceStillWithin(shared, lasting));
  }
  return harm;
}

/**
 * Calls need somebody without a chat. The weight each chat-free worker is worth to calls to come: high
 * when they are the last one of their skills (reservation as in Bhulai and Koole 2003).
 */
export function callReserveOf(field: Field): Map<Worker, number> {
  const reserve = new Map<Worker, number>();
  const { callReserve } = field.table;
  if (callReserve === 0) return reserve;
  const calls = field.demand.filter(({ kind }) => kind.workClass === 'call');
  const total = calls.reduce((sum, one) => sum + one.minutesPerHour, 0);
  const free = field.workers.filter(
    (worker) =>
      worker.chats === 0 &&
      shortageOf(worker, 'call') === null &&
      worker.agent.connected &&
      worker.agent.status === 'online',
  );
  for (const { kind, minutesPerHour } of calls) {
    const takers = free.filter((worker) =>
      kind.required.every((need) => (worker.agent.skills.get(need.skill) ?? 0) >= need.level),
    );
    const worth = callReserve * (minutesPerHour / total) * 0.5 ** (takers.length - 1);
    for (const worker of takers) reserve.set(worker, (reserve.get(worker) ?? 0) + worth);
  }
  return reserve;
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
