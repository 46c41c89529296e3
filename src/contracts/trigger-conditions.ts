/** What a trigger may ask about: one table of fields, from which schema, editor and documents are made. */
import { z } from 'zod';
import { BriefSentiment } from './briefs.ts';
import { idSchema } from './common.ts';
import { customerSchema } from './people.ts';
import {
  inactiveReasonSchema,
  routingChannelSchema,
  sessionEndedReasonSchema,
  sessionStateSchema,
} from './sessions.ts';
import { tagNameSchema } from './tags.ts';
import { RiskTopic } from './understanding.ts';
import { channelSchema, prioritySchema, ticketStatusSchema } from './tickets.ts';

/** The two kinds: messaging triggers run while the chat does, ticket triggers always. */
export const triggerKindSchema = z.enum(['messaging', 'ticket']);
export type TriggerKind = z.infer<typeof triggerKindSchema>;

/** What happened to a ticket. */
export const triggerEventSchema = z.enum([
  'created',
  'updated',
  'message_received',
  'message_sent',
  'session_ended',
]);
export type TriggerEvent = z.infer<typeof triggerEventSchema>;

/** Who made it happen. */
export const triggerActorSchema = z.enum(['customer', 'agent', 'assistant', 'trigger', 'system']);

/** Every operator with its words, as they stand between field and value. */
export const conditionOperators = {
  is: 'is',
  is_not: 'is not',
  is_set: 'is set',
  is_none: 'is not set',
  changed: 'changed',
  changed_to: 'changed to',
  changed_from: 'changed from',
  any_of: 'contain any of',
  all_of: 'contain all of',
  none_of: 'contain none of',
  contains: 'contains any of',
  contains_not: 'contains none of',
  yes: 'is yes',
  no: 'is no',
  at_least: 'is at least',
  less_than: 'is less than',
} as const;
export type ConditionOperator = keyof typeof conditionOperators;

/** Operators that stand alone, without a value. */
export const bareOperators: ReadonlySet<ConditionOperator> = new Set([
  'is_set',
  'is_none',
  'changed',
  'yes',
  'no',
]);

/** What kind of value a field has. */
export type ConditionType = 'choice' | 'reference' | 'tags' | 'text' | 'yes_no' | 'amount';

/** Lists of the workspace that values of references are chosen from. */
export type ReferenceSource = 'groups' | 'agents' | 'queues' | 'schedules' | 'categories';

interface FieldOf {
  readonly label: string;
  readonly type: ConditionType;
  readonly operators: readonly ConditionOperator[];
  /** Of a question with yes or no: what is so where the answer is no. */
  readonly denied?: string;
  /** Where its value comes from. */
  readonly from: string;
  /** The values of a choice. */
  readonly choices?: readonly string[];
  readonly source?: ReferenceSource;
  readonly unit?: 'hours' | 'minutes' | 'tickets';
  /** What `key` names: an attribute or a schedule. */
  readonly key?: 'attribute' | 'schedule';
  /** True for what passes by itself: `at_least` makes the rule one that runs by the clock. */
  readonly timed?: true;
}

const choice = ['is', 'is_not'] as const;
const tracked = [...choice, 'changed', 'changed_to', 'changed_from'] as const;
const optional = ['is', 'is_not', 'is_set', 'is_none'] as const;
const text = ['contains', 'contains_not'] as const;
const amount = ['at_least', 'less_than'] as const;
const yesNo = ['yes', 'no'] as const;

const since = (label: string, from: string) =>
  ({ label, type: 'amount', operators: amount, unit: 'hours', timed: true, from }) as const;

