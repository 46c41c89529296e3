/** The post-case assistant: what people let it do, as one policy with versions. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';

const share = z.number().min(0).max(1);

/**
 * How far the assistant goes: it looks away; it only notes what it would have said; it writes for an agent
 * to send; it answers by itself.
 */
export const autonomySchema = z.enum(['off', 'shadow', 'draft', 'auto']);
export type Autonomy = z.infer<typeof autonomySchema>;

/** A fact that cases of a category need; asked for where the customer has not said it. */
export const requiredFieldSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and underscores'),
  /** The question, as the customer reads it. */
  label: z.string().trim().min(3).max(200),
  options: z.array(z.string().trim().min(1).max(80)).max(8).default([]),
});
export type RequiredField = z.infer<typeof requiredFieldSchema>;

/** What the assistant may do with the cases of one category. */
export const categoryPolicySchema = z.object({
  autonomy: autonomySchema.default('off'),
  /** The least confidence with which it answers. */
  answerFrom: share.default(0.84),
  /**
   * The least confidence with which it gives the article that the customer chose among those it offered. Far below
   * `answerFrom`, as the choice itself must name the article: of 65 right choices 2 are under 15 %, 14 under 30 %.
   */
  chosenFrom: share.default(0.15),
  /** Whether it may ask the customer two to four questions. */
  mayAsk: z.boolean().default(true),
  /** Answers that wait for a person: none, those below `approveBelow`, or all. */
  approval: z.enum(['never', 'unsure', 'always']).default('never'),
  approveBelow: share.default(0.9),
  /** Two people decide on what waits. */
  fourEyes: z.boolean().default(false),
  /** Cases about an account: only for customers whose address is proven. */
  needsProof: z.boolean().default(false),
  /** Percentage of customers it works for, by chance but always the same ones. */
  rollOut: z.number().int().min(0).max(100).default(100),
  /** Hours in which it works; null: always. */
  scheduleId: idSchema.nullable().default(null),
  requiredFields: z.array(requiredFieldSchema).max(6).default([]),
  /** Where its cases go when a person takes over; null: where the queues' conditions put them. */
  handOverTo: z
    .object({ kind: z.enum(['group', 'queue', 'agent']), id: idSchema })
    .nullable()
    .default(null),
});
export type CategoryPolicy = z.infer<typeof categoryPolicySchema>;

/** Everything people decide about the assistant. */
export const assistantPolicySchema = z.object({
  /** Stopped, it sends nothing and asks nobody, from one moment to the next. */
  stopped: z.boolean().default(false),
  channels: z
    .object({
      email: z.boolean().default(true),
      portal: z.boolean().default(true),
      phone: z.boolean().default(true),
      api: z.boolean().default(true),
      /** Ended chats with work left. */
      messaging: z.boolean().default(true),
    })
    .prefault({}),
  /** For cases without a category, and categories that are not listed. */
  otherwise: categoryPolicySchema.prefault({}),
  /** By the name of the category. */
  categories: z
    .array(categoryPolicySchema.extend({ category: nameSchema }))
    .max(200)
    .default([])
    .refine((list) => new Set(list.map(({ category }) => category)).size === list.length, {
      message: 'Name each category once',
    }),
  gates: z
    .object({
      vipTiers: z.array(z.enum(['enterprise', 'standard', 'free'])).default(['enterprise']),
      vip: z.enum(['hand_over', 'approve', 'same']).default('approve'),
      /** Several people write in one thread. */
      participants: z.enum(['hand_over', 'approve', 'same']).default('approve'),
      /** A person was in the chat that this case goes on from. */
      afterAgent: z.enum(['off', 'draft', 'same']).default('draft'),
    })
    .prefault({}),
  limits: z
    .object({
      perCustomerADay: z.number().int().min(1).max(100).default(6),
      perHour: z.number().int().min(1).max(100_000).default(500),
      turns: z.number().int().min(1).max(20).default(6),
      questionRounds: z.number().int().min(0).max(2).default(2),
    })
    .prefault({}),
  silence: z
    .object({
      mailHours: z.number().int().min(1).max(720).default(72),
      chatHours: z.number().int().min(1).max(720).default(24),
      /** A reminder after half of that time. */
      remind: z.boolean().default(true),
      /** A later return within these days counts as reopened. */
      reopenDays: z.number().int().min(1).max(90).default(7),
    })
    .prefault({}),
  approvals: z
    .object({
      /** After so long the case goes to its queue; nothing is sent. */
      minutes: z.number().int().min(1).max(10_080).default(120),
      decideRole: z.enum(['agent', 'supervisor', 'admin']).default('supervisor'),
    })
    .prefault({}),
  /** What proposals aim at, and how far they may go. */
  learning: z
    .object({
      precision: share.default(0.95),
      lowest: share.default(0.5),
      highest: share.default(0.99),
    })
    .prefault({}),
});
export type AssistantPolicy = z.infer<typeof assistantPolicySchema>;

/** A policy as it was saved; the newest is in force. */
export const policyVersionSchema = z.object({
  version: z.number().int(),
  policy: assistantPolicySchema,
  note: z.string(),
  /** Null: Segue itself, when the workspace was made. */
  by: z.string().nullable(),
  at: instantSchema,
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

/** `GET /api/assistant/policy`: the version in force and those before, newest first. */
export const policyHistorySchema = z.object({
  current: policyVersionSchema,
  versions: z.array(policyVersionSchema.omit({ policy: true })),
});

/** `PUT /api/assistant/policy`: the whole policy, on top of the version that was read. */
export const savePolicySchema = z.object({
  version: z.number().int(),
  policy: assistantPolicySchema,
  note: z.string().trim().max(300).default(''),
});
export type SavePolicy = z.infer<typeof savePolicySchema>;

/** The rule for a case, by the name of its category. */
export function categoryPolicyOf(policy: AssistantPolicy, category: string | null): CategoryPolicy {
  return policy.categories.find((one) => one.category === category) ?? policy.otherwise;
}
