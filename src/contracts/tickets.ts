/** Tickets: the work a conversation leaves for people. */
import { z } from 'zod';
import { actorSchema, idSchema, instantSchema, nameSchema, pageOf } from './common.ts';
import { customerSchema } from './people.ts';
import { routingChannelSchema, sessionSchema } from './sessions.ts';
import { slaChipSchema } from './sla-chip.ts';
import { tagNameSchema } from './tags.ts';

export const ticketStatusSchema = z.enum(['new', 'open', 'pending', 'on_hold', 'solved', 'closed']);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

export const prioritySchema = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof prioritySchema>;

/** Where a conversation began. Never changes. */
export const channelSchema = z.enum(['messaging', 'email', 'portal', 'phone', 'api']);
export type Channel = z.infer<typeof channelSchema>;

/** State of a ticket's claim on somebody's attention; `none` when nothing is left to do. */
export const workStateSchema = z.enum(['none', 'waiting', 'offered', 'assigned', 'held']);
export type WorkState = z.infer<typeof workStateSchema>;

/** A row of the inbox. */
export const ticketSummarySchema = z.object({
  id: idSchema,
  number: z.number().int(),
  version: z.number().int(),
  subject: z.string(),
  status: ticketStatusSchema,
  priority: prioritySchema,
  channel: channelSchema,
  routingChannel: routingChannelSchema,
  customer: z.object({ id: idSchema, name: z.string().nullable(), email: z.string().nullable() }),
  assignee: z.object({ id: idSchema, name: z.string() }).nullable(),
  group: z.object({ id: idSchema, name: z.string() }).nullable(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  queue: z.object({ id: idSchema, name: z.string() }).nullable(),
  workState: workStateSchema,
  sessionState: sessionSchema.shape.state.nullable(),
  /** The last thing said, for the list: who and how it begins. */
  lastMessage: z
    .object({ authorKind: z.string(), preview: z.string(), at: instantSchema })
    .nullable(),
  /** True while the customer's last word is unanswered. */
  awaitingReply: z.boolean(),
  /** The promise that runs out next, or is broken; null when none is being measured. */
  sla: slaChipSchema.nullable().default(null),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type TicketSummary = z.infer<typeof ticketSummarySchema>;

/** A channel of the composer and why it is or is not to be used. */
export const composerChannelSchema = z.object({
  channel: z.enum(['messaging', 'email', 'note']),
  allowed: z.boolean(),
  /** Why it is closed, in a sentence; null when it is open. */
  reason: z.string().nullable(),
});

const linkedTicketSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  subject: z.string(),
  /** Whether the link is that of a chat and the follow-up ticket its rest goes on in. */
  followup: z.boolean(),
});

export const ticketSchema = ticketSummarySchema.extend({
  conversationId: idSchema,
  customer: customerSchema,
  session: sessionSchema.nullable(),
  /** The ticket this one continues, and the ones that continue it. */
  previous: linkedTicketSchema.nullable(),
  following: z.array(linkedTicketSchema),
  composer: z.object({
    channels: z.array(composerChannelSchema),
    preferred: composerChannelSchema.shape.channel,
  }),
  /** Why the work waits or is held, in a sentence; null when somebody has it or none is left. */
  waitingReason: z.string().nullable(),
  /** The queue somebody or a rule keeps it in, whatever the conditions of queues say; a group ends it. */
  keptIn: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** What a form asked and the customer told, or told the assistant, by the key of the category's field. */
  fields: z.record(z.string(), z.string()),
  /** Units by which whoever has it carries more than they should; 0 within their capacity. */
  overBy: z.number().int(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Views of the inbox, in the order they are shown. */
export const viewSchema = z.enum([
  'mine',
  'unassigned',
  'follow_ups',
  'live',
  'all_open',
  'pending',
  'solved',
]);
export type View = z.infer<typeof viewSchema>;

export const ticketPageSchema = pageOf(ticketSummarySchema);

/** `GET /api/views`: counts for the left pane. */
export const viewCountsSchema = z.object({
  views: z.array(
    z.object({ view: viewSchema, count: z.number().int(), oldestAt: instantSchema.nullable() }),
  ),
  queues: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      waiting: z.number().int(),
      oldestAt: instantSchema.nullable(),
    }),
  ),
});
export type ViewCounts = z.infer<typeof viewCountsSchema>;

/** `PATCH /api/tickets/:id`: only what changes, and the version it was read at. */
export const changeTicketSchema = z.object({
  version: z.number().int(),
  subject: z.string().trim().min(1).max(300).optional(),
  status: ticketStatusSchema.exclude(['new', 'closed']).optional(),
  priority: prioritySchema.optional(),
  category: z.string().trim().max(80).nullable().optional(),
  tags: z.array(tagNameSchema).max(30).optional(),
  groupId: idSchema.nullable().optional(),
  /** Brings a ticket whose chat has ended back into the queues, as email work. */
  routingChannel: z.literal('email').optional(),
});
export type ChangeTicket = z.infer<typeof changeTicketSchema>;

/** Going beyond somebody's capacity, or their status; needs `ticket:override_capacity` and is recorded with the reason. */
const overrideShape = {
  override: z.boolean().default(false),
  /** Why; stands in the history. */
  why: z.string().trim().min(1).max(200).optional(),
};
/** Whether whoever goes beyond it says why. */
export const saysWhy = ({
  override = false,
  why,
}: {
  override?: boolean | undefined;
  why?: string | undefined;
}) => !override || why !== undefined;
/** What whoever does not say it is told. */
export const whyMissing = {
  path: ['why'],
  message: 'is missing: say why it goes beyond what they may carry',
};

/** `POST /api/tickets/:id/take`. */
export const takeTicketSchema = z.object(overrideShape).refine(saysWhy, whyMissing);

/** `POST /api/tickets/:id/assign`: null gives the work back to the queue. */
export const assignTicketSchema = z
  .object({ agentId: idSchema.nullable(), ...overrideShape })
  .refine(saysWhy, whyMissing);

/** One line of a ticket's history. */
export const ticketEventSchema = z.object({
  id: idSchema,
  type: z.string(),
  at: instantSchema,
  actor: actorSchema.extend({ name: z.string() }),
  /** The line as people read it. */
  sentence: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type TicketEvent = z.infer<typeof ticketEventSchema>;

/** A question the form of a category asks. */
export const categoryFieldSchema = z.object({
  /** Names the answer in the ticket; never shown. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Lower-case letters, digits and _, like order_number'),
  label: nameSchema.max(80),
  kind: z.enum(['text', 'long_text', 'number', 'date', 'choice']),
  required: z.boolean().default(false),
  /** Only for a choice. */
  options: z.array(nameSchema.max(80)).max(30).default([]),
});
export type CategoryField = z.infer<typeof categoryFieldSchema>;

/** A category of work: what classifiers choose from, and what its form asks. */
export const categorySchema = z.object({
  id: idSchema,
  name: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  examples: z.array(z.string()),
  fields: z.array(categoryFieldSchema),
});
export type Category = z.infer<typeof categorySchema>;

/** `POST /api/categories` and `PUT /api/categories/:id`. */
export const saveCategorySchema = z.object({
  name: nameSchema.max(80),
  description: z.string().trim().max(400).default(''),
  keywords: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(100).default([]),
  examples: z.array(z.string().trim().min(1).max(500)).max(500).default([]),
  fields: z
    .array(
      categoryFieldSchema.refine((field) => field.kind !== 'choice' || field.options.length > 1, {
        path: ['options'],
        message: 'A choice needs at least two options',
      }),
    )
    .max(20)
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
      message: 'Two fields have the same key',
    })
    .default([]),
});
export type SaveCategory = z.infer<typeof saveCategorySchema>;
