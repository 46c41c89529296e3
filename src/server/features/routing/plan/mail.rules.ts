/** Mail: bound late, one undisturbed piece at a time, the most at risk first. Late binding is worth 44 points. */
import { askable, give, mayOffer, openTo, preferPrimary, type Field } from './field.rules.ts';
import { heapOf, type Heap } from './heap.rules.ts';
import type { Lane } from './lanes.rules.ts';
import { chanceWithin } from './lognormal.rules.ts';
import { matchRows } from './matching.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { mailRankOf, minutesOf, valueOf, weightOf, type MailRank } from './urgency.rules.ts';
import { canBeginMail, isLive, mailRate, shortageOf, type Worker } from './workers.rules.ts';

/** A waiting piece of mail with its rank in ordinary hands. */
export interface Piece {
  readonly item: PlanItem;
  readonly lane: Lane;
  readonly weight: number;
  readonly rank: number;
}

/** Ranked work of a lane and who may have it. */
export interface MailLane {
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
    lanes.push(yield* rankLane(field, lane, preferPrimary(lane, workers)));
    yield;
  }
  while (yield* planRound(field, lanes));
}

/** Pieces between two pauses while a lane is ranked. */
const slicePieces = 2_000;

/** Ranks a lane; yields between slices. */
export function* rankLane(
  field: Field,
  lane: Lane,
  workers: readonly Worker[],
): Generator<void, MailLane> {
  const pieces: Piece[] = [];
  const minutes = lane.kind.expectedMinutes;
  for (const item of lane.items) {
    const weight = weightOf(item, lane, field.table);
    const rank = valueOf(mailRankOf({ item, weight, minutes }, field));
    pieces.push({ item, lane, weight, rank });
    if (pieces.length % slicePieces === 0) yield;
  }
  return { lane, workers, heap: heapOf(pieces, isBefore) };
}

/** Whether the worker's hands are free for mail of this lane. Nobody can answer several offers of mail at once. */
export function hasTurn(field: Field, lane: Lane, worker: Worker): boolean {
  if (shortageOf(worker, 'email', lane.kind.id) !== null) return false;
  if (field.asksMail && worker.askedMail) return false;
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
    for (const lane of free.get(worker) ?? []) wanted.set(lane, (wanted.get(lane) ?? spare) + 1);
  }
  const pieces = [...wanted].flatMap(([lane, count]) =>
    popSome(lane.heap, count, (piece) =>
      workers.some((worker) => mayOffer(piece.item, worker, field.now)),
    ),
  );
  const asked = pieces.map((piece) => askedFor(piece, free, field.now));
  const worth = workers.map((worker) => {
    const lanes = new Set(free.get(worker)?.map(({ lane }) => lane));
    return pieces.map(({ item, lane, weight }, column) =>
      lanes.has(lane) && (asked[column]?.has(worker) ?? true)
        ? pairWorth(field, { item, lane, weight }, worker).worth
        : 0,
    );
  });
  const given = new Set<Piece>();
  for (const [row, column] of matchBest(worth).entries()) {
    const [worker, piece] = [workers[row], pieces[column]];
    if (!worker || !piece || (worth[row]?.[column] ?? 0) <= 0) continue;
    given.add(piece);
    give(field, { item: piece.item, lane: piece.lane, worker });
  }
  for (const [lane] of wanted) {
    for (const piece of pieces) {
      if (piece.lane === lane.lane && !given.has(piece)) lane.heap.push(piece);
    }
  }
  return given.size;
}

/** Free workers who may be asked for a piece that somebody let go; null for what nobody did: all of its lane. */
function askedFor(
  { item, lane }: Piece,
  free: ReadonlyMap<Worker, readonly MailLane[]>,
  now: number,
): ReadonlySet<Worker> | null {
  if (item.refusals.size === 0) return null;
  const workers = [...free.keys()].filter((worker) =>
    free.get(worker)?.some((one) => one.lane === lane),
  );
  return new Set(askable(item, workers, now));
}

/** Pieces looked at beyond the number of workers, because the best of a lane need not suit everybody. */
const spare = 2;

/** What a piece is worth in this worker's hands, and why. */
export interface PairWorth extends MailRank {
  /** How cheaply others could do it, as a factor: 1 when nobody cheaper can. */
  readonly scarcity: number;
  /** Chance to be done before the shift ends. */
  readonly finish: number;
  readonly minutes: number;
  readonly worth: number;
}

/** Rank of a piece in this worker's hands: their pace, their chats, their shift and how few others could do it. */
export function pairWorth(
  field: Field,
  { item, lane, weight }: { item: PlanItem; lane: Lane; weight: number },
  worker: Worker,
): PairWorth {
  const { table, prices, now } = field;
  const rate = (1 + mailRate(worker, table)) / 2;
  const minutes = minutesOf(item, worker, table) / rate;
  const rank = mailRankOf({ item, weight, minutes }, field);
  const own = prices.agents.get(worker.agent.id) ?? 1;
  const cheapest = (lane.relaxed ? prices.relaxed : prices.kinds).get(lane.kind.id) ?? own;
  const scarcity = own > 0 ? Math.min(1, cheapest / own) ** table.scarcity : 1;
  const { shiftEndsAt } = worker.agent;
  const finish =
    shiftEndsAt === null || !table.shiftEnd
      ? 1
      : chanceWithin((shiftEndsAt - now) / 60_000, minutes, lane.kind.spread);
  return { ...rank, scarcity, finish, minutes, worth: valueOf(rank) * scarcity * finish };
}

/** The column of each row for the highest sum. */
function matchBest(worth: readonly (readonly number[])[]): number[] {
  const [only] = worth;
  if (worth.length === 1 && only) return [bestOf(only)];
  const columns = (only?.length ?? 0) + worth.length;
  return matchRows((row, column) => -(worth[row]?.[column] ?? 0), { rows: worth.length, columns });
}

function bestOf(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -1) ? index : best), 0);
}

/** The first pieces, with as many as `count` that somebody may be asked for. */
function popSome(heap: Heap<Piece>, count: number, isWanted: (piece: Piece) => boolean): Piece[] {
  const popped: Piece[] = [];
  let wanted = 0;
  for (let piece = heap.pop(); piece; piece = heap.pop()) {
    popped.push(piece);
    if (isWanted(piece)) wanted += 1;
    if (wanted >= count) break;
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