/** Every field that can be asked about, in the order they are offered. */
export const conditionFields = {
  event: {
    label: 'What happened',
    type: 'choice',
    operators: choice,
    choices: triggerEventSchema.options,
    from: 'The event the rule runs for',
  },
  updated_by: {
    label: 'Who did it',
    type: 'choice',
    operators: choice,
    choices: triggerActorSchema.options,
    from: 'The event the rule runs for',
  },
  channel: {
    label: 'Channel',
    type: 'choice',
    operators: choice,
    choices: channelSchema.options,
    from: 'Where the conversation began; never changes',
  },
  routing_channel: {
    label: 'Routing channel',
    type: 'choice',
    operators: tracked,
    choices: routingChannelSchema.options,
    from: 'How the router treats the ticket',
  },
  session_state: {
    label: 'Chat',
    type: 'choice',
    operators: [...tracked, 'is_none'],
    choices: sessionStateSchema.options,
    from: 'The chat of the conversation',
  },
  session_ended_reason: {
    label: 'Why the chat ended',
    type: 'choice',
    operators: [...tracked, 'is_none'],
    choices: sessionEndedReasonSchema.options,
    from: 'The end of the chat',
  },
  inactive_reason: {
    label: 'Why the chat is quiet',
    type: 'choice',
    operators: [...choice, 'is_none'],
    choices: inactiveReasonSchema.options,
    from: 'The chat while it is inactive',
  },
  status: {
    label: 'Status',
    type: 'choice',
    operators: tracked,
    choices: ticketStatusSchema.options,
    from: 'The ticket',
  },
  priority: {
    label: 'Priority',
    type: 'choice',
    operators: tracked,
    choices: prioritySchema.options,
    from: 'The ticket',
  },
  category: {
    label: 'Category',
    type: 'reference',
    operators: [...optional, 'changed'],
    source: 'categories',
    from: 'The ticket',
  },
  tags: {
    label: 'Tags',
    type: 'tags',
    operators: ['any_of', 'all_of', 'none_of'],
    from: 'The ticket',
  },
  group: {
    label: 'Group',
    type: 'reference',
    operators: [...optional, 'changed'],
    source: 'groups',
    from: 'The ticket',
  },
  assignee: {
    label: 'Assignee',
    type: 'reference',
    operators: [...optional, 'changed'],
    source: 'agents',
    from: 'Who has the work of the ticket',
  },
  customer_tier: {
    label: 'Tier of the customer',
    type: 'choice',
    operators: choice,
    choices: customerSchema.shape.tier.options,
    from: 'The customer',
  },
  customer_region: {
    label: 'Region of the customer',
    type: 'text',
    operators: [...optional, ...text],
    from: 'The customer',
  },
  customer_attribute: {
    label: 'Attribute of the customer',
    type: 'text',
    operators: [...optional, ...text],
    key: 'attribute',
    from: 'The customer, as agents noted it or a program told it',
  },
  email_known: {
    label: 'Email address of the customer is known',
    denied: 'Email address of the customer is not known',
    type: 'yes_no',
    operators: yesNo,
    from: 'The customer',
  },
  subject: { label: 'Subject', type: 'text', operators: text, from: 'The ticket' },
  last_message: {
    label: 'Last message',
    type: 'text',
    operators: text,
    from: 'What was said last, notes left out',
  },
  any_message: {
    label: 'Any message',
    type: 'text',
    operators: text,
    from: 'The last 50 messages, notes left out',
  },
  language: {
    label: 'Language',
    type: 'text',
    operators: choice,
    from: 'The brief; before there is one, the words of the customer. Two letters: en, fr',
  },
  sentiment: {
    label: 'Mood of the customer',
    type: 'choice',
    operators: [...choice, 'is_none'],
    choices: BriefSentiment.options,
    from: 'The brief, once there is one',
  },
  risk_topic: {
    label: 'Risk topic',
    type: 'choice',
    operators: optional,
    choices: RiskTopic.options,
    from: 'What the customer wrote; any of the topics found counts',
  },
  wishes_person: {
    label: 'Customer wishes for a person',
    denied: 'Customer does not wish for a person',
    type: 'yes_no',
    operators: yesNo,
    from: 'What the customer wrote, or the button of the chat for it',
  },
  business_hours: {
    label: 'Within business hours',
    denied: 'Outside business hours',
    type: 'yes_no',
    operators: yesNo,
    key: 'schedule',
    from: 'A schedule, at the time the rule runs',
  },
  surge: {
    label: 'A surge is on',
    denied: 'No surge is on',
    type: 'yes_no',
    operators: yesNo,
    from: 'The switch of the operations board, at the time the rule runs',
  },
  queue: {
    label: 'Queue',
    type: 'reference',
    operators: [...optional, 'changed'],
    source: 'queues',
    from: 'Where the work of the ticket waits or was taken from',
  },
  queue_depth: {
    label: 'Tickets waiting in its queue',
    type: 'amount',
    operators: amount,
    unit: 'tickets',
    from: 'The queue, at the time the rule runs',
  },
  queue_wait: {
    label: 'Minutes it has waited in its queue',
    type: 'amount',
    operators: amount,
    unit: 'minutes',
    timed: true,
    from: 'Since its work was due, while nobody has it',
  },
  hours_since_created: since('Hours since it was opened', 'The ticket'),
  hours_since_updated: since('Hours since it last changed', 'The ticket'),
  hours_since_solved: since('Hours since it was solved', 'The history, while it is solved'),
  hours_since_customer: since('Hours since the customer last wrote', 'The conversation'),
} as const satisfies Record<string, FieldOf>;

