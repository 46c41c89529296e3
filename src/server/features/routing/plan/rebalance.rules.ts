/**
 * Mail that lies unbegun in somebody's hands goes back to the queue when somebody else can save it. The
 * guardrails say whose, how late and how often; nobody loses what they have begun.
 */
import { openTo, type Field } from './field.rules.ts';
import { laneFor } from './lanes.rules.ts';
import { chanceWithin } from './lognormal.rules.ts';
import type {
  HeldWork,
  PlanAgent,
  PlanItem,
  PlanQueue,
  RecentMoves,
  Snapshot,
} from './snapshot.rules.ts';
import { minutesOf } from './urgency.rules.ts';
import { canBeginMail, type Worker } from './workers.rules.ts';

export type ReturnReason = 'holder_left' | 'at_risk' | 'not_begun';

/** A piece taken back from whoever holds it. */
export interface Return {
  readonly item: PlanItem;
  readonly agentId: string;
  readonly reason: ReturnReason;
}

/** What may be taken back, the most urgent first, at most one for each free pair of hands. */
export function returnsOf(
  field: Field,
  { queues, moves }: Pick<Snapshot, 'queues' | 'moves'>,
): Return[] {
  const held = field.workers.flatMap((worker) => candidatesOf(field, worker));
  held.sort(
    (left, right) =>
      (left.item.minutesLeft ?? 1e9) - (right.item.minutesLeft ?? 1e9) ||
      (left.item.id < right.item.id ? -1 : 1),
  );
  const queueById = new Map(queues.map((queue) => [queue.id, queue]));
  const hands = field.workers.filter((worker) => canBeginMail(worker, field.table));
  const limits = limitsOf(field, moves);
  const taken = new Set<Worker>();
  const returns: Return[] = [];
  for (const one of held) {
    const queue = queueById.get(one.item.kind.queueId);
    if (!queue || returns.length >= field.table.returnsPerPlan) continue;
    const free = one.reason === 'holder_left';
    if (!free && !limits.allow(one.agentId, queue)) continue;
    const open = hands.filter(
      (worker) =>
        !taken.has(worker) &&
        worker.agent.id !== one.agentId &&
        (free || !isLeaving(field, worker)),
    );
    const [hand] = openTo(laneFor(one.item, queue, field.now), open);
    if (!free && !hand) continue;
    if (hand) taken.add(hand);
    if (!free) limits.count(one.agentId, queue);
    returns.push(one);
  }
  return returns;
}

/** Whether somebody's shift ends so soon that nothing which was taken from others is for them. */
export function isLeaving({ now, table }: Pick<Field, 'now' | 'table'>, worker: Worker): boolean {
  const { shiftEndsAt } = worker.agent;
  return shiftEndsAt !== null && (shiftEndsAt - now) / 60_000 < table.quietMinutes;
}

/** What the hour still allows, of each agent and in each queue. */
function limitsOf({ table }: Field, moves: RecentMoves | undefined) {
  const agents = new Map(moves?.agents);
  const queues = new Map(moves?.queues);
  const setUp = ({ setUpAs, id }: PlanQueue) => setUpAs ?? id;
  return {
    allow: (agentId: string, queue: PlanQueue): boolean =>
      (agents.get(agentId) ?? 0) < table.movesPerAgentHour &&
      (queues.get(setUp(queue)) ?? 0) < table.movesPerQueueHour,
    count(agentId: string, queue: PlanQueue): void {
      agents.set(agentId, (agents.get(agentId) ?? 0) + 1);
      queues.set(setUp(queue), (queues.get(setUp(queue)) ?? 0) + 1);
    },
  };
}

/** Pieces of one agent that the guardrails let go. */
function candidatesOf(field: Field, worker: Worker): Return[] {
  const { agent } = worker;
  const left = !agent.connected || agent.status === 'offline';
  let ahead = 0;
  const found: Return[] = [];
  for (const work of agent.work.toSorted(byStart)) {
    if (work.item.kind.workClass !== 'email') continue;
    const minutes = minutesOf(work.item, worker, field.table);
    const reason = left ? 'holder_left' : reasonOf(field, work, ahead + minutes);
    ahead += minutes;
    if (work.startedAt === null && reason && mayMove(field, work, agent)) {
      found.push({ item: work.item, agentId: agent.id, reason });
    }
  }
  return found;
}

/** Guardrails: how often a piece may move, and how long it stays where it came to lie. */
function mayMove({ now, table }: Field, work: HeldWork, agent: PlanAgent): boolean {
  if (work.moves >= table.mostMoves) return false;
  const minutes = (now - work.assignedAt) / 60_000;
  return minutes >= (agent.connected ? table.settleMinutes : table.absentMinutes);
}

function reasonOf({ now, table }: Field, work: HeldWork, doneIn: number): ReturnReason | null {
  const { minutesLeft, kind } = work.item;
  if (minutesLeft !== null && minutesLeft > 0) {
    const chance = chanceWithin(minutesLeft, doneIn, kind.spread);
    if (chance < table.riskyChance) return 'at_risk';
  }
  return (now - work.assignedAt) / 60_000 >= table.unbegunMinutes ? 'not_begun' : null;
}

function byStart(left: HeldWork, right: HeldWork): number {
  return (
    (left.startedAt ?? 1e18) - (right.startedAt ?? 1e18) ||
    left.item.priorityRank - right.item.priorityRank ||
    left.assignedAt - right.assignedAt ||
    (left.item.id < right.item.id ? -1 : 1)
  );
}
