/** When a plan would come out differently although nothing has happened. */
import { nextShareAt, type Handed } from './throttle.rules.ts';
import { relaxTimes } from './plan/lanes.rules.ts';
import type { PlanItem, PlanQueue, Snapshot } from './plan/snapshot.rules.ts';

/** How often watched mail is looked at. */
export const unbegunLookMs = 60_000;

export interface WakeFacts {
  readonly snapshot: Pick<Snapshot, 'now' | 'queues' | 'items' | 'agents'>;
  readonly handed: readonly Handed[];
}

/** Instants to come at which rests end, wished-for skills are given up, ladders and shares go on. */
export function wakeTimes({ snapshot, handed }: WakeFacts): (Date | null)[] {
  const { now, queues, items, agents } = snapshot;
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  let next = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const queue = byId.get(item.kind.queueId);
    if (queue) next = Math.min(next, nextOf(item, queue, now));
  }
  // A shift that begins is no event either.
  const watched = agents.some(
    ({ work, shiftEnds, connected }) =>
      (shiftEnds === true && connected) || work.some(({ startedAt }) => startedAt === null),
  );
  return [
    Number.isFinite(next) ? new Date(next) : null,
    nextShareAt(handed, now),
    watched ? new Date(now + unbegunLookMs) : null,
  ];
}

function nextOf(item: PlanItem, queue: PlanQueue, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  const at = (instant: number) => {
    if (instant > now && instant < next) next = instant;
  };
  for (const instant of relaxTimes(item)) at(instant);
  for (const step of queue.ladder) at(item.eligibleAt + step.afterMinutes * 60_000);
  for (const until of item.refusals.values()) at(until);
  return next;
}
