/** Queues, offers and the decisions of the router. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { channelClassSchema, customerSchema } from './people.ts';
import { channelSchema, prioritySchema } from './tickets.ts';
import { followupModeSchema, routingChannelSchema } from './sessions.ts';

const wordsSchema = z.array(z.string().trim().min(1).max(80)).min(1).max(50);

/** What a named answer must be: any of the values, or anything where none is given. */
const answerConditionSchema = z.object({
  name: z.string().trim().min(1).max(80),
  values: z.array(z.string().trim().min(1).max(120)).max(50),
});
export type AnswerCondition = z.infer<typeof answerConditionSchema>;

/**
 * Conditions of a queue: all that are given must hold, any value of a list will do; an empty object takes
 * everything. Words, regions and answers are compared without regard to capitals.
 */
export const queueConditionsSchema = z.object({
  channels: z.array(channelSchema).optional(),
  routingChannels: z.array(routingChannelSchema).optional(),
  categories: z.array(z.string()).optional(),
  priorities: z.array(prioritySchema).optional(),
  tags: z.array(z.string()).optional(),
  groupIds: z.array(idSchema).min(1).max(50).optional(),
  /** Of the customer. */
  tiers: z.array(customerSchema.shape.tier).optional(),
  regions: wordsSchema.optional(),
  /** Words the subject contains. */
  subject: wordsSchema.optional(),
  /** Answers to the fields of the form, by key. */
  fields: z.array(answerConditionSchema).min(1).max(10).optional(),
});
export type QueueConditions = z.infer<typeof queueConditionsSchema>;

/**
 * A step of a queue's relaxation ladder: what changes for work that has waited this long in the queue.
 * Steps add up; nothing that an earlier step opened is closed by a later one.
 */
export const ladderStepSchema = z.object({
  afterSeconds: z
    .number()
    .int()
    .min(1)
    .max(7 * 86_400),
  /** Required levels are lowered by this much. */
  lowerLevelsBy: z.number().int().min(0).max(4).default(0),
  /** Skills that need not be there any more; `optional`: all that were only wished for. */
  dropSkills: z.enum(['none', 'optional', 'all']).default('none'),
  /** Groups that may take it from now on as well. */
  addGroupIds: z.array(idSchema).max(20).default([]),
  /** Steps of priority it rises, 0 to 3. */
  raisePriority: z.number().int().min(0).max(3).default(0),
});
export type LadderStep = z.infer<typeof ladderStepSchema>;

/** Mail of a queue is given one undisturbed piece at a time, or as much as fits. */
export const handOverSchema = z.enum(['one_at_a_time', 'fill']);
export type HandOver = z.infer<typeof handOverSchema>;

export const queueSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Place in the list: the first queue whose conditions hold takes the ticket. */
  position: z.number().int(),
  /** 1 (first) to 100: which queue feeds an agent who serves several. */
  priority: z.number().int().min(1).max(100),
  conditions: queueConditionsSchema,
  groups: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Asked as well while nobody of the first groups is available. */
  secondaryGroups: z.array(z.object({ id: idSchema, name: z.string() })),
  description: z.string(),
  handOver: handOverSchema,
  /** How the rest of its chats goes on after the end. */
  followupMode: followupModeSchema,
  ladder: z.array(ladderStepSchema),
  /** Takes work in and gives none out. */
  paused: z.boolean(),
  isDefault: z.boolean(),
  waiting: z.number().int(),
  /** Of all its groups, those at a desk who can be given work of at least one channel. */
  agentsOnline: z.number().int(),
});
export type Queue = z.infer<typeof queueSchema>;

/** An open offer, as the agent it is for sees it. */
export const offerSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  subject: z.string(),
  channelClass: channelClassSchema,
  units: z.number().int(),
  priority: prioritySchema,
  queueName: z.string(),
  customerName: z.string().nullable(),
  /** Why this agent, in a sentence. */
  why: z.string(),
  waitingSince: instantSchema,
  offeredAt: instantSchema,
  expiresAt: instantSchema,
  /** The server's time when this was read: countdowns use it, not the browser's clock. */
  serverTime: instantSchema,
});
export type Offer = z.infer<typeof offerSchema>;

export const offersSchema = z.object({ offers: z.array(offerSchema) });

export const declineReasonSchema = z.enum(['busy', 'wrong_skill', 'break', 'conflict', 'other']);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** `POST /api/offers/:id/decline`. */
export const declineOfferSchema = z.object({
  reason: declineReasonSchema,
  /** In their own words; stands in the history. */
  comment: z.string().trim().max(300).optional(),
});

export type DeclineOffer = z.infer<typeof declineOfferSchema>;

/** Why a candidate did not get the work. */
export const exclusionSchema = z.enum([
  'not_in_group',
  'status',
  'disconnected',
  'on_call',
  'budget_full',
  'channel_full',
  'missing_skill',
  'declined_before',
  'mail_in_hand',
  'had_share',
  'shift_ends',
  'kept_for_others',
]);
export type Exclusion = z.infer<typeof exclusionSchema>;

