/** What the assistant's work teaches: gaps of the knowledge, figures, proposals, and trying it on past cases. */
import { z } from 'zod';
import { autonomySchema } from './assistant.ts';
import { outcomeSchema, turnReasonSchema } from './assistant-decisions.ts';
import { idSchema, instantSchema, nameSchema } from './common.ts';

const share = z.number().min(0).max(1);
const count = z.number().int();

// ---- Gaps ----

export const gapStateSchema = z.enum(['open', 'drafted', 'closed', 'dismissed']);
export type GapState = z.infer<typeof gapStateSchema>;

/** How a case shows a gap: it was left unanswered, the answer did not help, an agent solved what no article says. */
export const gapCaseKindSchema = z.enum(['unanswered', 'not_helped', 'agent_solved']);
export type GapCaseKind = z.infer<typeof gapCaseKindSchema>;

/** A line of a draft and the case whose answer it was. */
export const draftLineSchema = z.object({ text: z.string(), ticketId: idSchema, number: count });
export type DraftLine = z.infer<typeof draftLineSchema>;

const articleRefSchema = z.object({ id: idSchema, title: z.string() });

export const gapCaseSchema = z.object({
  ticketId: idSchema,
  number: count,
  subject: z.string(),
  question: z.string(),
  kind: gapCaseKindSchema,
  at: instantSchema,
  /** Whether an agent has answered it and it is solved: a draft can be made of it. */
  solved: z.boolean(),
  /** Whether its ticket is solved or closed, by whomever. */
  closed: z.boolean(),
});
export type GapCase = z.infer<typeof gapCaseSchema>;

/** Questions of one kind that the articles do not answer. */
export const gapSchema = z.object({
  id: idSchema,
  title: z.string(),
  state: gapStateSchema,
  cases: count,
  /** Of those, how many an agent solved. */
  solved: count,
  lastAt: instantSchema.nullable(),
  /** The article that came nearest, with how sure it was to answer; null where none came near. */
  nearest: articleRefSchema.extend({ score: share }).nullable(),
  /** The draft, or what became of it. */
  article: articleRefSchema.nullable(),
  examples: z.array(gapCaseSchema),
});
export type Gap = z.infer<typeof gapSchema>;

