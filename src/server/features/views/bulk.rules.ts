/** What a bulk replaced in a ticket, and whether it can still be put back. */
import type { Priority, TicketStatus } from '../../../contracts/tickets.ts';

/** What a bulk may touch, as it is at one moment. */
export interface Snapshot {
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly category: string | null;
  readonly groupId: string | null;
  readonly tags: readonly string[];
  /** Whose the work is; null while it waits for anybody. */
  readonly agentId: string | null;
  /** The queue it is kept in whatever the conditions of queues say; null where they decide. */
  readonly pinnedQueueId: string | null;
  /** Whether whoever has it has begun with it. */
  readonly begun: boolean;
}

export type Field = Exclude<keyof Snapshot, 'begun'>;

const fields: readonly Field[] = [
  'status',
  'priority',
  'category',
  'groupId',
  'tags',
  'agentId',
  'pinnedQueueId',
];

/** Fields that differ, as they were and as they became; null when nothing differs. */
export function difference(
  before: Snapshot,
  after: Snapshot,
): { before: Partial<Snapshot>; after: Partial<Snapshot> } | null {
  const changed = fields.filter((field) => !same(before[field], after[field]));
  if (changed.length === 0) return null;
  return { before: pick(before, changed), after: pick(after, changed) };
}

/**
 * The fields that somebody has changed after the bulk did. Empty: everything can be put back. What went back
 * into a queue and was given to somebody who has not begun with it can be, too: the router is fast.
 */
export function changedSince(after: Partial<Snapshot>, now: Snapshot): Field[] {
  const onlyGivenOut = after.agentId === null && !now.begun;
  return fields.filter(
    (field) =>
      field in after && !same(after[field], now[field]) && !(field === 'agentId' && onlyGivenOut),
  );
}

/** Tags with some added and some taken away, sorted, each once. */
export function tagsWith(
  tags: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
}

function pick(from: Snapshot, wanted: readonly Field[]): Partial<Snapshot> {
  return Object.fromEntries(wanted.map((field) => [field, from[field]]));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
