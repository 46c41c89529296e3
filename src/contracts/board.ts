/** The operations board: queues, agents and work as they are now, for supervisors. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { agentSchema, capacityUseSchema } from './people.ts';
import { slaChipSchema, slaMetricSchema } from './sla-chip.ts';
import { channelSchema, prioritySchema, ticketStatusSchema } from './tickets.ts';

/** Whether the workspace says that far more comes in than usual; rules can ask about it. */
export const surgeSchema = z.object({
  on: z.boolean().default(false),
  /** When it ends by itself; null: when somebody switches it off. */
  until: instantSchema.nullable().default(null),
});
export type Surge = z.infer<typeof surgeSchema>;

/** `PUT /api/board/surge`: on for so long; without a time until it is switched off. */
export const setSurgeSchema = z.object({
  on: z.boolean(),
  minutes: z.number().int().min(5).max(1_440).nullable().default(null),
});
export type SetSurge = z.infer<typeof setSurgeSchema>;

/** Whether a surge is on at an instant. */
export function isSurging({ on, until }: Surge, nowMs: number): boolean {
  return on && (until === null || Date.parse(until) > nowMs);
}

/** When work needs somebody else; null does not ask. */
export const guardrailsSchema = z.object({
  /** Given to somebody for so long, and nothing has been said since. */
  agedHours: z.number().int().min(1).max(720).nullable().default(24),
  /** Waits in its queue or as an offer for so long. */
  unacceptedMinutes: z.number().int().min(1).max(10_080).nullable().default(60),
  /** Its owner has not been there for so long. */
  ownerAwayMinutes: z.number().int().min(1).max(10_080).nullable().default(120),
});
export type Guardrails = z.infer<typeof guardrailsSchema>;

/** `PUT /api/board/guardrails`. */
export const saveGuardrailsSchema = z.object({
  agedHours: guardrailsSchema.shape.agedHours.unwrap(),
  unacceptedMinutes: guardrailsSchema.shape.unacceptedMinutes.unwrap(),
  ownerAwayMinutes: guardrailsSchema.shape.ownerAwayMinutes.unwrap(),
});

/** Inflow and outflow are counted in so many steps of so many minutes, the latest last. */
export const flowSteps = 12;
/** Length of a step in minutes. */
export const flowStepMinutes = 5;

const namedSchema = z.object({ id: idSchema, name: z.string() });

/** What happens in one queue. */
export const boardQueueSchema = namedSchema.extend({
  isDefault: z.boolean(),
  paused: z.boolean(),
  /** The groups asked first. */
  groups: z.array(namedSchema),
  waiting: z.number().int(),
  oldestAt: instantSchema.nullable(),
  atRisk: z.number().int(),
  breached: z.number().int(),
  /** Work that came in and work that was given out, by step. */
  inflow: z.array(z.number().int()),
  outflow: z.array(z.number().int()),
  /** Of all its groups, those at a desk who can be given work of at least one channel. */
  agentsOnline: z.number().int(),
});
export type BoardQueue = z.infer<typeof boardQueueSchema>;

/** What an agent has in hand; the latest few pieces by name. */
export const boardAgentSchema = namedSchema.extend({
  status: agentSchema.shape.status,
  customStatus: agentSchema.shape.customStatus,
  connected: z.boolean(),
  statusSince: instantSchema,
  capacity: capacityUseSchema,
  onCallSince: agentSchema.shape.onCallSince,
  /** A rule of their own; null: that of their group or the default one. */
  capacityRuleId: idSchema.nullable(),
  work: z.array(z.object({ ticketId: idSchema, number: z.number().int(), subject: z.string() })),
});
export type BoardAgent = z.infer<typeof boardAgentSchema>;

/** `PUT /api/board/agents/:id/capacity-rule`. */
export const setCapacityRuleSchema = z.object({ capacityRuleId: idSchema.nullable() });

/** Why work needs somebody else. */
export const needSchema = z.enum(['owner_away', 'aged', 'unaccepted']);
export type Need = z.infer<typeof needSchema>;

/** The lists of work, each of which every other figure leads to. */
export const boardListSchema = z.enum(['after_chat', 'at_risk', 'reassign', 'open']);
export type BoardList = z.infer<typeof boardListSchema>;

