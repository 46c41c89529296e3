/** What a piece of work is worth now: its weight over the time it takes, sharpened by its deadline. */
import { chanceWithin } from './lognormal.rules.ts';
import type { Parameters } from './parameters.rules.ts';
import type { Lane } from './lanes.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import type { Worker } from './workers.rules.ts';

/** Weight of an item: priority by tier by queue. A queue of priority 50 is neutral, 0 doubles, 100 halves. */
export function weightOf(item: PlanItem, lane: Lane, table: Parameters): number {
  const rank = Math.max(0, item.priorityRank - lane.raise);
  const weight = table.priorityWeights[rank] ?? 1;
  return weight * item.tierWeight * 2 ** ((50 - lane.queue.priority) / 50);
}

/** Minutes of undisturbed handling this agent is expected to take. */
export function minutesOf(item: PlanItem, worker: Worker, table: Parameters): number {
  const { kind } = item;
  let factor = worker.agent.pace.get(kind.id) ?? 1;
  if (kind.optional.some((need) => !worker.agent.skills.has(need.skill))) {
    factor *= table.missingOptionalFactor;
  }
  if (item.preferredAgentId === worker.agent.id) factor *= table.sameAgentFactor;
  return kind.expectedMinutes * factor;
}

/** What a rank is made of, by name. */
export interface MailRank {
  /** Weight a minute of handling. */
  readonly density: number;
  /** Chance to make the deadline when begun now. */
  readonly chance: number;
  /** 1 when it is now or never, less the more slack there is. */
  readonly haste: number;
  /** Share of its weight that lost work keeps, growing with age. */
  readonly late: number;
}

/**
 * Rank of mail that would take `minutes` at the desk: weight per minute, times the chance to make the
 * deadline, falling with slack (the look-ahead of Vepsalainen and Morton 1987). Lost work keeps a small
 * share that grows with its lateness for ever, so that it comes first in the end.
 */
export function mailRankOf(
  { item, weight, minutes }: { item: PlanItem; weight: number; minutes: number },
  { now, table }: { readonly now: number; readonly table: Parameters },
): MailRank {
  const density = weight / minutes;
  const late = lateShare(item, now, table);
  const { minutesLeft } = item;
  if (minutesLeft === null || minutesLeft <= 0) return { density, chance: 0, haste: 0, late };
  return {
    density,
    chance: chanceWithin(minutesLeft, minutes, item.kind.spread),
    haste: Math.exp(-Math.max(0, minutesLeft - minutes) / table.lookAheadMinutes),
    late,
  };
}

/** The rank as one number. */
export function valueOf({ density, chance, haste, late }: MailRank): number {
  return density * Math.max(late, chance * haste);
}

/** Rank of a live customer: winnable by weight, lost ones by what is left of it. */
export function liveRank(
  item: PlanItem,
  weight: number,
  { now, table }: { readonly now: number; readonly table: Parameters },
): number {
  const density = weight / item.kind.expectedMinutes;
  const lost = item.minutesLeft !== null && item.minutesLeft <= 0;
  return lost ? density * lateShare(item, now, table) : density;
}

/** Share of its weight that age gives. Without a deadline, age is what counts from the beginning. */
export function lateShare(item: PlanItem, now: number, table: Parameters): number {
  const late =
    item.minutesLeft === null ? (now - item.eligibleAt) / 60_000 : Math.max(0, -item.minutesLeft);
  return table.lostShare * (1 + late / table.lostRiseMinutes);
}
