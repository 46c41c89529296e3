import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { SlaRules } from '../../../contracts/sla.ts';
import type { Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { Calendar } from '../schedules/index.ts';

/** A policy as a ticket runs by it: one version, with the calendar it counts in. */
export interface RulesInForce {
  readonly policyId: string;
  readonly policyVersion: number;
  readonly policyName: string;
  readonly rules: SlaRules;
  /** Null: day and night. */
  readonly calendar: Calendar | null;
  readonly scheduleId: string | null;
  readonly calendarVersion: number | null;
  readonly calendarName: string | null;
}

/** What happened to a ticket, as far as clocks care. Instants are milliseconds since 1970. */
export type Fact =
  | {
      readonly kind: 'opened';
      readonly atMs: number;
      readonly byAgent: boolean;
      readonly priority: Priority;
    }
  | {
      readonly kind: 'said';
      readonly atMs: number;
      readonly author: 'customer' | 'agent' | 'assistant' | 'trigger' | 'system';
      readonly channel: 'messaging' | 'email' | 'note';
    }
  | { readonly kind: 'status'; readonly atMs: number; readonly to: TicketStatus }
  | { readonly kind: 'priority'; readonly atMs: number; readonly to: Priority }
  /** Another policy, another version of it or of its schedule, or none. */
  | { readonly kind: 'rules'; readonly atMs: number; readonly rules: RulesInForce | null }
  /** Nothing but that time has passed. */
  | { readonly kind: 'time'; readonly atMs: number };

/** One measurement. It is followed also while no policy wants it, so that a later one finds it right. */
export interface Clock {
  readonly metric: SlaMetric;
  readonly instance: number;
  readonly startedAtMs: number;
  /** Null while no policy in force has a target for it. */
  readonly targetMs: number | null;
  /** Whether any policy ever had one: only these are kept. */
  readonly wanted: boolean;
  /** What had counted up to `runningSinceMs`, or up to the pause or end. */
  readonly countedMs: number;
  /** Null while it is paused and after its end. */
  readonly runningSinceMs: number | null;
  readonly pausedSinceMs: number | null;
  /** Wall-clock time it stood still. */
  readonly pausedMs: number;
  readonly dueAtMs: number | null;
  readonly riskAtMs: number | null;
  readonly atRiskAtMs: number | null;
  readonly breachedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly cancelled: boolean;
  readonly assistantAtMs: number | null;
  readonly agentAtMs: number | null;
  /** What had counted, or would have, by the first answer of each. */
  readonly assistantCountedMs: number | null;
  readonly agentCountedMs: number | null;
  readonly policyId: string | null;
  readonly policyVersion: number | null;
  readonly scheduleId: string | null;
  readonly calendarVersion: number | null;
}

export type ClockEventType =
  | 'started'
  | 'paused'
  | 'resumed'
  | 'met'
  | 'cancelled'
  | 'reopened'
  | 'target'
  | 'rules'
  | 'at_risk'
  | 'breached';

/** A step in the life of a clock. `data` holds what the explanation names. */
export interface ClockEvent {
  readonly metric: SlaMetric;
  readonly instance: number;
  readonly atMs: number;
  readonly type: ClockEventType;
  readonly dueAtMs: number | null;
  readonly data: Readonly<Record<string, string | number | null>>;
}

/** Where a ticket stands: its clocks, and what decides about them. */
export interface Standing {
  readonly rules: RulesInForce | null;
  readonly status: TicketStatus;
  readonly priority: Priority;
  /** Whether a first answer is past: from then on answers are next replies. */
  readonly answered: boolean;
  /** Since when the customer has waited for an answer; null while they do not. */
  readonly awaitingSinceMs: number | null;
  readonly clocks: readonly Clock[];
}
