/**
 * The pace at which a backlog is handed out: whoever comes first in the morning must not get everything
 * that waited through the night. Fresh work is not held up. Stands around the plan, not in it: agents who
 * had their share are left out before, and what a plan gives beyond a share is taken back after.
 */

/** Work that has waited longer than this is a backlog. */
export const backlogAfterMs = 5 * 60_000;
/** The window the pace is measured in. */
export const paceWindowMs = 60_000;

/** What the router gave out of a backlog lately: to whom and when, in ms since the epoch. */
export interface Handed {
  readonly agentId: string;
  readonly at: number;
}

interface PacedItem {
  readonly eligibleAt: number;
}

interface PacedDecision {
  readonly agentId: string | null;
  readonly item: PacedItem;
}

/** Whether a piece of work has waited so long that it is handed out at a pace. */
export function isBacklog(item: PacedItem, now: number): boolean {
  return now - item.eligibleAt > backlogAfterMs;
}

/** Pieces each agent may still have of the backlog now. */
export function sharesLeft(handed: readonly Handed[], perMinute: number, now: number) {
  const had = new Map<string, number>();
  for (const { agentId, at } of handed) {
    if (now - at < paceWindowMs) had.set(agentId, (had.get(agentId) ?? 0) + 1);
  }
  return (agentId: string) => Math.max(0, perMinute - (had.get(agentId) ?? 0));
}

/** Splits a plan into what may be carried out now and what must wait for the next minute. */
export function withinPace<Decision extends PacedDecision>(
  decisions: readonly Decision[],
  left: (agentId: string) => number,
  now: number,
): { readonly given: Decision[]; readonly paced: Decision[] } {
  const taken = new Map<string, number>();
  const given: Decision[] = [];
  const paced: Decision[] = [];
  for (const decision of decisions) {
    if (decision.agentId === null) continue;
    const count = taken.get(decision.agentId) ?? 0;
    const slow = isBacklog(decision.item, now);
    if (slow && count >= left(decision.agentId)) {
      paced.push(decision);
      continue;
    }
    if (slow) taken.set(decision.agentId, count + 1);
    given.push(decision);
  }
  return { given, paced };
}

/** When the next share opens: a minute after the oldest piece that still counts; null when none does. */
export function nextShareAt(handed: readonly Handed[], now: number): Date | null {
  const counting = handed.filter(({ at }) => now - at < paceWindowMs).map(({ at }) => at);
  return counting.length === 0 ? null : new Date(Math.min(...counting) + paceWindowMs);
}
