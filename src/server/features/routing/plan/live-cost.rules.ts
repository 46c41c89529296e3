/** What giving a chat or a call to somebody costs elsewhere, in the weight of other work. */
import type { Field } from './field.rules.ts';
import { hasSkills, type Lane } from './lanes.rules.ts';
import { chanceStillWithin } from './lognormal.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { minutesOf, weightOf } from './urgency.rules.ts';
import { mailRate, shortageOf, type Worker } from './workers.rules.ts';

/** Worth of chat-free workers to calls to come. */
export type CallReserve = ReadonlyMap<Worker, number>;

/** The parts of the cost by name, all in weight. */
export interface LiveCost {
  /** Their time at its price: attention times scarcity. */
  readonly time: number;
  /** Harm to mail in their hands. */
  readonly mail: number;
  /** What a call would lose if it came now. */
  readonly calls: number;
  /** Their share of chats. */
  readonly fairness: number;
  /** Below 0 for whoever had it before. */
  readonly before: number;
}

/** The cost of one pair. */
export function liveCostOf(
  field: Field,
  { item, lane }: { readonly item: PlanItem; readonly lane: Lane },
  { worker, reserve }: { readonly worker: Worker; readonly reserve: CallReserve },
): LiveCost {
  const { table } = field;
  const minutes = minutesOf(item, worker, table);
  const price = (field.prices.agents.get(worker.agent.id) ?? 1) ** table.scarcity;
  const chat = lane.kind.workClass === 'messaging';
  return {
    time: table.minutePrice * price * minutes * (chat ? table.chatAttention : 1),
    mail: mailHarm(field, worker, { minutes, chat }),
    calls: chat ? (reserve.get(worker) ?? 0) : 0,
    fairness: chat ? table.fairness * (worker.agent.chatsPerHour / field.meanChats) : 0,
    before: item.preferredAgentId === worker.agent.id ? -table.beforeBonus : 0,
  };
}

/** The whole cost of one pair. */
export function sumOf({ time, mail, calls, fairness, before }: LiveCost): number {
  return time + mail + calls + fairness + before;
}

/** Weight by which the chance of mail in hand to be answered in time falls when live work comes on top. */
export function mailHarm(
  { now, table }: Pick<Field, 'now' | 'table'>,
  worker: Worker,
  live: { readonly minutes: number; readonly chat: boolean },
): number {
  let harm = 0;
  for (const { item, startedAt } of worker.agent.work) {
    if (startedAt === null || item.minutesLeft === null || item.minutesLeft <= 0) continue;
    const lasting = {
      elapsed: (now - startedAt) / 60_000,
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
 * Calls need somebody without a chat. What each chat-free worker is worth to calls to come: much when
 * they are the last one with the skills (reservation in the spirit of Bhulai and Koole 2003).
 */
export function callReserveOf(field: Field): CallReserve {
  const reserve = new Map<Worker, number>();
  const { callReserve, callDecay } = field.table;
  const calls = field.demand.filter(({ kind }) => kind.workClass === 'call');
  const total = calls.reduce((sum, one) => sum + one.minutesPerHour, 0);
  if (callReserve === 0 || total === 0) return reserve;
  const free = field.workers.filter(
    (worker) =>
      worker.agent.connected &&
      (worker.agent.takes?.has('call') ?? worker.agent.status === 'online') &&
      shortageOf(worker, 'call') === null,
  );
  for (const { kind, minutesPerHour } of calls) {
    const takers = free.filter((worker) => hasSkills(kind.required, worker.agent.skills));
    const worth = callReserve * (minutesPerHour / total) * callDecay ** (takers.length - 1);
    for (const worker of takers) reserve.set(worker, (reserve.get(worker) ?? 0) + worth);
  }
  return reserve;
}

/**
 * Whether a customer whom others may serve soon had better wait for that: the last open slots of the few
 * with a wanted skill are worth more to those who cannot wait (threshold reservation, as above). Worth 5
 * points of the gap.
 */
export function shouldWait(
  { now, table }: Pick<Field, 'now' | 'table'>,
  { item, lane }: { readonly item: PlanItem; readonly lane: Lane },
  open: readonly Worker[],
): boolean {
  if (lane.relaxed || item.relaxAt === null || item.minutesLeft === null) return false;
  if (item.minutesLeft < (item.relaxAt - now) / 60_000 + table.acceptMinutes) return false;
  const slots = open.reduce(
    (sum, { agent, used }) => sum + agent.capacity.ceiling.messaging - used.messaging,
    0,
  );
  return weightOf(item, lane, table) < table.slotReserve * table.slotDecay ** (slots - 1);
}