/** `GET /api/board`. */
export const boardSchema = z.object({
  serverTime: instantSchema,
  surge: surgeSchema,
  guardrails: guardrailsSchema,
  totals: z.object({
    waiting: z.number().int(),
    oldestAt: instantSchema.nullable(),
    atRisk: z.number().int(),
    breached: z.number().int(),
    afterChat: z.number().int(),
    reassign: z.number().int(),
    agentsOnline: z.number().int(),
  }),
  queues: z.array(boardQueueSchema),
  agents: z.array(boardAgentSchema),
});
export type Board = z.infer<typeof boardSchema>;

/** What lists of work are ordered by. */
export const boardSortSchema = z.enum(['age', 'due', 'priority', 'owner', 'queue', 'number']);
export type BoardSort = z.infer<typeof boardSortSchema>;

/** Most rows of one list; more are counted but not shown. */
export const boardBound = 5_000;

/** States of work that is not done. */
export const openWorkStateSchema = z.enum(['waiting', 'offered', 'assigned', 'held']);

/** What a list of work is narrowed to. */
export const boardFilterSchema = z.object({
  queue: idSchema.optional(),
  /** An agent, or nobody. */
  owner: z.union([idSchema, z.literal('none')]).optional(),
  state: openWorkStateSchema.optional(),
  sla: z.enum(['at_risk', 'breached']).optional(),
  priority: prioritySchema.optional(),
  need: needSchema.optional(),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

/** `GET /api/board/work`. */
export const boardWorkQuerySchema = boardFilterSchema.extend({
  list: boardListSchema,
  sort: boardSortSchema.default('age'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(boardBound).default(200),
});
export type BoardWorkQuery = z.infer<typeof boardWorkQuerySchema>;

/** A piece of work with what a supervisor decides by. */
export const boardWorkSchema = z.object({
  ticketId: idSchema,
  number: z.number().int(),
  subject: z.string(),
  customerName: z.string().nullable(),
  status: ticketStatusSchema,
  priority: prioritySchema,
  channel: channelSchema,
  state: openWorkStateSchema,
  queue: namedSchema,
  /** Who has it or is offered it, or had it while it is held. */
  owner: namedSchema.nullable(),
  /** When the chat ended; where there was none, when the work came in. */
  since: instantSchema,
  /** Why nobody is at it, in a sentence; null while somebody is. */
  reason: z.string().nullable(),
  need: needSchema.nullable(),
  sla: slaChipSchema.nullable(),
});
export type BoardWork = z.infer<typeof boardWorkSchema>;

export const boardWorkPageSchema = z.object({
  items: z.array(boardWorkSchema),
  /** How many there are, also beyond the limit. */
  total: z.number().int(),
});

/** Why a person was called: the bot handed over, or failed; a promise is at risk, or broken. */
export const escalationKindSchema = z.enum(['handover', 'bot_failed', 'at_risk', 'breached']);
export type EscalationKind = z.infer<typeof escalationKindSchema>;

/** A ticket for which a person was called, and who came. */
export const escalationSchema = z.object({
  id: idSchema,
  at: instantSchema,
  kind: escalationKindSchema,
  ticketId: idSchema,
  number: z.number().int(),
  subject: z.string(),
  customerName: z.string().nullable(),
  queue: namedSchema,
  /** The reason of the bot; of a promise the name of its policy. */
  reason: z.string(),
  /** Which promise. */
  metric: slaMetricSchema.nullable(),
  /** What its words say, with how sure that is, 0 to 1; the surest two. */
  signals: z.array(
    z.object({ kind: z.enum(['risk', 'person_wish']), topic: z.string(), score: z.number() }),
  ),
  /** Who took it first after that. */
  taken: z.object({ name: z.string(), at: instantSchema }).nullable(),
  /** Who has it, also from before. */
  owner: z.string().nullable(),
  state: openWorkStateSchema.or(z.literal('done')),
});
export type BoardEscalation = z.infer<typeof escalationSchema>;

/** `GET /api/board/escalations`: of the last seven days, the latest first. */
export const escalationsSchema = z.object({ items: z.array(escalationSchema) });