export type ConditionField = keyof typeof conditionFields;

/** The entry of a field, with everything an entry may have. */
export function conditionFieldOf(field: ConditionField): FieldOf {
  return conditionFields[field];
}

/** One question of a trigger, e.g. `{ field: 'status', op: 'changed_to', values: ['solved'] }`. */
export interface Condition {
  readonly field: ConditionField;
  readonly op: ConditionOperator;
  /** Any of these; empty for amounts and for operators that stand alone. */
  readonly values: readonly string[];
  readonly amount: number | null;
  /** The attribute or the schedule that is meant. */
  readonly key: string | null;
}

const largest = { hours: 8_760, minutes: 10_080, tickets: 10_000 } as const;

function schemaOf(field: ConditionField) {
  const entry = conditionFieldOf(field);
  const base = {
    field: z.literal(field),
    op: z.enum(entry.operators as [ConditionOperator, ...ConditionOperator[]]),
  };
  const max = largest[entry.unit ?? 'hours'];
  return z
    .object({
      ...base,
      values: z.array(valueOf(entry)).max(50, 'Name at most 50').default([]),
      amount: z.number().min(0).max(max).nullable().default(null),
      key: keyOf(entry),
    })
    .superRefine((condition, context) => {
      const bare = bareOperators.has(condition.op);
      if (entry.type === 'amount') {
        if (condition.amount === null) tell(context, 'amount', 'Give a number');
      } else if (!bare && condition.values.length === 0) tell(context, 'values', 'Choose a value');
      if (bare && condition.values.length > 0) tell(context, 'values', 'Takes no value');
    });
}

function tell(context: z.RefinementCtx, path: string, message: string): void {
  context.addIssue({ code: 'custom', path: [path], message });
}

function valueOf(entry: FieldOf): z.ZodType<string> {
  if (entry.choices) return z.enum(entry.choices as [string, ...string[]]);
  if (entry.type === 'tags') return tagNameSchema;
  if (entry.source && entry.source !== 'categories') return idSchema;
  return z.string().trim().min(1, 'Write something').max(200);
}

function keyOf(entry: FieldOf): z.ZodType<string | null> {
  if (entry.key === 'schedule') return z.uuid('Choose a schedule');
  if (entry.key === 'attribute') return z.string().trim().min(1, 'Name the attribute').max(80);
  return z.null().default(null);
}

const fieldNames = Object.keys(conditionFields) as [ConditionField, ...ConditionField[]];

/** A condition, checked against the table: operator, values, amount and key must fit the field. */
export const conditionSchema = z.discriminatedUnion(
  'field',
  fieldNames.map(schemaOf) as unknown as [ReturnType<typeof schemaOf>],
) as unknown as z.ZodType<Condition, Partial<Condition> & Pick<Condition, 'field' | 'op'>>;

/** Whether a condition comes true by the passing of time. */
export function isTimed(condition: Pick<Condition, 'field' | 'op'>): boolean {
  return condition.op === 'at_least' && conditionFieldOf(condition.field).timed === true;
}
