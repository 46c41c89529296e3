/** Where a page of a list ends and the next goes on, for every order a list can have. */
import type { SortField, TicketSort } from '../../../contracts/views.ts';

export interface Cursor {
  readonly value: string;
  readonly id: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the value of each order looks like; anything else in a cursor is somebody's invention. */
const shapes: Record<SortField, RegExp> = {
  updated: /^-?\d{1,16}$/,
  created: /^-?\d{1,16}$/,
  activity: /^-?\d{1,16}$/,
  waiting: /^-?\d{1,16}$/,
  priority: /^\d$/,
  status: /^\d$/,
  number: /^\d{1,15}$/,
  subject: /^[^\0]{0,40}$/su,
  customer: /^[^\0]{0,40}$/su,
};

/** A cursor names its order: one of another order would skip rows without a word. */
export function writeCursor(sort: TicketSort, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort.by, sort.direction, value, id])).toString('base64url');
}

/** Null for what was not written here for this order: the list then begins anew. */
export function readCursor(sort: TicketSort, cursor: string | undefined): Cursor | null {
  const parts = parse(cursor ?? '');
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [by, direction, value, id] = parts as unknown[];
  if (by !== sort.by || direction !== sort.direction) return null;
  if (typeof value !== 'string' || typeof id !== 'string') return null;
  return shapes[sort.by].test(value) && value.isWellFormed() && uuid.test(id)
    ? { value, id }
    : null;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
