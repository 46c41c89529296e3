/** Language models and embedders a workspace connects: providers, what they were asked, what it cost. */
import { z } from 'zod';
import { instantSchema } from './common.ts';

/** What a model is asked for; each purpose may have a provider of its own. */
export const modelPurposes = ['write', 'classify', 'embed'] as const;
export const modelPurposeSchema = z.enum(modelPurposes);
export type ModelPurpose = z.infer<typeof modelPurposeSchema>;

/** How a provider is spoken to. */
export const modelKindSchema = z.enum(['openai_compatible', 'anthropic']);
export type ModelKind = z.infer<typeof modelKindSchema>;

/**
 * How an OpenAI-compatible server is asked for an answer in shape: held to the schema, held to JSON, or by
 * words alone. Every answer is checked, whatever this says.
 */
export const answerFormatSchema = z.enum(['json_schema', 'json_object', 'text']);
export type AnswerFormat = z.infer<typeof answerFormatSchema>;

/** Why there is no answer. `not_configured`, `budget` and `circuit_open` are known before anything is sent. */
export const modelRefusalSchema = z.enum([
  'not_configured',
  'budget',
  'circuit_open',
  'timeout',
  'rate_limited',
  'malformed',
  'refused',
  'failed',
]);
export type ModelRefusal = z.infer<typeof modelRefusalSchema>;

const price = z.number().min(0).max(100_000);

/** `PUT /api/models/:purpose`. */
export const saveModelProviderSchema = z.object({
  kind: modelKindSchema,
  baseUrl: z.url({ protocol: /^https?$/ }).max(500),
  /** Left out, the key stays as it is, unless the address goes to another host; null removes it. */
  apiKey: z.string().trim().min(1).max(500).nullable().optional(),
  model: z.string().trim().min(1).max(200),
  enabled: z.boolean().default(true),
  answerFormat: answerFormatSchema.default('json_object'),
  /** For a million tokens, in the currency of the workspace's settings. */
  priceIn: price.default(0),
  priceOut: price.default(0),
  /** For a day from midnight UTC; null is without limit. */
  dailyTokens: z.number().int().min(1).max(10_000_000_000).nullable().default(1_000_000),
  dailyCost: z.number().min(0.01).max(1_000_000).nullable().default(null),
  /** For a whole answer, with everything that is tried again. */
  timeoutSeconds: z.number().int().min(1).max(300).default(30),
  /** How many calls each process makes at once. */
  maxConcurrent: z.number().int().min(1).max(64).default(4),
});
export type SaveModelProvider = z.infer<typeof saveModelProviderSchema>;

/** Whether a provider is asked: not while it keeps failing, then one call at a time until one works. */
export const circuitStateSchema = z.enum(['closed', 'open', 'half_open']);
export type CircuitState = z.infer<typeof circuitStateSchema>;

export const modelProviderSchema = saveModelProviderSchema.omit({ apiKey: true }).extend({
  purpose: modelPurposeSchema,
  /** Keys are never shown again. */
  hasKey: z.boolean(),
  circuit: circuitStateSchema,
  /** In a row; zero once a call worked. */
  failures: z.number().int(),
  /** When it is asked again; null while it is. */
  openUntil: instantSchema.nullable(),
  /** Since midnight UTC, with what is being asked right now. */
  today: z.object({
    calls: z.number().int(),
    failed: z.number().int(),
    tokens: z.number().int(),
    cost: z.number(),
  }),
});
export type ModelProvider = z.infer<typeof modelProviderSchema>;

/** One call, as it is recorded. */
export const modelCallSchema = z.object({
  id: z.string(),
  purpose: modelPurposeSchema,
  model: z.string(),
  prompt: z.string(),
  promptVersion: z.number().int(),
  result: z.enum(['running', 'ok', ...modelRefusalSchema.options]),
  /** What went wrong, without any text of a conversation. */
  error: z.string().nullable(),
  attempts: z.number().int(),
  latencyMs: z.number().int().nullable(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  cost: z.number(),
  /** How many values were replaced before it was sent. */
  redacted: z.number().int(),
  at: instantSchema,
  /** Only where the workspace keeps texts; as they were sent and came back. */
  sent: z.string().nullable(),
  received: z.string().nullable(),
});
export type ModelCallRecord = z.infer<typeof modelCallSchema>;

/** `GET /api/models`. */
export const modelOverviewSchema = z.object({
  providers: z.array(modelProviderSchema),
  calls: z.array(modelCallSchema),
});
export type ModelOverview = z.infer<typeof modelOverviewSchema>;

/** `POST /api/models/:purpose/try`: a real call, now. */
export const modelTrialSchema = z.object({
  ok: z.boolean(),
  latencyMs: z.number().int().nullable(),
  /** What it said, or how many dimensions its vectors have. */
  answer: z.string().nullable(),
  tokens: z.number().int(),
  cost: z.number(),
  reason: modelRefusalSchema.nullable(),
  /** What went wrong and what to do about it. */
  cause: z.string().nullable(),
  cure: z.string().nullable(),
});
export type ModelTrial = z.infer<typeof modelTrialSchema>;

export const modelPurposeParamsSchema = z.object({ purpose: modelPurposeSchema });

/** What is replaced by placeholders before anything leaves the machine. */
const redactionSchema = z.object({
  emails: z.boolean().default(true),
  phones: z.boolean().default(true),
  bankAccounts: z.boolean().default(true),
  cards: z.boolean().default(true),
  names: z.boolean().default(true),
  /** Order and ticket numbers, and whatever else the workspace has patterns for. */
  numbers: z.boolean().default(true),
});

/** The part of the workspace's settings that is about models. */
export const modelSettingsSchema = z.object({
  redact: redactionSchema.prefault({}),
  /** Keeps what was sent and received beside each call. */
  keepTexts: z.boolean().default(false),
  /** Days a call is remembered. */
  retentionDays: z.number().int().min(1).max(3_650).default(30),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Give a currency as three letters, like EUR')
    .default('USD'),
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;
