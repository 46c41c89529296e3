/** What a trigger may do: one schema an action, and the table that editor and documents are made from. */
import { z } from 'zod';
import { emailSchema } from './common.ts';
import { followupModeSchema } from './sessions.ts';
import { tagNameSchema } from './tags.ts';
import type { TriggerKind } from './trigger-conditions.ts';
import { changeTicketSchema, prioritySchema } from './tickets.ts';

const words = z
  .string()
  .trim()
  .min(1, 'Write the text')
  .max(8_000, 'Is longer than 8,000 characters');
const subject = z.string().trim().min(1, 'Write a subject').max(300);
const tags = z.array(tagNameSchema).min(1, 'Name a tag').max(20);

const chosen = z.uuid('Choose one');

/** Where a reply goes; `best` is the chat while it runs, and mail after it. */
export const replyChannelSchema = z.enum(['best', 'messaging', 'email']);

/** One act of a trigger. Texts may have variables. */
export const triggerActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('end_session') }),
  z.object({ do: z.literal('set_routing_channel'), channel: z.literal('email') }),
  z.object({
    do: z.literal('reply'),
    channel: replyChannelSchema,
    /** Empty where a macro gives the words. */
    text: z.string().trim().max(8_000),
    macroId: chosen.nullable().default(null),
  }),
  z.object({ do: z.literal('note'), text: words }),
  z.object({
    do: z.literal('set_status'),
    status: changeTicketSchema.shape.status.unwrap(),
  }),
  z.object({ do: z.literal('set_priority'), priority: prioritySchema }),
  z.object({
    do: z.literal('set_category'),
    category: z.string().trim().min(1).max(80).nullable(),
  }),
  z.object({ do: z.literal('set_subject'), subject }),
  z.object({ do: z.literal('set_group'), groupId: chosen.nullable() }),
  z.object({ do: z.literal('add_tags'), tags }),
  z.object({ do: z.literal('remove_tags'), tags }),
  z.object({ do: z.literal('assign_agent'), agentId: chosen }),
  z.object({ do: z.literal('assign_queue'), queueId: chosen }),
  z.object({ do: z.literal('assign_nobody') }),
  z.object({
    do: z.literal('add_skills'),
    skillIds: z.array(chosen).min(1, 'Choose a skill').max(20),
  }),
  /** Moves it to a group and gives it back to the queue, with a note for whoever takes it. */
  z.object({ do: z.literal('hand_over'), groupId: chosen, text: z.string().trim().max(8_000) }),
  z.object({ do: z.literal('notify_assignee'), subject, text: words }),
  z.object({ do: z.literal('notify_agent'), agentId: chosen, subject, text: words }),
  z.object({ do: z.literal('notify_group'), groupId: chosen, subject, text: words }),
  z.object({ do: z.literal('notify_email'), to: emailSchema, subject, text: words }),
  z.object({ do: z.literal('notify_webhook'), webhookId: chosen }),
  z.object({ do: z.literal('send_survey'), about: z.enum(['session', 'ticket']) }),
  z.object({ do: z.literal('set_followup_mode'), mode: followupModeSchema }),
  z.object({ do: z.literal('stop') }),
]);
export type TriggerAction = z.infer<typeof triggerActionSchema>;
export type TriggerActionName = TriggerAction['do'];
export type TriggerActionOf<Name extends TriggerActionName> = Extract<TriggerAction, { do: Name }>;

interface ActionEntry {
  readonly label: string;
  readonly about: string;
  readonly kinds: readonly TriggerKind[];
}

const both = ['messaging', 'ticket'] as const;
const ticketOnly = ['ticket'] as const;

/** Every action, in the order they are offered. */
export const triggerActions: Readonly<Record<TriggerActionName, ActionEntry>> = {
  reply: {
    label: 'Write to the customer',
    about: 'In the chat while it runs, or by mail marked as automatic',
    kinds: both,
  },
  note: { label: 'Add an internal note', about: 'Customers never see it', kinds: both },
  end_session: {
    label: 'End the chat',
    about: 'Ends the chat and nothing else; how the rest is routed stays as it is',
    kinds: both,
  },
  set_routing_channel: {
    label: 'Go on by email',
    about: 'Ends the chat if it still runs and routes the rest as email work',
    kinds: both,
  },
  set_status: { label: 'Set the status', about: 'Of the ticket', kinds: both },
  set_priority: { label: 'Set the priority', about: 'Of the ticket', kinds: both },
  set_category: { label: 'Set the category', about: 'Or take it off', kinds: both },
  set_subject: { label: 'Set the subject', about: 'Of the ticket', kinds: both },
  set_group: { label: 'Set the group', about: 'Or take it off', kinds: both },
  add_tags: { label: 'Add tags', about: 'Those it has stay', kinds: both },
  remove_tags: { label: 'Remove tags', about: 'Where it has them', kinds: both },
  assign_agent: {
    label: 'Assign to an agent',
    about: 'Under the rules of capacity; where there is no room it stays where it is',
    kinds: both,
  },
  assign_queue: { label: 'Put into a queue', about: 'Whatever its conditions say', kinds: both },
  assign_nobody: { label: 'Give back to the queue', about: 'Nobody has it then', kinds: both },
  add_skills: {
    label: 'Ask for skills',
    about: 'Only agents who have them are offered the work',
    kinds: both,
  },
  hand_over: {
    label: 'Hand over to a group',
    about: 'Moves it to the group, gives it back to the queue and leaves a note',
    kinds: both,
  },
  notify_assignee: {
    label: 'Mail the assignee',
    about: 'Nothing where nobody has it',
    kinds: both,
  },
  notify_agent: { label: 'Mail an agent', about: 'At their own address', kinds: both },
  notify_group: { label: 'Mail a group', about: 'Everybody in it, each by a mail', kinds: both },
  notify_email: { label: 'Mail an address', about: 'Any address, e.g. of a partner', kinds: both },
  notify_webhook: {
    label: 'Call a webhook',
    about: 'Signed, tried again with growing pauses, kept where it fails for good',
    kinds: both,
  },
  send_survey: {
    label: 'Ask how it was',
    about: 'About the chat once it has ended, or about the ticket',
    kinds: ticketOnly,
  },
  set_followup_mode: {
    label: 'Choose how the rest goes on',
    about: 'In the same ticket or in a linked one; while the chat runs it counts for its end',
    kinds: both,
  },
  stop: {
    label: 'Run no further rules',
    about: 'Those below this one do not run for this event',
    kinds: both,
  },
};
