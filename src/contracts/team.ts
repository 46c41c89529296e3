/** How work is shared out: groups, skills, capacity rules, statuses and queues, as admins set them. */
import { z } from 'zod';
import { idSchema, nameSchema } from './common.ts';
import { agentStatusSchema, type AgentStatus } from './people.ts';
import {
  handOverSchema,
  ladderStepSchema,
  queueConditionsSchema,
  type LadderStep,
} from './routing.ts';
import { hoursSchema } from './schedules.ts';
import { followupModeSchema } from './sessions.ts';
import { prioritySchema } from './tickets.ts';

/** Classes of work that capacity and statuses know. A call is exclusive: whoever is on one gets nothing else. */
export const workClassSchema = z.enum(['messaging', 'email', 'call']);
export type WorkClass = z.infer<typeof workClassSchema>;

/** What the router gives to whoever is in a built-in status. */
export const builtInTakes: Readonly<Record<AgentStatus, readonly WorkClass[]>> = {
  online: ['messaging', 'email', 'call'],
  away: ['email'],
  transfers_only: [],
  offline: [],
};

/**
 * Whether the router gives work of some class to whoever is in a status. A status of the workspace's own stands
 * beside the built-in one nearest to it, which takes something where it does.
 */
export function takesWork(status: AgentStatus): boolean {
  return builtInTakes[status].length > 0;
}

const levelSchema = z.number().int().min(1).max(5);

/** A skill and who has it. Keywords help the brief to tell when a ticket needs it. */
export const skillSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['language', 'product', 'topic', 'other']),
  keywords: z.array(z.string()),
  agents: z.number().int(),
});
export type Skill = z.infer<typeof skillSchema>;

/** `POST /api/skills` and `PUT /api/skills/:id`. */
export const saveSkillSchema = z.object({
  name: nameSchema.max(60),
  kind: skillSchema.shape.kind.default('topic'),
  keywords: z.array(z.string().trim().min(1).max(60)).max(40).default([]),
});
export type SaveSkill = z.infer<typeof saveSkillSchema>;

/** What one piece of work of a channel costs, and how much of that channel fits at once; in units. */
const channelCapacitySchema = z.object({
  units: z.number().int().min(1).max(100),
  ceiling: z.number().int().min(0).max(500),
});

/** Factors on the units of a piece of work, between a quarter and four times. */
const factorSchema = z.number().min(0.25).max(4);

/** What an agent may carry. An agent's own rule beats a group's, a group's beats the default one. */
export const capacityRuleSchema = z.object({
  id: idSchema,
  name: z.string(),
  isDefault: z.boolean(),
  /** Units over all channels. */
  budget: z.number().int().min(0).max(500),
  channels: z.record(workClassSchema, channelCapacitySchema),
  /** A chat may come on top of mail: live work and mail then count against the budget each on their own. */
  chatOnTopOfMail: z.boolean(),
  /** Share of its units that assigned work keeps while it waits for the customer; 0 to 1. */
  waitingShare: z.number().min(0).max(1),
  weights: z.object({
    priorities: z.partialRecord(prioritySchema, factorSchema),
    categories: z.record(z.string(), factorSchema),
  }),
  /** Agents and groups this rule is named for; the default one also serves everybody else. */
  agents: z.number().int(),
  groups: z.number().int(),
});
export type CapacityRuleSettings = z.infer<typeof capacityRuleSchema>;

/** `POST /api/capacity-rules` and `PUT /api/capacity-rules/:id`. */
export const saveCapacityRuleSchema = capacityRuleSchema
  .omit({ id: true, isDefault: true, agents: true, groups: true })
  .extend({ name: nameSchema.max(60) });
export type SaveCapacityRule = z.infer<typeof saveCapacityRuleSchema>;

/** A group with its members. */
export const teamGroupSchema = z.object({
  id: idSchema,
  name: z.string(),
  memberIds: z.array(idSchema),
  capacityRuleId: idSchema.nullable(),
  queues: z.array(z.string()),
});
export type TeamGroup = z.infer<typeof teamGroupSchema>;

/** `POST /api/team/groups` and `PUT /api/team/groups/:id`. */
export const saveGroupSchema = z.object({
  name: nameSchema.max(60),
  memberIds: z.array(idSchema).max(1_000),
  capacityRuleId: idSchema.nullable().default(null),
});
export type SaveGroup = z.infer<typeof saveGroupSchema>;

