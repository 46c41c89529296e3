import type { Message, TimelineEntry } from '../../../../contracts/conversations.ts';
import type { TicketEvent } from '../../../../contracts/tickets.ts';
import type { Outgoing } from '../composer/outgoing.ts';

/** What the timeline draws, one after the other. */
export type TimelineRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'events'; key: string; events: readonly TicketEvent[] }
  | { kind: 'message'; key: string; message: Message; first: boolean; last: boolean }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing; first: boolean };

/** Messages of one author closer than this stand together. */
const GROUP_MS = 5 * 60_000;

/** What the rows are made of. `dayOf` names the reader's day of an instant. */
export type TimelineInput = {
  entries: readonly TimelineEntry[];
  outgoing: readonly Outgoing[];
  /** The message above which the unread line stands. */
  unreadId: string | null;
  dayOf: (at: string) => string;
};

/** Days, the unread line, events in runs, messages in groups, and last what is being sent. */
export function timelineRows({ entries, outgoing, unreadId, dayOf }: TimelineInput): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = '';
  entries.forEach((entry, index) => {
    const today = dayOf(entry.at);
    if (today !== day) rows.push({ kind: 'day', key: `day-${today}`, at: entry.at });
    day = today;
    if (entry.kind === 'event') return pushEvent(rows, entry.event);
    const { message } = entry;
    if (message.id === unreadId) rows.push({ kind: 'unread', key: 'unread' });
    const first = !follows(rows.at(-1), message);
    const next = entries[index + 1];
    const last = !(
      next?.kind === 'message' &&
      dayOf(next.at) === day &&
      belongTogether(message, next.message)
    );
    rows.push({ kind: 'message', key: message.id, message, first, last });
  });
  const known = new Set(
    entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message.clientId] : [])),
  );
  outgoing
    .filter(({ clientId }) => !known.has(clientId))
    .forEach((one, index) =>
      rows.push({ kind: 'outgoing', key: one.clientId, outgoing: one, first: index === 0 }),
    );
  return rows;
}

/** The first message of the customer that no agent has seen; null when all were, or when none was: then everything is new. */
export function firstUnseenId(entries: readonly TimelineEntry[]): string | null {
  const messages = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  const index = messages.findIndex(({ author, seen }) => author.kind === 'customer' && !seen);
  return index > 0 ? (messages[index]?.id ?? null) : null;
}

/** The place of the last message, for the seen mark; 0 without any. */
export function lastSeq(entries: readonly TimelineEntry[]): number {
  return entries.reduce(
    (most, entry) => (entry.kind === 'message' ? Math.max(most, entry.message.seq) : most),
    0,
  );
}

function pushEvent(rows: TimelineRow[], event: TicketEvent): void {
  const last = rows.at(-1);
  if (last?.kind !== 'events') rows.push({ kind: 'events', key: event.id, events: [event] });
  else rows[rows.length - 1] = { ...last, events: [...last.events, event] };
}

function follows(row: TimelineRow | undefined, message: Message): boolean {
  return row?.kind === 'message' && belongTogether(row.message, message);
}

function belongTogether(one: Message, two: Message): boolean {
  const sameVoice =
    one.author.kind === two.author.kind &&
    one.author.id === two.author.id &&
    one.channel === two.channel;
  return (
    sameVoice && one.channel === 'messaging' && Date.parse(two.at) - Date.parse(one.at) < GROUP_MS
  );
}
