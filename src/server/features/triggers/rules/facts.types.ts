import type { Actor } from '../../../../contracts/common.ts';
import type { TriggerEvent } from '../../../../contracts/trigger-conditions.ts';

/** Fields of which a change is told: from what to what. */
export type TrackedField =
  | 'routing_channel'
  | 'session_state'
  | 'session_ended_reason'
  | 'status'
  | 'priority'
  | 'category'
  | 'group'
  | 'assignee'
  | 'queue';

/** What a trigger knows of a ticket at one moment. Texts are in lower case with single spaces. */
export interface TicketFacts {
  readonly ticketId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly channel: string;
  readonly tags: readonly string[];
  readonly tier: string;
  readonly region: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly emailKnown: boolean;
  readonly inactiveReason: string | null;
  readonly subject: string;
  readonly lastMessage: string;
  readonly allMessages: string;
  readonly language: string | null;
  readonly sentiment: string | null;
  readonly queueDepth: number;
  /** Whether the work of the ticket waits for somebody. */
  readonly waiting: boolean;
  readonly tracked: Readonly<Record<TrackedField, string | null>>;
  /** Since when, in milliseconds since the epoch; null where it has not happened. */
  readonly since: Readonly<Record<TimedField, number | null>>;
  /** Topics of the risks in what the customer wrote. */
  readonly risks: ReadonlySet<string>;
  /** Whether the customer asked for a person, in words or by a button. */
  readonly wishesPerson: boolean;
  /** Whether far more comes in than usual, as supervisors have said. */
  readonly surge: boolean;
  /** Schedules that are within their hours now. */
  readonly openSchedules: ReadonlySet<string>;
}

/** What passes by itself. */
export type TimedField =
  | 'queue_wait'
  | 'hours_since_created'
  | 'hours_since_updated'
  | 'hours_since_solved'
  | 'hours_since_customer';

/** One change of a tracked field. */
export interface FieldChange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What happened to a ticket, as one event. */
export interface TicketChange {
  readonly events: ReadonlySet<TriggerEvent>;
  readonly actors: ReadonlySet<Actor['kind']>;
  readonly fields: Readonly<Partial<Record<TrackedField, readonly FieldChange[]>>>;
}
