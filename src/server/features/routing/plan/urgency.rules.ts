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

/**
 * Rank of mail that would take `minutes` at the desk: weight per minute, times the chance to make the
 * deadline, falling with slack (the look-ahead of Vepsalainen and Morton 1987). Lost work keeps a small
 * share that grows with its lateness for ever, so that it comes first in the end.
 */
export function mailRank(
  item: PlanItem,
  weight: number,
  minutes: number,
  table: Parameters,
): number {
  const density = weight / minutes;
  const late = density * lateShare(item, table);
  if (item.minutesLeft === null || item.minutesLeft <= 0) return late;
  const slack = item.minutesLeft - minutes;
  const chance = chanceWithin(item.minutesLeft, minutes, item.kind.spread);
  const haste = Math.exp(-Math.max(0, slack) / table.lookAheadMinutes);
  return Math.max(late, density * chance * haste);
}

/** Rank of a live customer: winnable by weight, lost ones by what is left of it. */
export function liveRank(item: PlanItem, weight: number, table: Parameters): number {
  const density = weight / item.kind.expectedMinutes;
  const lost = item.minutesLeft !== null && item.minutesLeft <= 0;
  return lost ? density * lateShare(item, table) : density;
}

function lateShare(item: PlanItem, table: Parameters): number {
  const late = item.minutesLeft === null ? 0 : Math.max(0, -item.minutesLeft);
  return table.lostShare * (1 + late / table.lostRiseMinutes);
}
