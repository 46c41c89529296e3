/** What happened to a ticket, read from its history and its messages, as events that rules are asked about. */
import type { Actor } from '../../../../contracts/common.ts';
import type { TriggerEvent } from '../../../../contracts/trigger-conditions.ts';
import type { FieldChange, TicketChange, TrackedField } from './facts.types.ts';

/** A line of history or a message that no rule has been asked about. */
export interface Cause {
  readonly id: string;
  readonly at: Date;
  /** The type of a line of history, or `message`. */
  readonly type: string;
  readonly actorKind: Actor['kind'];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Causes that belong together: one act of one person. */
export interface Happening {
  readonly causes: readonly Cause[];
  readonly at: Date;
  readonly change: TicketChange;
}

const fieldOfLine: Readonly<Record<string, TrackedField>> = {
  'ticket.status': 'status',
  'ticket.priority': 'priority',
  'ticket.category': 'category',
  'ticket.group': 'group',
  'ticket.routing_channel': 'routing_channel',
  'work.assigned': 'assignee',
  'work.taken': 'assignee',
  'work.returned': 'assignee',
  'work.released': 'assignee',
  'offer.accepted': 'assignee',
  'work.queued': 'queue',
  'work.moved': 'queue',
};

/**
 * Groups causes, oldest first. What one person does in one act (writes, sets the status, ends the chat)
 * leaves several lines: they are one event. A second message or a second change of a field begins another.
 */
export function happeningsOf(causes: readonly Cause[]): Happening[] {
  const groups: Cause[][] = [];
  for (const cause of causes) {
    const last = groups.at(-1);
    if (last && belongs(last, cause)) last.push(cause);
    else groups.push([cause]);
  }
  return groups.map((group) => ({
    causes: group,
    at: group.reduce((latest, { at }) => (at > latest ? at : latest), group[0]?.at ?? new Date(0)),
    change: changeOf(group),
  }));
}

/** Lines of the router's own follow-up (a queue, an offer) never stand between two acts of a person. */
const sameActMs = 2_000;

function belongs(group: readonly Cause[], cause: Cause): boolean {
  const last = group.at(-1);
  if (!last || last.actorKind !== cause.actorKind) return false;
  if (cause.at.getTime() - last.at.getTime() > sameActMs) return false;
  return !group.some((one) => one.type === cause.type && repeats(cause.type));
}

function repeats(type: string): boolean {
  return type === 'message' || type === 'session.ended' || fieldOfLine[type] !== undefined;
}

/** What a group of causes means for the conditions about events. */
export function changeOf(causes: readonly Cause[]): TicketChange {
  const fields: Partial<Record<TrackedField, FieldChange[]>> = {};
  const events = new Set<TriggerEvent>();
  const add = (field: TrackedField, change: FieldChange) => {
    fields[field] = [...(fields[field] ?? []), change];
  };
  for (const cause of causes) {
    events.add(eventOf(cause));
    if (cause.type === 'session.ended') {
      add('session_state', { from: null, to: 'ended' });
      add('session_ended_reason', { from: null, to: textOf(cause.data, 'reason') });
    }
    const field = fieldOfLine[cause.type];
    if (field) add(field, { from: textOf(cause.data, 'from'), to: textOf(cause.data, 'to') });
  }
  // What belongs to the opening of a ticket is no change of it.
  if (events.has('created')) events.delete('updated');
  return { events, actors: new Set(causes.map(({ actorKind }) => actorKind)), fields };
}

function eventOf(cause: Cause): TriggerEvent {
  if (cause.type === 'ticket.created') return 'created';
  if (cause.type === 'session.ended') return 'session_ended';
  if (cause.type !== 'message') return 'updated';
  return cause.actorKind === 'customer' ? 'message_received' : 'message_sent';
}

function textOf(data: Cause['data'], key: string): string | null {
  const value = data[key];
  return typeof value === 'string' ? value : null;
}

/** The tracked fields as they were when rules were last asked; null before the first time. */
export type Snapshot = Readonly<Record<TrackedField, string | null>>;

/**
 * Adds what the snapshot shows to have changed but no line tells: a ticket that opens by itself when
 * somebody takes it, or a chat that goes quiet.
 */
export function withSnapshot(
  change: TicketChange,
  before: Snapshot | null,
  now: Snapshot,
): TicketChange {
  if (before === null) return change;
  const fields: Partial<Record<TrackedField, readonly FieldChange[]>> = { ...change.fields };
  for (const field of Object.keys(now) as TrackedField[]) {
    const [from, to] = [before[field], now[field]];
    if (from === undefined || from === to) continue;
    const told = fields[field];
    // Lines of some fields name no values, or a name instead of an id: the snapshot knows them.
    if (!told || told.every((one) => one.to === null || one.from === null)) {
      fields[field] = [...(told ?? []), { from, to }];
    }
  }
  return { ...change, fields };
}

/** Both changes as one: what an event and the rules it started have changed together. */
export function mergeChanges(left: TicketChange, right: TicketChange): TicketChange {
  const fields: Partial<Record<TrackedField, readonly FieldChange[]>> = { ...left.fields };
  for (const [field, more] of Object.entries(right.fields) as [TrackedField, FieldChange[]][]) {
    fields[field] = [...(fields[field] ?? []), ...more];
  }
  return {
    events: new Set([...left.events, ...right.events]),
    actors: new Set([...left.actors, ...right.actors]),
    fields,
  };
}
