import type { Attachment } from '../../contracts/attachments.ts';
import type { BotPrompt, WidgetMessage } from '../../contracts/widget.ts';
import type { OutboxEntry } from '../client/outbox.ts';
import { sameDay } from '../lib/time.rules.ts';
import type { ChatState } from './state.ts';

/** How far an own message has come. */
export type Delivery = 'sending' | 'queued' | 'sent' | 'seen' | 'failed';

/** One line of the log, as it is drawn. */
export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'system'; key: string; text: string }
  | MessageRow;

/** A message with its place in the run of messages by the same author. */
export type MessageRow = {
  kind: 'message';
  key: string;
  author: WidgetMessage['author'];
  text: string;
  attachments: readonly Attachment[];
  at: string;
  /** First and last of its run: the first carries the name, the last the time. */
  first: boolean;
  last: boolean;
  /** Null on what others wrote, and on own messages that have nothing more to say. */
  delivery: Delivery | null;
  /** The outbox entry behind a message that is not stored yet. */
  unsent: OutboxEntry | null;
};

/** Messages of the same author within this time read as one turn. */
const RUN_MS = 5 * 60_000;

/** Unsent messages to show: an entry can outlive its message's arrival by a moment. */
export function visiblePending({ pending, messages }: ChatState): readonly OutboxEntry[] {
  if (pending.length === 0) return pending;
  const stored = new Set(messages.map(({ clientId }) => clientId));
  return pending.filter(({ clientId }) => !stored.has(clientId));
}

/** The prompt that waits for an answer: the bot's last word, as long as the customer has said nothing. */
export function activePrompt(state: ChatState): BotPrompt | null {
  if (state.conversation?.state !== 'bot' || visiblePending(state).length > 0) return null;
  return state.messages.at(-1)?.prompt ?? null;
}

/** How many messages of others the customer has not looked at. */
export function unreadCount({ messages, seenSeq }: ChatState): number {
  return messages.filter(({ seq, author }) => seq > seenSeq && isOther(author.kind)).length;
}

/** Whether a person or the assistant wrote it: neither the customer nor the system. */
export function isOther(kind: WidgetMessage['author']['kind']): boolean {
  return kind === 'agent' || kind === 'assistant';
}

/** The last `limit` messages as rows, then what is unsent. A log of today alone needs no line that says so. */
export function rowsOf(state: ChatState, { limit, now }: { limit: number; now: number }): Row[] {
  const shown = state.messages.slice(-limit).map((message) => storedRow(message));
  const unsent = visiblePending(state).map((entry) => unsentRow(entry, state.status === 'online'));
  const rows: Row[] = [];
  const today = new Date(now).toISOString();
  let before: MessageRow | null = null;
  for (const row of [...shown, ...unsent]) {
    if (!sameDay(before?.at ?? today, row.at))
      rows.push({ kind: 'day', key: `day-${row.key}`, at: row.at });
    const joined: boolean =
      before !== null && rows.at(-1)?.kind === 'message' && joins(before, row);
    if (joined && before) before.last = false;
    const placed: MessageRow = { ...row, first: !joined };
    if (row.author.kind === 'system') rows.push({ kind: 'system', key: row.key, text: row.text });
    else rows.push(placed);
    before = placed;
  }
  markDelivery(rows, state.conversation?.seenByAgentSeq ?? 0, state.messages);
  return rows;
}

/** Only the newest stored message of the customer carries "Sent" or "Seen". */
function markDelivery(
  rows: Row[],
  seenByAgentSeq: number,
  messages: readonly WidgetMessage[],
): void {
  const newest = messages.findLast(({ author }) => author.kind === 'customer');
  if (!newest) return;
  const row = rows.find(({ key }) => key === (newest.clientId ?? newest.id));
  if (row?.kind === 'message') row.delivery = newest.seq <= seenByAgentSeq ? 'seen' : 'sent';
}

/** The client id is the key before and after it is stored, so that the line stays the same element. */
function storedRow({ id, clientId, author, text, attachments, at }: WidgetMessage): MessageRow {
  const key = clientId ?? id;
  return {
    kind: 'message',
    key,
    author,
    text,
    attachments,
    at,
    first: true,
    last: true,
    delivery: null,
    unsent: null,
  };
}

function unsentRow(entry: OutboxEntry, online: boolean): MessageRow {
  const waiting = online ? 'sending' : 'queued';
  return {
    kind: 'message',
    key: entry.clientId,
    author: { kind: 'customer', name: '' },
    text: entry.text,
    attachments: entry.attachments,
    at: new Date(entry.order).toISOString(),
    first: true,
    last: true,
    delivery: entry.failure === null ? waiting : 'failed',
    unsent: entry,
  };
}

function joins(before: MessageRow, row: MessageRow): boolean {
  const sameAuthor =
    before.author.kind === row.author.kind &&
    (before.author.kind === 'customer' || before.author.name === row.author.name);
  return (
    sameAuthor && sameDay(before.at, row.at) && Date.parse(row.at) - Date.parse(before.at) < RUN_MS
  );
}
