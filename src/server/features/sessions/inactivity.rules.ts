/**
 * When a chat has gone quiet, and what happens then: pure, from facts, settings and the time to the one
 * step that is due and the time to look again. At most one step is due at once, so a process that slept
 * through a night does not send three reminders in a row.
 */
import type { InactivitySettings, QuietStatus } from '../../../contracts/session-settings.ts';
import type { InactiveReason, SessionState } from '../../../contracts/sessions.ts';

/** An unassigned chat is quiet after this long without a word of the customer; no setting. */
export const unassignedMinutes = 10;

export interface QuietFacts {
  readonly state: SessionState;
  readonly assigned: boolean;
  /** The customer's last word in the chat; its beginning where they have said nothing. */
  readonly lastCustomerAt: Date;
  /** The first word of an agent after that; null while the customer waits for one. */
  readonly answeredAt: Date | null;
  /** Steps taken since the customer's last word, and when the last of them was. */
  readonly stepsDone: number;
  readonly lastStepAt: Date | null;
  /** Whether no browser of the customer is open. */
  readonly customerGone: boolean;
}

export interface QuietStep {
  /** Place of the step since the customer's last word, from 1; 0 where nobody has the chat. */
  readonly number: number;
  /** Null where the session is inactive already. */
  readonly inactive: InactiveReason | null;
  readonly reminder: string | null;
  readonly status: QuietStatus | null;
  readonly end: boolean;
}

export interface QuietPlan {
  readonly due: QuietStep | null;
  /** When to look again if nothing happens before; null when only a message can change anything. */
  readonly wakeAt: Date | null;
}

/** What is due now. */
export function quietPlan(facts: QuietFacts, settings: InactivitySettings, now: Date): QuietPlan {
  if (facts.state === 'ended') return nothing;
  return facts.assigned ? assignedPlan(facts, settings, now) : unassignedPlan(facts, now);
}

const nothing: QuietPlan = { due: null, wakeAt: null };

function unassignedPlan(facts: QuietFacts, now: Date): QuietPlan {
  if (facts.state === 'inactive') return nothing;
  const at = after(facts.lastCustomerAt, unassignedMinutes);
  if (at > now) return { due: null, wakeAt: at };
  const inactive = reasonOf(facts);
  return { due: { number: 0, inactive, reminder: null, status: null, end: false }, wakeAt: null };
}

function assignedPlan(facts: QuietFacts, settings: InactivitySettings, now: Date): QuietPlan {
  if (facts.answeredAt === null) return nothing;
  const steps = stepsOf(settings);
  const step = steps[facts.stepsDone];
  if (!step) return nothing;
  const from = facts.stepsDone === 0 ? facts.answeredAt : (facts.lastStepAt ?? facts.answeredAt);
  const at = after(from, step.afterMinutes);
  if (at > now) return { due: null, wakeAt: at };
  const following = steps[facts.stepsDone + 1];
  return {
    due: {
      number: facts.stepsDone + 1,
      inactive: facts.state === 'inactive' ? null : reasonOf(facts),
      reminder: step.text,
      status: step.status,
      end: following === undefined && settings.endAtLastStep,
    },
    wakeAt: following ? after(now, following.afterMinutes) : null,
  };
}

interface Step {
  readonly afterMinutes: number;
  readonly text: string | null;
  readonly status: QuietStatus | null;
}

/** Without reminders there is one silent step. */
function stepsOf(settings: InactivitySettings): readonly Step[] {
  if (settings.remind && settings.reminders.length > 0) return settings.reminders;
  return [{ afterMinutes: settings.afterMinutes, text: null, status: settings.status }];
}

function reasonOf(facts: QuietFacts): InactiveReason {
  return facts.customerGone ? 'offline' : 'no_answer';
}

function after(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
