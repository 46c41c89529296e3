/** Views of tickets: what a list shows, in which order, as built in, saved or typed into the address. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, pageQuerySchema } from './common.ts';
import { roleSchema } from './people.ts';
import { routingChannelSchema } from './sessions.ts';
import { tagNameSchema } from './tags.ts';
import {
  channelSchema,
  prioritySchema,
  saysWhy,
  ticketStatusSchema,
  viewSchema,
  whyMissing,
  workStateSchema,
  type View,
} from './tickets.ts';

/** Where a promise stands, as a list can be narrowed to it; the ones to hurry for first. */
export const slaFilterSchema = z.enum(['at_risk', 'breached', 'paused', 'active', 'none']);

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(30).optional();

/**
 * Which tickets. Several values of one field: any of them; several fields: all of them; tags: all of them.
 * A field that is left out does not matter.
 */
export const ticketFilterSchema = z.strictObject({
  status: listOf(ticketStatusSchema),
  priority: listOf(prioritySchema),
  channel: listOf(channelSchema),
  routingChannel: listOf(routingChannelSchema),
  /** `none`: it did not start as a chat. */
  session: listOf(z.enum(['active', 'inactive', 'ended', 'none'])),
  work: listOf(workStateSchema),
  queue: listOf(idSchema),
  group: listOf(z.union([idSchema, z.literal('none')])),
  /** `me` is whoever looks. */
  assignee: listOf(z.union([idSchema, z.enum(['me', 'none'])])),
  tags: listOf(tagNameSchema),
  /** Names of categories; the empty name is none. */
  category: listOf(z.string().max(80)),
  tier: listOf(z.enum(['enterprise', 'standard', 'free'])),
  /** How the promise that is due next stands; `none`: nothing is promised, or all of it is kept. */
  sla: listOf(slaFilterSchema),
  customer: idSchema.optional(),
  customers: z.array(idSchema).max(500).optional(),
  /** True: the customer's last word is unanswered. */
  awaitingReply: z.boolean().optional(),
  /** Opened at least this many hours ago. */
  olderThanHours: z.number().int().min(1).max(100_000).optional(),
  /** Words of subject, customer or messages. */
  text: z.string().trim().min(1).max(200).optional(),
});
export type TicketFilter = z.infer<typeof ticketFilterSchema>;

/** What a list can be sorted by. `waiting` is how long the customer has been without an answer. */
export const sortFieldSchema = z.enum([
  'updated',
  'created',
  'activity',
  'waiting',
  'priority',
  'status',
  'number',
  'subject',
  'customer',
]);
export type SortField = z.infer<typeof sortFieldSchema>;

export const ticketSortSchema = z.strictObject({
  by: sortFieldSchema,
  direction: z.enum(['asc', 'desc']),
});
export type TicketSort = z.infer<typeof ticketSortSchema>;

/** The order of a list that says nothing else. */
export const defaultSort: TicketSort = { by: 'updated', direction: 'desc' };

/** Columns of the table, besides the one that selects. */
export const ticketColumnSchema = z.enum([
  'number',
  'subject',
  'customer',
  'status',
  'priority',
  'channel',
  'assignee',
  'group',
  'queue',
  'category',
  'tags',
  'sla',
  'waiting',
  'activity',
  'created',
  'updated',
]);
export type TicketColumn = z.infer<typeof ticketColumnSchema>;

export const defaultColumns: readonly TicketColumn[] = [
  'number',
  'subject',
  'customer',
  'status',
  'priority',
  'assignee',
  'activity',
];

/** A filter as it stands in an address: JSON. */
const filterInAddressSchema = z
  .string()
  .max(8_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'is no JSON' });
      return z.NEVER;
    }
  })
  .pipe(ticketFilterSchema);

const whichTickets = {
  /** A built-in view, and what is to hold besides. */
  view: viewSchema.optional(),
  filter: filterInAddressSchema.optional(),
  queueId: idSchema.optional(),
  customerId: idSchema.optional(),
  search: z.string().trim().max(200).optional(),
};

/** `GET /api/tickets`. */
export const listTicketsQuerySchema = pageQuerySchema.extend({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  ...whichTickets,
  cursor: z.string().max(600).optional(),
  sort: sortFieldSchema.default(defaultSort.by),
  direction: ticketSortSchema.shape.direction.default(defaultSort.direction),
});
export type ListTicketsQuery = z.infer<typeof listTicketsQuerySchema>;

/** `GET /api/tickets/count`. */
export const countTicketsQuerySchema = z.object(whichTickets);
export type CountTicketsQuery = z.infer<typeof countTicketsQuerySchema>;

const unsolved = ['new', 'open', 'pending', 'on_hold'] as const;

/** The built-in views are ordinary filters. */
export const presetFilters: Readonly<Record<View, TicketFilter>> = {
  mine: { assignee: ['me'], work: ['assigned', 'held'] },
  unassigned: { work: ['waiting', 'offered'] },
  follow_ups: {
    channel: ['messaging'],
    routingChannel: ['email'],
    status: [...unsolved],
  },
  live: { session: ['active', 'inactive'] },
  all_open: { status: ['new', 'open'] },
  pending: { status: ['pending', 'on_hold'] },
  solved: { status: ['solved', 'closed'] },
};

