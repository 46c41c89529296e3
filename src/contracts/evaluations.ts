/** Measuring the assistant: questions with known answers against the articles, tickets against the categories. */
import { z } from 'zod';
import { answerDecisionSchema } from './answers.ts';
import { idSchema, instantSchema } from './common.ts';

/** What is measured: finding and answering, or filing under categories. */
export const evaluationKindSchema = z.enum(['answers', 'categories']);
export type EvaluationKind = z.infer<typeof evaluationKindSchema>;

export const evaluationStateSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

const share = z.number().min(0).max(1);

/** One bar of a reliability diagram: what was said on average, what came true, and of how many. */
export const reliabilityBarSchema = z.object({
  said: share,
  right: share,
  count: z.number().int(),
});
export type ReliabilityBar = z.infer<typeof reliabilityBarSchema>;

/** What happens when everything from a certainty on is used. */
export const operatingPointSchema = z.object({
  from: share,
  /** Of all cases: the part that is used. */
  coverage: share,
  /** Of those used: the part that is right. */
  precision: share,
  count: z.number().int(),
});
export type OperatingPoint = z.infer<typeof operatingPointSchema>;

/** What a run was made with. */
export const evaluationSettingsSchema = z.object({
  /** From which certainty on Segue acts by itself; null where it does not. */
  threshold: share.nullable(),
  articles: z.number().int(),
  synonyms: z.number().int(),
  /** Version of the category model; null where there is none. */
  categoryModel: z.number().int().nullable(),
});
export type EvaluationSettings = z.infer<typeof evaluationSettingsSchema>;

/** The outcome of a run. */
export const evaluationMetricsSchema = z.object({
  /** Figures by name; those that nothing could be counted for are left out. */
  figures: z.record(z.string(), z.number()),
  reliability: z.array(reliabilityBarSchema),
  curve: z.array(operatingPointSchema),
});
export type EvaluationMetrics = z.infer<typeof evaluationMetricsSchema>;

/** A run. */
export const evaluationSchema = z.object({
  id: idSchema,
  kind: evaluationKindSchema,
  source: z.enum(['tickets', 'file']),
  name: z.string(),
  state: evaluationStateSchema,
  settings: evaluationSettingsSchema,
  metrics: evaluationMetricsSchema.nullable(),
  error: z.string().nullable(),
  total: z.number().int(),
  done: z.number().int(),
  startedBy: z.string().nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** `GET /api/evaluations`: the latest, newest first. */
export const evaluationsSchema = z.object({ evaluations: z.array(evaluationSchema) });

/** Questions that are read from a file at most. */
export const MOST_EVALUATED = 2_000;

/** `POST /api/evaluations`: on the workspace's own solved tickets. A file goes to `/api/evaluations/files`. */
export const startEvaluationSchema = z.object({
  kind: evaluationKindSchema,
  /** The latest so many. */
  most: z.number().int().min(10).max(MOST_EVALUATED).default(500),
});
export type StartEvaluation = z.infer<typeof startEvaluationSchema>;

/** How a case came out; `unknown` where nothing says what is right. */
export const outcomeSchema = z.enum(['right', 'wrong', 'unknown']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** A passage as it was found. */
export const evaluatedPassageSchema = z.object({
  article: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  text: z.string(),
  score: z.number(),
});

/** What was predicted for a question. */
export const predictedAnswerSchema = z.object({
  ranked: z.array(evaluatedPassageSchema),
  decision: answerDecisionSchema,
  confidence: share,
  answer: z.string(),
  citations: z.array(z.object({ article: z.string(), title: z.string(), quote: z.string() })),
});
export type PredictedAnswer = z.infer<typeof predictedAnswerSchema>;

/** What was predicted for a text. */
export const predictedCategorySchema = z.object({
  label: z.string().nullable(),
  confidence: share,
  outOfScope: share,
});
export type PredictedCategory = z.infer<typeof predictedCategorySchema>;

/** One case of a run. */
export const evaluationItemSchema = z.object({
  position: z.number().int(),
  ticket: z.object({ id: idSchema, number: z.number().int() }).nullable(),
  question: z.string(),
  outcome: outcomeSchema,
  /** What is right: articles by title, the words of the agent, the category. */
  gold: z.object({
    articles: z.array(z.object({ id: z.string(), title: z.string() })),
    answer: z.string().nullable(),
    category: z.string().nullable(),
  }),
  answer: predictedAnswerSchema.nullable(),
  category: predictedCategorySchema.nullable(),
});
export type EvaluationItem = z.infer<typeof evaluationItemSchema>;

/** `GET /api/evaluations/:id/items`. */
export const evaluationItemsQuerySchema = z.object({
  outcome: outcomeSchema.optional(),
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const evaluationItemsSchema = z.object({
  items: z.array(evaluationItemSchema),
  /** Position to go on after; null at the end. */
  next: z.number().int().nullable(),
});

/** `GET /api/evaluations/:id/changes/:other`: cases that both runs have and that came out differently. */
export const evaluationChangesSchema = z.object({
  changes: z.array(
    z.object({
      question: z.string(),
      before: evaluationItemSchema,
      after: evaluationItemSchema,
    }),
  ),
  /** Cases that both runs have. */
  shared: z.number().int(),
});
export type EvaluationChanges = z.infer<typeof evaluationChangesSchema>;
