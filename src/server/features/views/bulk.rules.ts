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
}

export type Field = keyof Snapshot;

const fields: readonly Field[] = ['status', 'priority', 'category', 'groupId', 'tags', 'agentId'];

/** Fields that differ, as they were and as they became; null when nothing differs. */
export function difference(
  before: Snapshot,
  after: Snapshot,
): { before: Partial<Snapshot>; after: Partial<Snapshot> } | null {
  const changed = fields.filter((field) => !same(before[field], after[field]));
  if (changed.length === 0) return null;
  return { before: pick(before, changed), after: pick(after, changed) };
}

/** The fields that somebody has changed after the bulk did. Empty: everything can be put back. */
export function changedSince(after: Partial<Snapshot>, now: Snapshot): Field[] {
  return fields.filter((field) => field in after && !same(after[field], now[field]));
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