/** One agent the router looked at. Candidates that were left out carry the reason. */
export const candidateSchema = z.object({
  agentId: idSchema,
  name: z.string(),
  excluded: exclusionSchema.nullable(),
  /** Free units after this work, of budget and ceiling whichever is tighter. */
  spare: z.number().int().nullable(),
  idleSeconds: z.number().int().nullable(),
  /** What giving it to them would cost or gain; the lower the better, comparable within a decision only. */
  value: z.number().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Parts of the score of a piece of work. A weight of 8 is an urgent one of an ordinary customer. */
export const routingScoreSchema = z.object({
  weight: z.number(),
  /** Rank of the priority after the queue's ladder: 0 urgent to 3 low. */
  priority: z.number(),
  tier: z.number(),
  /** Chance to make the deadline when begun now, 0 to 1; null without one. */
  chance: z.number().nullable(),
  /** How much of its weight waiting would risk, 0 to 1. */
  risk: z.number(),
  /** Share of its weight that age alone gives it. */
  age: z.number(),
  /** Price of the winner's time; 1 is ordinary. */
  scarcity: z.number().nullable(),
  /** Minutes of work expected, and working minutes left. */
  minutes: z.number(),
  minutesLeft: z.number().nullable(),
});
export type RoutingScore = z.infer<typeof routingScoreSchema>;

/** A decision of the router, kept with the ticket. */
export const routingDecisionSchema = z.object({
  id: idSchema,
  at: instantSchema,
  outcome: z.enum(['assigned', 'offered', 'waiting']),
  queueName: z.string(),
  winner: z.object({ id: idSchema, name: z.string() }).nullable(),
  candidates: z.array(candidateSchema),
  /** The decision in words. */
  sentence: z.string(),
  /** Null where none was made. */
  score: routingScoreSchema.nullable(),
});
export type RoutingDecision = z.infer<typeof routingDecisionSchema>;

export const routingDecisionsSchema = z.object({ decisions: z.array(routingDecisionSchema) });

/** `GET /api/tickets/:id/routing-preview`: where it would go, and who could take it now. */
export const routingPreviewSchema = z.object({
  /** The queue it belongs to by its conditions. */
  queueName: z.string(),
  /** Who would get it if it were the only work that waits; null: nobody can now. */
  winner: z.object({ id: idSchema, name: z.string() }).nullable(),
  sentence: z.string(),
  score: routingScoreSchema.nullable(),
  candidates: z.array(candidateSchema),
  /** Skills it asks for. */
  needs: z.array(z.object({ name: z.string(), level: z.number(), optional: z.boolean() })),
  /** What work like it usually takes, in minutes, and from how many pieces that was learned. */
  expected: z.object({ minutes: z.number(), samples: z.number().int() }),
});
export type RoutingPreview = z.infer<typeof routingPreviewSchema>;

/** `GET /api/routing/test?ticket=123`: which queue it goes to and why not the others, and who could take it now. */
export const queueTestSchema = z.object({
  ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }),
  queues: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      outcome: z.enum(['taken', 'refused', 'not_asked']),
      /** In a sentence. */
      why: z.string(),
    }),
  ),
  preview: routingPreviewSchema,
});
export type QueueTest = z.infer<typeof queueTestSchema>;
export const queueTestQuerySchema = z.object({
  ticket: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** `GET /api/me/next-up`: the mail that would come next; a preview, what arrives later may come before. */
export const nextUpSchema = z.object({
  next: z
    .object({
      ticketId: idSchema,
      number: z.number().int(),
      subject: z.string(),
      queueName: z.string(),
    })
    .nullable(),
});
export type NextUp = z.infer<typeof nextUpSchema>;

/** A skill that a piece of work asks for: required, or wished for until somebody has waited long enough. */
export const ticketSkillSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The lowest level that will do. */
  level: z.number().int().min(1).max(5),
  optional: z.boolean(),
});
export type TicketSkill = z.infer<typeof ticketSkillSchema>;

/** `GET /api/tickets/:id/skills`. */
export const ticketSkillsSchema = z.object({
  skills: z.array(ticketSkillSchema),
  /** A person has set them: briefs leave them alone. */
  byHand: z.boolean(),
});
export type TicketSkills = z.infer<typeof ticketSkillsSchema>;

/** `PUT /api/tickets/:id/skills`: all of them, set by hand; wished-for ones in the order they count, the last is given up first. */
export const setTicketSkillsSchema = z.object({
  skills: z
    .array(ticketSkillSchema.omit({ name: true }))
    .max(20)
    .refine((skills) => new Set(skills.map(({ id }) => id)).size === skills.length, {
      message: 'Name each skill once',
    }),
});
export type SetTicketSkills = z.infer<typeof setTicketSkillsSchema>;