/** A status of the workspace's own, and what it takes from the router. */
export const customStatusSchema = z.object({
  id: idSchema,
  name: z.string(),
  takes: z.array(workClassSchema),
  /** Whether work may be handed over by name although the router gives none. */
  transfers: z.boolean(),
  agents: z.number().int(),
});
export type CustomStatus = z.infer<typeof customStatusSchema>;

const builtInNames = ['online', 'away', 'transfers only', 'offline'];

/** `POST /api/statuses` and `PUT /api/statuses/:id`. */
export const saveStatusSchema = z.object({
  name: nameSchema.max(40).refine((name) => !builtInNames.includes(name.toLowerCase()), {
    message: 'is the name of a status that everybody has; choose another',
  }),
  takes: z
    .array(workClassSchema)
    .max(3)
    .refine((takes) => new Set(takes).size === takes.length, { message: 'Name each once' }),
  transfers: z.boolean(),
});
export type SaveStatus = z.infer<typeof saveStatusSchema>;

/** How an agent is set up: `GET /api/team/agents`. */
export const agentSetupSchema = z.object({
  id: idSchema,
  name: z.string(),
  groupIds: z.array(idSchema),
  skills: z.array(z.object({ id: idSchema, level: levelSchema })),
  capacityRuleId: idSchema.nullable(),
  /** The hours they work in; the router gives nothing they could not finish. Null: not known. */
  shiftScheduleId: idSchema.nullable(),
  /** Hours of their own, which come before those of the schedule. */
  shiftPlan: hoursSchema.nullable(),
  status: agentStatusSchema,
});
export type AgentSetup = z.infer<typeof agentSetupSchema>;

/** `PUT /api/team/agents/:id`. */
export const saveAgentSetupSchema = z.object({
  groupIds: z.array(idSchema).max(100),
  skills: z
    .array(z.object({ id: idSchema, level: levelSchema }))
    .max(100)
    .refine((skills) => new Set(skills.map(({ id }) => id)).size === skills.length, {
      message: 'Name each skill once',
    }),
  capacityRuleId: idSchema.nullable(),
  shiftScheduleId: idSchema.nullable().default(null),
  shiftPlan: hoursSchema.nullable().default(null),
});
export type SaveAgentSetup = z.infer<typeof saveAgentSetupSchema>;

/** Steps of a ladder as people set them: each does something, at a time of its own. */
const ladderSchema = z
  .array(ladderStepSchema)
  .max(8)
  .superRefine((steps, context) => {
    for (const [at, step] of steps.entries()) {
      if (steps.findIndex(({ afterSeconds }) => afterSeconds === step.afterSeconds) !== at) {
        const message = 'is the time of another step; give each step a time of its own';
        context.addIssue({ code: 'custom', path: [at, 'afterSeconds'], message });
      }
      if (changesNothing(step)) {
        const message = 'changes nothing; choose skills, levels, groups or priority, or remove it';
        context.addIssue({ code: 'custom', path: [at], message });
      }
    }
  });

function changesNothing(step: LadderStep): boolean {
  const { lowerLevelsBy, dropSkills, addGroupIds, raisePriority } = step;
  return lowerLevelsBy + raisePriority + addGroupIds.length === 0 && dropSkills === 'none';
}

/** `POST /api/queues` and `PUT /api/queues/:id`. */
export const saveQueueSchema = z.object({
  name: nameSchema.max(80),
  description: z.string().trim().max(400).default(''),
  priority: z.number().int().min(1).max(100),
  conditions: queueConditionsSchema,
  groupIds: z.array(idSchema).min(1).max(20),
  /** Asked as well while nobody of the first groups is available. */
  secondaryGroupIds: z.array(idSchema).max(20).default([]),
  handOver: handOverSchema,
  /** How the rest of its chats goes on after the end; left out, as it was. */
  followupMode: followupModeSchema.optional(),
  ladder: ladderSchema.default([]),
});
export type SaveQueue = z.infer<typeof saveQueueSchema>;

/** `PUT /api/queues/order`: every queue that has conditions, first to last. */
export const orderQueuesSchema = z.object({
  ids: z
    .array(idSchema)
    .min(1)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'Name each queue once' }),
});

/** `PUT /api/queues/:id/paused`: a paused queue takes work in and gives none out. */
export const pauseQueueSchema = z.object({ paused: z.boolean() });