/** `GET /api/knowledge/gaps`: most cases first. */
export const listGapsQuerySchema = z.object({
  state: gapStateSchema.default('open'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export const gapsSchema = z.object({
  gaps: z.array(gapSchema),
  /** How many there are in each state. */
  totals: z.record(gapStateSchema, count),
  pages: count,
});
export type Gaps = z.infer<typeof gapsSchema>;

/** `POST /api/knowledge/gaps/:id/draft`. */
export const draftedSchema = z.object({ articleId: idSchema });

// ---- Health of articles ----

/** How the answers with a version did. */
const useSchema = z.object({ answers: count, good: count, bad: count });

export const articleUseSchema = useSchema.extend({ version: count });
export type ArticleUse = z.infer<typeof articleUseSchema>;

/** An answer that quotes an article. */
export const articleAnswerSchema = z.object({
  decisionId: idSchema,
  ticketId: idSchema,
  number: count,
  subject: z.string(),
  customer: z.string(),
  version: count,
  at: instantSchema,
  /** Whether the customer got it, or it was only noted or drafted. */
  sent: z.boolean(),
  outcome: outcomeSchema.nullable(),
  verdict: z.enum(['right', 'wrong']).nullable(),
  /** When the customer was told that the article was wrong. */
  correctedAt: instantSchema.nullable(),
  /** Whether telling them waits for an approval. */
  correctionWaits: z.boolean(),
});
export type ArticleAnswer = z.infer<typeof articleAnswerSchema>;

/** `GET /api/knowledge/articles/:id/answers`. */
export const articleAnswersQuerySchema = z.object({
  /** Only those with this version. */
  version: z.coerce.number().int().min(1).optional(),
  /** Only those with this version or a later one. */
  since: z.coerce.number().int().min(1).optional(),
  sent: z.stringbool().optional(),
});
export const articleAnswersSchema = z.object({
  versions: z.array(articleUseSchema),
  answers: z.array(articleAnswerSchema),
  /** How many there are; at most 200 are listed. */
  total: count,
  /** What the article was drafted from, where Segue drafted it. */
  draft: z.array(draftLineSchema),
});
export type ArticleAnswers = z.infer<typeof articleAnswersSchema>;

/** `POST /api/knowledge/articles/:id/corrections`: tells the customers of some cases that it was wrong. */
export const correctArticleSchema = z.object({
  version: z.number().int().min(1),
  ticketIds: z.array(idSchema).min(1).max(200),
  text: z.string().trim().min(10).max(5_000),
});
export type CorrectArticle = z.infer<typeof correctArticleSchema>;

export const articleHealthSchema = useSchema.extend({
  id: idSchema,
  title: z.string(),
  reviewOn: z.iso.date().nullable(),
  lastUsedAt: instantSchema.nullable(),
});
export type ArticleHealth = z.infer<typeof articleHealthSchema>;

/** `GET /api/knowledge/health`. */
export const knowledgeHealthSchema = z.object({
  /** Used, and then the customer was not helped: most often first. */
  harmful: z.array(articleHealthSchema),
  /** Past their review. */
  due: z.array(articleHealthSchema),
  /** Published for long, and no answer has used them lately. */
  unused: z.array(articleHealthSchema),
});
export type KnowledgeHealth = z.infer<typeof knowledgeHealthSchema>;

// ---- Figures ----

/** What says that an answer was right or wrong. */
export const evidenceSchema = z.enum([
  'judged',
  'corrected',
  'not_helped',
  'reopened',
  'rating',
  'confirmed',
  'assumed',
  'rejected',
  'dismissed',
  'used',
  'likeness',
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** A share with the interval it lies in with 95 % probability (Wilson). */
export const estimateSchema = z.object({
  right: count,
  of: count,
  share: share.nullable(),
  low: share,
  high: share,
});
export type Estimate = z.infer<typeof estimateSchema>;

/** `GET /api/assistant/figures`: days of the workspace's calendar are those of UTC; both ends are counted. */
export const figuresQuerySchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The name of a category; `-` for cases without one. */
  category: z.string().max(120).optional(),
});
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

const flowSchema = z.object({
  considered: count,
  answered: count,
  /** Of the answers, those that reached the customer. */
  sent: count,
  asked: count,
  handedOver: count,
  skipped: count,
});
const resolutionSchema = z.object({
  confirmed: count,
  assumed: count,
  reopened: count,
  open: count,
});

export const figuresSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  flow: flowSchema,
  response: z.object({
    cases: count,
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
  }),
  /** Of the answers sent. */
  resolution: resolutionSchema,
  /** Answers that what followed speaks for or against, without those people judged. */
  byOutcome: estimateSchema,
  /** Answers drawn by lot that a person judged; `partly` counts as not right. */
  bySample: estimateSchema.extend({ partly: count }),
  reasons: z.array(
    z.object({ path: z.enum(['hand_over', 'skip']), reason: turnReasonSchema, cases: count }),
  ),
  calibration: z.array(
    z.object({
      from: share,
      to: share,
      cases: count,
      confidence: share,
      right: count,
      judged: count,
    }),
  ),
  categories: z.array(
    flowSchema.extend({
      category: z.string().nullable(),
      resolution: resolutionSchema,
      right: count,
      judged: count,
      costMicros: count,
    }),
  ),
  days: z.array(
    z.object({ day: z.iso.date(), considered: count, answered: count, handedOver: count }),
  ),
  costMicros: count,
});
export type Figures = z.infer<typeof figuresSchema>;

export const sampleVerdictSchema = z.enum(['right', 'partly', 'wrong']);
export type SampleVerdict = z.infer<typeof sampleVerdictSchema>;

/** An answer to judge. */
export const sampleSchema = z.object({
  decisionId: idSchema,
  ticketId: idSchema,
  number: count,
  subject: z.string(),
  category: z.string().nullable(),
  at: instantSchema,
  question: z.string(),
  text: z.string(),
  confidence: share.nullable(),
  articles: z.array(articleRefSchema.extend({ version: count })),
});
export type Sample = z.infer<typeof sampleSchema>;

/** `GET /api/assistant/samples`: up to ten answers nobody has judged, drawn by lot. */
export const samplesSchema = z.object({ samples: z.array(sampleSchema), judged: count });

/** `PUT /api/assistant/samples/:id`. */
export const judgeSampleSchema = z.object({
  verdict: sampleVerdictSchema,
  note: z.string().trim().max(1_000).default(''),
});

// ---- Proposals ----

/** What a threshold comes to on cases it was not chosen on. */
export const expectedSchema = z.object({
  coverage: share,
  /** Null where no case above it was judged. */
  precision: share.nullable(),
  low: share,
  high: share,
  /** Held-back cases, and how many of those above the threshold are known to be right or wrong. */
  cases: count,
  judged: count,
});
export type Expected = z.infer<typeof expectedSchema>;

export const proposalSchema = z.object({
  id: idSchema,
  /** Null: everything without a rule of its own. */
  category: z.string().nullable(),
  change: z.object({ field: z.literal('answerFrom'), from: share, to: share }),
  expected: z.object({ from: expectedSchema, to: expectedSchema }),
  state: z.enum(['open', 'accepted', 'dismissed', 'outdated']),
  madeAt: instantSchema,
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** Why a category has no proposal. */
export const lookedSchema = z.object({
  category: z.string().nullable(),
  answerFrom: share,
  judged: count,
  needed: count,
  result: z.enum(['proposed', 'too_few', 'fits', 'unreachable', 'unknown_below']),
});

/** `GET /api/assistant/proposals`. */
export const proposalsSchema = z.object({
  open: z.array(proposalSchema),
  decided: z.array(proposalSchema),
  looked: z.array(lookedSchema),
  /** The precision that is aimed at, and the bounds of thresholds. */
  aim: z.object({ precision: share, lowest: share, highest: share }),
});
export type Proposals = z.infer<typeof proposalsSchema>;

// ---- Setting up ----

/** A point of the curve: what a threshold would have come to. */
export const curvePointSchema = z.object({
  threshold: share,
  answered: count,
  coverage: share,
  right: count,
  judged: count,
  precision: share.nullable(),
  low: share,
  high: share,
});
export type CurvePoint = z.infer<typeof curvePointSchema>;

export const setUpCategorySchema = z.object({
  category: z.string(),
  /** Solved by agents in the last 180 days. */
  past: count,
  autonomy: autonomySchema,
  answerFrom: share,
  replay: z
    .object({
      id: idSchema,
      state: z.enum(['running', 'done', 'failed']),
      at: instantSchema,
      total: count,
      done: count,
    })
    .nullable(),
});
export type SetUpCategory = z.infer<typeof setUpCategorySchema>;

/** `GET /api/assistant/set-up`: categories, most cases first. */
export const setUpSchema = z.object({ categories: z.array(setUpCategorySchema), articles: count });
export type SetUp = z.infer<typeof setUpSchema>;

/** `POST /api/assistant/replays`. */
export const startReplaySchema = z.object({ category: nameSchema });

export const replayCaseSchema = z.object({
  ticketId: idSchema,
  number: count,
  subject: z.string(),
  question: z.string(),
  quote: z.string(),
  agentAnswer: z.string(),
  article: articleRefSchema.nullable(),
  confidence: share,
  likeness: share,
  linked: z.boolean(),
  verdict: z.enum(['right', 'wrong']),
});
export type ReplayCase = z.infer<typeof replayCaseSchema>;

/** `GET /api/assistant/replays/:id`. */
export const replaySchema = z.object({
  id: idSchema,
  category: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  total: count,
  done: count,
  at: instantSchema,
  curve: z.array(curvePointSchema),
  /** The lowest threshold that reaches the aim on one half of the cases, and what it comes to on the other. */
  recommended: curvePointSchema.nullable(),
  /** Why there is a recommendation, or none. */
  advice: z.enum(['recommended', 'too_few', 'unreachable']),
  aim: share,
  /** Cases with the highest confidence whose answer was unlike the agent's, then others. */
  examples: z.array(replayCaseSchema),
});
export type Replay = z.infer<typeof replaySchema>;

/** `POST /api/assistant/replays/:id/start`: switches the assistant on for its category. */
export const startCategorySchema = z.object({
  autonomy: autonomySchema.exclude(['off']),
  answerFrom: share,
});
export type StartCategory = z.infer<typeof startCategorySchema>;
