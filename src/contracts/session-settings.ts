/** What a workspace decides about its chats: who ends them, what silence does, how the rest goes on. */
import { z } from 'zod';

/** A status that silence may set: one that waits for the customer, never new or open. */
export const quietStatusSchema = z.enum(['pending', 'on_hold', 'solved']);
export type QuietStatus = z.infer<typeof quietStatusSchema>;

/** One reminder: minutes after the step before it, the text, and the status it sets (null: none). */
export const reminderSchema = z.object({
  afterMinutes: z.number('Give whole minutes').int('Give whole minutes').min(1).max(60),
  text: z.string().trim().min(1, 'Write what the customer is to read').max(1_000),
  status: quietStatusSchema.nullable().default(null),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** Minutes an assigned chat may be quiet: counted from the agent's first word after the customer's last. */
const quietMinutes = { min: 3, max: 15 };

const shippedReminders: Reminder[] = [
  {
    afterMinutes: 5,
    text: 'Are you still there? We are happy to go on whenever you are.',
    status: 'pending',
  },
  {
    afterMinutes: 5,
    text: 'We have not heard from you for a while. Write here when you have a moment, and we will go on from where we stopped.',
    status: null,
  },
];

/** What happens when a customer falls silent in a chat that an agent has. */
export const inactivitySchema = z
  .object({
    /** Off: the chat becomes inactive after `afterMinutes`, and nobody writes to the customer. */
    remind: z.boolean().default(true),
    /** Without reminders: minutes until the chat is inactive. */
    afterMinutes: z
      .number('Give whole minutes')
      .int('Give whole minutes')
      .min(quietMinutes.min)
      .max(quietMinutes.max)
      .default(10),
    /** Without reminders: the status that is set then; null keeps it. */
    status: quietStatusSchema.nullable().default(null),
    /** The first makes the chat inactive, each later one counts from the one before. */
    reminders: z.array(reminderSchema).max(3).default(shippedReminders),
    /** Whether the last step ends the chat. */
    endAtLastStep: z.boolean().default(false),
  })
  .superRefine(({ remind, reminders }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['reminders', ...path], message });
    const [first] = reminders;
    if (remind && first === undefined) refuse([], 'Add a reminder, or switch reminders off');
    if (first && (first.afterMinutes < quietMinutes.min || first.afterMinutes > quietMinutes.max)) {
      refuse(
        [0, 'afterMinutes'],
        `The first one comes after ${quietMinutes.min} to ${quietMinutes.max} minutes`,
      );
    }
    reminders.slice(0, -1).forEach((one, index) => {
      if (one.status === 'solved')
        refuse([index, 'status'], 'Nothing can follow a reminder that solves the ticket');
    });
  });
export type InactivitySettings = z.infer<typeof inactivitySchema>;

/** Where a customer's message after the end goes. */
export const afterEndSchema = z.enum(['new_ticket', 'same_within_grace', 'follow_up']);
export type AfterEnd = z.infer<typeof afterEndSchema>;

export const sessionSettingsSchema = z.object({
  agentMayEnd: z.boolean().default(true),
  customerMayEnd: z.boolean().default(true),
  /** Treat sessions that an agent ended as email. */
  agentEndedAsEmail: z.boolean().default(true),
  /** The same for sessions that the customer ended. */
  customerEndedAsEmail: z.boolean().default(true),
  /** The same for sessions that silence ended. */
  inactivityEndedAsEmail: z.boolean().default(true),
  inactivity: inactivitySchema.prefault({}),
  /** Whether a quiet chat keeps its units; without, it costs its agent nothing until it wakes. */
  countInactive: z.boolean().default(false),
  /** Most pieces of work out of a backlog that one agent is given within a minute. */
  drainPerAgentPerMinute: z.number().int().min(1).max(60).default(6),
  /** Who has a linked follow-up ticket: the agent who had the chat, or whoever the queue chooses. */
  followupOwner: z.enum(['ending_agent', 'queue']).default('ending_agent'),
  /** Where a customer's message after the end goes. */
  afterEnd: afterEndSchema.default('new_ticket'),
  /** With `same_within_grace`: how long the old ticket still takes it. */
  graceMinutes: z.number().int('Give whole minutes').min(1).max(1_440).default(60),
  /** Days without any change after which a solved ticket closes. */
  closeSolvedAfterDays: z.number().int('Give whole days').min(1).max(60).default(4),
});
export type SessionSettings = z.infer<typeof sessionSettingsSchema>;
