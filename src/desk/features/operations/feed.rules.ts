/** The feed of the board: calls for a person and alerts in one list, the latest first. */
import type { Alert } from '../../../contracts/alerts.ts';
import type { BoardEscalation } from '../../../contracts/board.ts';

/** What of the feed is shown. */
export const FEED_FILTERS = ['handovers', 'promises', 'alerts', 'untaken'] as const;
export type FeedFilter = (typeof FEED_FILTERS)[number];

/** A line of the feed. */
export type FeedEntry =
  | {
      readonly type: 'ticket';
      readonly id: string;
      readonly at: string;
      readonly call: BoardEscalation;
    }
  | { readonly type: 'alert'; readonly id: string; readonly at: string; readonly alert: Alert };

/** All entries, the latest first. */
export function feedOf(calls: readonly BoardEscalation[], alerts: readonly Alert[]): FeedEntry[] {
  return [
    ...calls.map((call): FeedEntry => ({ type: 'ticket', id: call.id, at: call.at, call })),
    ...alerts.map((alert): FeedEntry => ({
      type: 'alert',
      id: alert.id,
      at: alert.openedAt,
      alert,
    })),
  ].toSorted((one, two) => two.at.localeCompare(one.at) || two.id.localeCompare(one.id));
}

/** Whether an entry belongs to what is shown. */
export function isShown(entry: FeedEntry, filter: FeedFilter | undefined): boolean {
  if (filter === undefined) return true;
  if (entry.type === 'alert') return filter === 'alerts';
  const { kind } = entry.call;
  switch (filter) {
    case 'handovers':
      return kind === 'handover' || kind === 'bot_failed';
    case 'promises':
      return kind === 'at_risk' || kind === 'breached';
    case 'untaken':
      return cameOf(entry.call).kind === 'waits';
    case 'alerts':
      return false;
  }
}

/** What came of a call: somebody took it, had it already, nobody needs to, or it still waits. */
export type Outcome =
  | { readonly kind: 'taken'; readonly name: string; readonly waitedMs: number }
  | { readonly kind: 'had'; readonly name: string }
  | { readonly kind: 'waits' }
  | { readonly kind: 'over' };

/** What came of a call for a person. */
export function cameOf({ at, taken, owner, state }: BoardEscalation): Outcome {
  if (taken) {
    return { kind: 'taken', name: taken.name, waitedMs: Date.parse(taken.at) - Date.parse(at) };
  }
  if (owner !== null) return { kind: 'had', name: owner };
  return { kind: state === 'waiting' || state === 'offered' ? 'waits' : 'over' };
}