const viewShape = {
  name: nameSchema,
  filter: ticketFilterSchema,
  sort: ticketSortSchema,
  columns: z.array(ticketColumnSchema).min(1).max(16),
  layout: z.enum(['list', 'table']),
};

/** `POST /api/ticket-views` and `PUT /api/ticket-views/:id`. */
export const saveTicketViewSchema = z.object({ ...viewShape, shared: z.boolean() });
export type SaveTicketView = z.infer<typeof saveTicketViewSchema>;

/** Counting stops here: more is shown as "more than". */
export const countBound = 1_000;

export const savedViewSchema = z.object({
  id: idSchema,
  ...viewShape,
  name: z.string(),
  shared: z.boolean(),
  /** Whether the reader may change it. */
  editable: z.boolean(),
  /** At most `countBound`. */
  count: z.number().int(),
  /** Of the ticket that has been quiet for longest; null when there is none or more than can be counted. */
  oldestAt: instantSchema.nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** `GET /api/ticket-views`: the shared ones and one's own, in their order. */
export const savedViewsSchema = z.object({ views: z.array(savedViewSchema) });

/** `PUT /api/ticket-views/order`: ids as they are to stand; others keep their place after them. */
export const orderViewsSchema = z.object({ ids: z.array(idSchema).max(200) });

/** How many tickets a filter finds, at most `bulkBound` and one: more is too many for one bulk. */
export const ticketCountSchema = z.object({ count: z.number().int() });

/** Most tickets one bulk touches. */
export const bulkBound = 2_000;

const tagList = z.array(tagNameSchema).min(1).max(10);

/** Said in the history to whoever gets it. */
const whySchema = z.string().trim().min(1).max(200).optional();

/** What a bulk does to each ticket. */
export const bulkActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: ticketStatusSchema.exclude(['new', 'closed']) }),
  z.object({ kind: z.literal('priority'), priority: prioritySchema }),
  z.object({ kind: z.literal('category'), category: z.string().trim().min(1).max(80).nullable() }),
  z.object({ kind: z.literal('group'), groupId: idSchema.nullable() }),
  z.object({ kind: z.literal('add_tags'), tags: tagList }),
  z.object({ kind: z.literal('remove_tags'), tags: tagList }),
  /**
   * Null gives the work back to its queue. With `override` also beyond what somebody may carry, which needs a reason
   * and the permission `ticket:override_capacity`.
   */
  z
    .object({
      kind: z.literal('assign'),
      agentId: idSchema.nullable(),
      why: whySchema,
      override: z.boolean().optional(),
    })
    .refine(saysWhy, whyMissing),
  /** Whatever the conditions of queues say, until somebody chooses a group; whoever has it gives it back. */
  z.object({ kind: z.literal('queue'), queueId: idSchema, why: whySchema }),
]);
export type BulkAct = z.infer<typeof bulkActSchema>;

/** What a bulk was refused that may be done all the same, by whoever may go beyond it and says why. */
export const beyondCodes = ['capacity_exceeded', 'agent_unavailable'] as const;

/**
 * Named tickets; all that a filter finds but never more than the person has confirmed; or all that another bulk left
 * alone only because its agent had no room, or took nothing by name.
 */
export const bulkSelectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tickets'), ids: z.array(idSchema).min(1).max(bulkBound) }),
  z.object({
    kind: z.literal('filter'),
    filter: ticketFilterSchema,
    sort: ticketSortSchema.default(defaultSort),
    confirmed: z.number().int().min(1).max(bulkBound),
  }),
  z.object({ kind: z.literal('beyond'), bulkId: idSchema }),
]);
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

/** `POST /api/bulks`. */
export const startBulkSchema = z.object({ selection: bulkSelectionSchema, act: bulkActSchema });
export type StartBulk = z.infer<typeof startBulkSchema>;

export const bulkItemStateSchema = z.enum([
  'pending',
  'done',
  /** It was so already. */
  'unchanged',
  'skipped',
  'undone',
  'kept',
]);

/** A bulk and how far it is. `kept`: undo left the ticket alone, because it has been changed since. */
export const bulkSchema = z.object({
  id: idSchema,
  act: bulkActSchema,
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  total: z.number().int(),
  counts: z.record(bulkItemStateSchema, z.number().int()),
  /** The tickets that were left alone, with the reason; the first 200. */
  exceptions: z.array(
    z.object({
      ticketId: idSchema,
      number: z.number().int(),
      subject: z.string(),
      state: bulkItemStateSchema,
      reason: z.string(),
      /** The code of the refusal, where it was one. */
      code: z.string().nullable(),
    }),
  ),
  /** What it left alone only for want of room: how many, and why the first. */
  beyond: z.object({ count: z.number().int(), reason: z.string() }).nullable(),
  member: z.object({ id: idSchema, name: z.string(), role: roleSchema }),
  createdAt: instantSchema,
});
export type Bulk = z.infer<typeof bulkSchema>;
