import { sql, type RawBuilder } from 'kysely';
import type { SortField, TicketSort } from '../../../contracts/views.ts';
import type { Cursor } from './cursor.rules.ts';

interface Order {
  /** What is compared; never null. */
  readonly value: RawBuilder<unknown>;
  /** The value as a cursor carries it, and back. */
  readonly written: RawBuilder<unknown>;
  readonly read: (value: string) => RawBuilder<unknown>;
}

const instant = (value: RawBuilder<unknown>): Order => ({
  value,
  written: sql`(extract(epoch from ${value}) * 1000000)::bigint::text`,
  read: (text) => sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`,
});
const whole = (value: RawBuilder<unknown>): Order => ({
  value,
  written: sql`${value}::text`,
  read: (text) => sql`${text}::bigint`,
});
const words = (value: RawBuilder<unknown>): Order => {
  const key = sql`left(lower(coalesce(${value}, '')), 40) collate "C"`;
  return { value: key, written: key, read: (text) => sql`${text}::text collate "C"` };
};

/** Who waits for nobody stands after everybody who waits. */
const never = sql`timestamptz '9999-01-01'`;

const orders: Record<SortField, Order> = {
  updated: instant(sql`t.updated_at`),
  created: instant(sql`t.created_at`),
  activity: instant(sql`coalesce(v.last_message_at, t.created_at)`),
  waiting: instant(
    sql`case when t.status in ('solved', 'closed') then ${never} else coalesce(v.awaiting_since, ${never}) end`,
  ),
  priority: whole(sql`array_position(array['low', 'normal', 'high', 'urgent'], t.priority)`),
  status: whole(
    sql`array_position(array['new', 'open', 'pending', 'on_hold', 'solved', 'closed'], t.status)`,
  ),
  number: whole(sql`t.number`),
  subject: words(sql`t.subject`),
  customer: words(sql`c.name`),
};

/** The order of a list: what a row's cursor carries, what comes after a cursor, and `order by`. */
export function orderOf({ by, direction }: TicketSort, after: Cursor | null) {
  const { value, written, read } = orders[by];
  const up = direction === 'asc';
  return {
    written,
    after: after
      ? sql`and (${value}, t.id) ${up ? sql`>` : sql`<`} (${read(after.value)}, ${after.id}::uuid)`
      : sql``,
    orderBy: up ? sql`${value}, t.id` : sql`${value} desc, t.id desc`,
  };
}
