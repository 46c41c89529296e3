/** Triggers: rules that act by themselves when something happens, or when time has passed. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';
import { triggerActionSchema, triggerActions, type TriggerActionName } from './trigger-actions.ts';
import {
  conditionFields,
  conditionSchema,
  triggerKindSchema,
  type ConditionField,
} from './trigger-conditions.ts';

/** The rule itself: frozen data, from which it is compiled. */
export const triggerRuleSchema = z.object({
  name: nameSchema,
  description: z.string().trim().max(500).default(''),
  kind: triggerKindSchema,
  conditions: z.object({
    /** Every one of these must hold. */
    all: z.array(conditionSchema).max(30).default([]),
    /** And, where there are any, at least one of these. */
    any: z.array(conditionSchema).max(30).default([]),
  }),
  actions: z.array(triggerActionSchema).min(1, 'Say what it does').max(20),
});
export type TriggerRule = z.infer<typeof triggerRuleSchema>;

export const triggerSchema = triggerRuleSchema.extend({
  id: idSchema,
  enabled: z.boolean(),
  position: z.number().int(),
  /** Counts the saved states; goes into `PATCH` so that nobody overwrites what they have not seen. */
  version: z.number().int(),
  /** True for rules that run by the clock, every minute, instead of on events. */
  timed: z.boolean(),
  runs: z.object({
    total: z.number().int(),
    lastDay: z.number().int(),
    failed: z.number().int(),
    lastAt: instantSchema.nullable(),
  }),
  changedAt: instantSchema,
});
export type Trigger = z.infer<typeof triggerSchema>;

/** `GET /api/triggers`: in the order they run. */
export const triggersSchema = z.object({ triggers: z.array(triggerSchema) });

/** `POST /api/triggers`: a new rule is off until it is switched on. */
export const createTriggerSchema = triggerRuleSchema.extend({
  enabled: z.boolean().default(false),
});
export type CreateTrigger = z.infer<typeof createTriggerSchema>;

/** `PATCH /api/triggers/:id`. */
export const changeTriggerSchema = triggerRuleSchema.partial().extend({
  description: z.string().trim().max(500).optional(),
  enabled: z.boolean().optional(),
  version: z.number().int().optional(),
});
export type ChangeTrigger = z.infer<typeof changeTriggerSchema>;

/** `PUT /api/triggers/order`: every id once, first the one that runs first. */
export const orderTriggersSchema = z.object({ ids: z.array(idSchema).max(1_000) });

/** A saved state of a rule. */
export const triggerVersionSchema = z.object({
  version: z.number().int(),
  at: instantSchema,
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** What was done, in words. */
  change: z.string(),
  rule: triggerRuleSchema,
  enabled: z.boolean(),
});
export type TriggerVersion = z.infer<typeof triggerVersionSchema>;

/** `GET /api/triggers/:id/versions`: newest first. */
export const triggerVersionsSchema = z.object({ versions: z.array(triggerVersionSchema) });

/** `POST /api/triggers/:id/restore`. */
export const restoreTriggerSchema = z.object({ version: z.number().int().min(1) });

/** One time a rule ran. */
export const triggerRunSchema = z.object({
  id: idSchema,
  at: instantSchema,
  ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }),
  because: z.array(z.string()),
  done: z.array(z.string()),
  failed: z.array(z.string()),
});
export type TriggerRun = z.infer<typeof triggerRunSchema>;

/** `GET /api/triggers/:id/runs`: newest first. */
export const triggerRunsSchema = z.object({ runs: z.array(triggerRunSchema) });

/** `POST /api/triggers/dry-run`: a draft or a saved rule against tickets, without doing anything. */
export const dryRunSchema = z.object({
  rule: triggerRuleSchema,
  /** The last so many tickets, or the one that is named. */
  tickets: z.number().int().min(1).max(500).default(100),
  ticketNumber: z.number().int().min(1).nullable().default(null),
});
export type DryRunRequest = z.infer<typeof dryRunSchema>;

export const dryRunResultSchema = z.object({
  looked: z.number().int(),
  matched: z.array(
    z.object({
      ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }),
      because: z.array(z.string()),
      would: z.array(z.string()),
    }),
  ),
  /** How often each condition held, so that the one that excludes everything is seen. */
  conditions: z.array(
    z.object({ sentence: z.string(), held: z.number().int(), of: z.enum(['all', 'any']) }),
  ),
});
export type DryRunResult = z.infer<typeof dryRunResultSchema>;

/** `GET /api/triggers/vocabulary`: what the editor may offer here. */
export const triggerVocabularySchema = z.object({
  fields: z.array(z.enum(Object.keys(conditionFields) as [ConditionField, ...ConditionField[]])),
  actions: z.array(
    z.enum(Object.keys(triggerActions) as [TriggerActionName, ...TriggerActionName[]]),
  ),
  lists: z.object({
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    agents: z.array(z.object({ id: z.string(), name: z.string() })),
    queues: z.array(z.object({ id: z.string(), name: z.string() })),
    skills: z.array(z.object({ id: z.string(), name: z.string() })),
    schedules: z.array(z.object({ id: z.string(), name: z.string() })),
    macros: z.array(z.object({ id: z.string(), name: z.string() })),
    webhooks: z.array(z.object({ id: z.string(), name: z.string() })),
    categories: z.array(z.string()),
    tags: z.array(z.string()),
  }),
});
export type TriggerVocabulary = z.infer<typeof triggerVocabularySchema>;
