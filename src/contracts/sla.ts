/** Promises to customers: policies with targets, and the clocks that measure them. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';
import { customerSchema } from './people.ts';
import { routingChannelSchema } from './sessions.ts';
import { slaMetricSchema, type SlaMetric } from './sla-chip.ts';
import { channelSchema, prioritySchema } from './tickets.ts';

/** `breached` stays, whatever happens afterwards: a promise is broken once. */
export const clockStateSchema = z.enum(['active', 'paused', 'met', 'breached', 'cancelled']);
export type ClockState = z.infer<typeof clockStateSchema>;

/** All that are given must hold; an empty object takes every ticket. */
export const slaConditionsSchema = z.object({
  channels: z.array(channelSchema).min(1).optional(),
  routingChannels: z.array(routingChannelSchema).min(1).optional(),
  priorities: z.array(prioritySchema).min(1).optional(),
  tiers: z.array(customerSchema.shape.tier).min(1).optional(),
  categories: z.array(z.string().trim().min(1).max(80)).min(1).max(50).optional(),
  /** Any of them. */
  tags: z.array(z.string().trim().min(1).max(60)).min(1).max(50).optional(),
  groupIds: z.array(idSchema).min(1).max(50).optional(),
});
export type SlaConditions = z.infer<typeof slaConditionsSchema>;

const minutesSchema = z
  .number()
  .int()
  .min(1)
  .max(366 * 24 * 60);

/** Minutes for each priority; a priority that is left out has no target. */
const targetSchema = z.partialRecord(prioritySchema, minutesSchema);

/** Statuses during which a clock may stand still. */
export const pausingStatusSchema = z.enum(['pending', 'on_hold']);
export type PausingStatus = z.infer<typeof pausingStatusSchema>;

/** What is done when a clock gets there; each once for a clock. */
export const escalationActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notify'), who: z.enum(['agent', 'supervisors']) }),
  /** One step up; nothing for what is urgent. */
  z.object({ kind: z.literal('raise_priority') }),
  /** Gives it to a group, and so into a queue that group serves. */
  z.object({ kind: z.literal('group'), groupId: idSchema }),
  /** Puts it into a queue whatever the conditions of queues say; whoever has it gives it back. */
  z.object({ kind: z.literal('queue'), queueId: idSchema }),
]);
export type EscalationAct = z.infer<typeof escalationActSchema>;

export const escalationSchema = z.object({
  at: z.enum(['at_risk', 'breached']),
  /** None named: every metric. */
  metrics: z.array(slaMetricSchema).max(6).default([]),
  acts: z.array(escalationActSchema).min(1, 'Choose what is done').max(6),
});
export type Escalation = z.infer<typeof escalationSchema>;

/** When a clock counts as at risk: after a share of its target, or so long before it is due. */
export const riskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), percent: z.number().int().min(1).max(99) }),
  z.object({ kind: z.literal('lead'), minutes: minutesSchema }),
]);

/** Pauses that suit each metric as its name is understood. */
export const usualPauses: Readonly<Record<SlaMetric, readonly PausingStatus[]>> = {
  first_reply: [],
  next_reply: [],
  periodic_update: ['pending'],
  requester_wait: ['pending'],
  agent_work: ['pending', 'on_hold'],
  resolution: [],
};

export const slaRulesSchema = z.object({
  conditions: slaConditionsSchema.default({}),
  targets: z
    .partialRecord(slaMetricSchema, targetSchema)
    .refine(
      (targets) => Object.values(targets).some((target) => Object.keys(target).length > 0),
      'Give at least one target',
    ),
  /** Whether time counts day and night or while a schedule is open. */
  hours: z.enum(['calendar', 'business']).default('business'),
  /** Null: the default schedule. */
  scheduleId: idSchema.nullable().default(null),
  /** Statuses that stop each clock; a metric that is left out keeps its usual ones. */
  pauses: z.partialRecord(slaMetricSchema, z.array(pausingStatusSchema).max(2)).default({}),
  atRisk: riskSchema.default({ kind: 'share', percent: 75 }),
  escalations: z.array(escalationSchema).max(10).default([]),
  /** Whether an answer of the assistant stops a reply clock; both figures are kept either way. */
  assistantReplies: z.enum(['count', 'count_in_chat', 'do_not_count']).default('count_in_chat'),
  /** A reopened ticket goes on with the time that was left, or gets its whole target again. */
  reopened: z.enum(['resume', 'restart']).default('resume'),
});
export type SlaRules = z.infer<typeof slaRulesSchema>;

