/** Who would be given what next: the visible side of late binding. */
import { layOut, mayOffer, type Field } from './field.rules.ts';
import { laneExclusionOf } from './lanes.rules.ts';
import { pairWorth, rankLane, type MailLane, type Piece } from './mail.rules.ts';
import { parameters, type Parameters } from './parameters.rules.ts';
import type { PlanItem, Snapshot } from './snapshot.rules.ts';
import { isLive, type Worker } from './workers.rules.ts';

/**
 * The piece of mail each agent who has mail in hand would get if they were done now, by agent id. Whoever
 * began first is asked first, and no piece is promised twice. A preview: what arrives later may come before.
 * Snapshot and plan are as large as they are, so this is for a desk that looks, not for every plan.
 */
export function* nextUp(
  snapshot: Snapshot,
  given: ReadonlySet<string>,
  table: Parameters = parameters,
): Generator<void, Map<string, PlanItem>> {
  const items = snapshot.items.filter(({ id }) => !given.has(id));
  const field = yield* layOut({ ...snapshot, items }, table);
  const busy = field.workers.filter(({ mails }) => mails > 0).toSorted(byBeginning);
  const lanes: MailLane[] = [];
  for (const lane of field.lanes) {
    if (isLive(lane.kind.workClass)) continue;
    const workers = busy.filter((worker) => laneExclusionOf(lane, worker) === null);
    if (workers.length > 0) lanes.push(yield* rankLane(field, lane, workers));
  }
  const next = new Map<string, PlanItem>();
  for (const worker of busy) {
    const piece = takeBest(field, lanes, worker);
    if (piece) next.set(worker.agent.id, piece.item);
    yield;
  }
  return next;
}

/** The best of the lanes' first pieces in this worker's hands; it leaves its lane. */
function takeBest(field: Field, lanes: readonly MailLane[], worker: Worker): Piece | null {
  let best: { lane: MailLane; piece: Piece; worth: number } | null = null;
  const free = { ...worker, mails: 0 };
  for (const lane of lanes) {
    if (!lane.workers.includes(worker)) continue;
    const piece = lane.heap.pop();
    if (!piece) continue;
    lane.heap.push(piece);
    if (!mayOffer(piece.item, worker, field.now)) continue;
    const { worth } = pairWorth(field, piece, free);
    if (!best || worth > best.worth) best = { lane, piece, worth };
  }
  return best?.lane.heap.pop() ?? null;
}

function byBeginning(left: Worker, right: Worker): number {
  return beginning(left) - beginning(right) || (left.agent.id < right.agent.id ? -1 : 1);
}

function beginning({ agent }: Worker): number {
  return Math.min(...agent.work.map(({ startedAt }) => startedAt ?? Number.MAX_SAFE_INTEGER));
}
