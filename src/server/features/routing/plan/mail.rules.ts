/** Mail: bound late, one undisturbed piece at a time, the most at risk first. */
import { give, mayOffer, openTo, preferPrimary, type Field } from './field.rules.ts';
import { heapOf, type Heap } from './heap.rules.ts';
import type { Lane } from './lanes.rules.ts';
import { chanceWithin } from './lognormal.rules.ts';
import { matchRows } from './matching.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { mailRank, minutesOf, weightOf } from './urgency.rules.ts';
import { canBeginMail, isLive, mailRate, shortageOf, type Worker } from './workers.rules.ts';

interface Piece {
  readonly item: PlanItem;
  readonly lane: MailLane;
  readonly weight: number;
  readonly rank: number;
}

interface MailLane {
  readonly lane: Lane;
  readonly workers: readonly Worker[];
  readonly heap: Heap<Piece>;
}

/** Gives mail away in rounds: each worker with room one piece a round. */
export function* planMail(field: Field): Generator<void> {
  const lanes: MailLane[] = [];
  for (const lane of field.lanes) {
    if (isLive(lane.kind.workClass) || lane.items.length === 0) continue;
    const workers = openTo(lane, field.workers).filter((worker) => hasTurn(field, lane, worker));
    if (workers.length === 0) continue;
    lanes.push(rankLane(field, lane, preferPrimary(lane, workers)));
    yield;
  }
  while (yield* planRound(field, lanes));
}

function rankLane(field: Field, lane: Lane, workers: readonly Worker[]): MailLane {
  const pieces: Piece[] = [];
  const made: MailLane = {
    lane,
    workers,
    get heap() {
      return heap;
    },
  };
  for (const item of lane.items) {
    const weight = weightOf(item, lane, field.table);
    const rank = mailRank(item, weight, lane.kind.expectedMinutes, field.table);
    pieces.push({ item, lane: made, weight, rank });
  }
  const heap = heapOf(pieces, isBefore);
  return made;
}

function hasTurn(field: Field, lane: Lane, worker: Worker): boolean {
  if (shortageOf(worker, 'email') !== null) return false;
  return lane.queue.handOver === 'fill' || canBeginMail(worker, field.table);
}

/** One round; false when nothing was given. */
function* planRound(field: Field, lanes: readonly MailLane[]): Generator<void, boolean> {
  const free = new Map<Worker, MailLane[]>();
  for (const lane of lanes) {
    if (lane.heap.size() === 0) continue;
    for (const worker of lane.workers) {
      if (!hasTurn(field, lane.lane, worker)) continue;
      free.set(worker, [...(free.get(worker) ?? []), lane]);
    }
  }
  if (free.size === 0) return false;
  let given = 0;
  const workers = [...free.keys()].toSorted((left, right) =>
    left.agent.id < right.agent.id ? -1 : 1,
  );
  for (let from = 0; from < workers.length; from += field.table.matchUpTo) {
    given += matchSome(field, workers.slice(from, from + field.table.matchUpTo), free);
    yield;
  }
  return given > 0;
}

/** Matches some workers with the best pieces of their lanes, for the highest sum of ranks. */
function matchSome(
  field: Field,
  workers: readonly Worker[],
  free: ReadonlyMap<Worker, readonly MailLane[]>,
): number {
  const wanted = new Map<MailLane, number>();
  for (const worker of workers) {
    for (const lane of free.get(worker) ?? []) wanted.set(lane, (wanted.get(lane) ?? 2) + 1);
  }
  const pieces = [...wanted].flatMap(([lane, count]) => popSome(lane.heap, count));
  const lanesOf = workers.map((worker) => new Set(free.get(worker)));
  const worth = workers.map((worker, row) =>
    pieces.map((piece) =>
      lanesOf[row]?.has(piece.lane) && mayOffer(piece.item, worker, field.now)
        ? pairRank(field, piece, worker)
        : -1,
    ),
  );
  const found =
    workers.length === 1
      ? [bestOf(worth[0] ?? [])]
      : matchRows((row, column) => -(worth[row]?.[column] ?? 0), {
          rows: workers.length,
          columns: pieces.length + workers.length,
        });
  const given = new Set<Piece>();
  for (const [row, worker] of workers.entries()) {
    const piece = pieces[found[row] ?? -1];
    const rank = worth[row]?.[found[row] ?? -1] ?? -1;
    if (!piece || rank <= 0) continue;
    given.add(piece);
    give(field, {
      item: piece.item,
      lane: piece.lane.lane,
      worker,
      score: { rank, weight: piece.weight },
    });
  }
  for (const piece of pieces) if (!given.has(piece)) piece.lane.heap.push(piece);
  return given.size;
}

/** Rank of a piece in this worker's hands: their pace, their chats, and how few others could do it. */
function pairRank(field: Field, piece: Piece, worker: Worker): number {
  const { table, prices } = field;
  const minutes = minutesOf(piece.item, worker, table);
  const rate = Math.max(0.1, mailRate(worker, table));
  const own = prices.agents.get(worker.agent.id) ?? 1;
  const { kind, relaxed } = piece.lane.lane;
  const cheapest = Math.min(own, (relaxed ? prices.relaxed : prices.kinds).get(kind.id) ?? own);
  const scarcity = own > 0 ? (cheapest / own) ** table.scarcity : 1;
  const lasting = minutes / ((1 + rate) / 2);
  const { shiftEndsAt } = worker.agent;
  const left = shiftEndsAt === null ? 1e9 : (shiftEndsAt - field.now) / 60_000;
  const finish = left > 1e6 ? 1 : chanceWithin(left, lasting, kind.spread);
  return mailRank(piece.item, piece.weight, lasting, table) * scarcity * finish;
}

function bestOf(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -1) ? index : best), 0);
}

function popSome(heap: Heap<Piece>, count: number): Piece[] {
  const popped: Piece[] = [];
  for (let piece = heap.pop(); piece; piece = heap.pop()) {
    popped.push(piece);
    if (popped.length >= count) break;
  }
  return popped;
}

function isBefore(left: Piece, right: Piece): boolean {
  if (left.rank !== right.rank) return left.rank > right.rank;
  if (left.item.eligibleAt !== right.item.eligibleAt) {
    return left.item.eligibleAt < right.item.eligibleAt;
  }
  return left.item.id < right.item.id;
}