export const slaPolicySchema = z.object({
  id: idSchema,
  name: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  /** Place in the list: the first policy that is on and whose conditions hold counts. */
  position: z.number().int(),
  version: z.number().int(),
  rules: slaRulesSchema,
  /** Tickets that are not solved and run by it. */
  tickets: z.number().int(),
});
export type SlaPolicy = z.infer<typeof slaPolicySchema>;

export const slaPoliciesSchema = z.object({ policies: z.array(slaPolicySchema) });

/** Rules as they are saved: a clock is not at risk before it has begun. */
const savedRulesSchema = slaRulesSchema.superRefine(({ atRisk, targets }, problems) => {
  const minutes = Object.values(targets).flatMap((target) => Object.values(target));
  const shortest = Math.min(...minutes);
  if (atRisk.kind !== 'lead' || atRisk.minutes < shortest) return;
  const message = `Choose less than the shortest target, which is ${shortest} min, or a share of the time`;
  problems.addIssue({ code: 'custom', path: ['atRisk', 'minutes'], message });
});

/** `POST /api/sla/policies` and `PUT /api/sla/policies/:id`. */
export const saveSlaPolicySchema = z.object({
  name: nameSchema.max(80),
  description: z.string().trim().max(400).default(''),
  enabled: z.boolean().default(true),
  rules: savedRulesSchema,
  /** The version it was read at; left out for a new one. */
  version: z.number().int().optional(),
});
export type SaveSlaPolicy = z.infer<typeof saveSlaPolicySchema>;

/** `PUT /api/sla/policies/order`. */
export const orderSlaPoliciesSchema = z.object({ ids: z.array(idSchema).min(1).max(200) });

/** `GET /api/sla/test?ticket=123`: which policy a ticket would get now, and why not the ones before. */
export const slaTestSchema = z.object({
  ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }),
  policies: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      outcome: z.enum(['taken', 'refused', 'not_asked', 'off']),
      /** In a sentence. */
      why: z.string(),
    }),
  ),
});
export type SlaTest = z.infer<typeof slaTestSchema>;
export const slaTestQuerySchema = z.object({ ticket: z.coerce.number().int().min(1) });

/** One step of the answer to "why is this due then?". */
export const clockStepSchema = z.object({
  at: instantSchema,
  sentence: z.string(),
  /** When it was due after this step; null while it stood still. */
  dueAt: instantSchema.nullable(),
});
export type ClockStep = z.infer<typeof clockStepSchema>;

export const slaClockSchema = z.object({
  id: idSchema,
  metric: slaMetricSchema,
  /** 1 for the first of its metric; replies and updates start a new one each time. */
  instance: z.number().int(),
  state: clockStateSchema,
  atRisk: z.boolean(),
  startedAt: instantSchema,
  targetMs: z.number(),
  /** Time that had counted when it was read. */
  countedMs: z.number(),
  pausedMs: z.number(),
  dueAt: instantSchema.nullable(),
  breachedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** Who answered when; both are kept whoever counts. */
  assistantAt: instantSchema.nullable(),
  agentAt: instantSchema.nullable(),
  policyVersion: z.number().int(),
  calendarVersion: z.number().int().nullable(),
  /**
   * The open hours that lead to when it is or was due, from the step on that set it: at most ten, the first first.
   * Null while it stands still, and where day and night count.
   */
  counting: z
    .object({
      /** What had counted before them. */
      beforeMs: z.number(),
      spans: z.array(z.object({ from: instantSchema, to: instantSchema })),
      /** Time of later hours, which are not listed. */
      laterMs: z.number(),
    })
    .nullable(),
  steps: z.array(clockStepSchema),
});
export type SlaClock = z.infer<typeof slaClockSchema>;

/** `GET /api/tickets/:id/sla`. */
export const ticketSlaSchema = z.object({
  policy: z.object({ id: idSchema, name: z.string(), version: z.number().int() }).nullable(),
  clocks: z.array(slaClockSchema),
  /** The server's time when this was read. */
  serverTime: instantSchema,
});
export type TicketSla = z.infer<typeof ticketSlaSchema>;
