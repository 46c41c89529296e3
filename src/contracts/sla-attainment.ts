/** How well promises were kept, with and without the assistant's answers. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { slaMetricSchema } from './sla-chip.ts';

/** Clocks judged one way: how many were kept, and how long answers took in counted time. */
const figuresSchema = z.object({
  met: z.number().int(),
  breached: z.number().int(),
  /** Met as a share of both; null when there was none. */
  share: z.number().nullable(),
  /** Of clocks that came to their end, late ones too; null when none did. */
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
});
export type AttainmentFigures = z.infer<typeof figuresSchema>;

/** One policy and metric. `judged` is what the policy says; the others say what both settings give. */
const attainmentRowSchema = z.object({
  policyId: idSchema,
  policyName: z.string(),
  metric: slaMetricSchema,
  judged: figuresSchema,
  /** Answers of the assistant count, whatever the policy says; null for metrics that no answer ends. */
  withAssistant: figuresSchema.nullable(),
  /** Only answers of agents count. Clocks that nobody but the assistant answered are in neither number. */
  agentsOnly: figuresSchema.nullable(),
  /** Clocks kept by the assistant that no agent answered, nor had to. */
  assistantAlone: z.number().int(),
});
export type AttainmentRow = z.infer<typeof attainmentRowSchema>;

const longestMs = 400 * 86_400_000;
const periodFields = { from: instantSchema, to: instantSchema };
const isPeriod = ({ from, to }: { from: string; to: string }) => {
  const spanMs = Date.parse(to) - Date.parse(from);
  return spanMs > 0 && spanMs <= longestMs;
};
const periodRule = { message: 'Give a period of at most 400 days', path: ['to'] };

/** `GET /api/sla/attainment`: clocks whose verdict fell from one instant to before another. */
export const attainmentQuerySchema = z.object(periodFields).refine(isPeriod, periodRule);
export type AttainmentQuery = z.infer<typeof attainmentQuerySchema>;

export const attainmentSchema = z.object({ rows: z.array(attainmentRowSchema) });
export type Attainment = z.infer<typeof attainmentSchema>;

export const attainmentVerdictSchema = z.enum(['met', 'breached']);
export type AttainmentVerdict = z.infer<typeof attainmentVerdictSchema>;

const caseFields = {
  ...periodFields,
  policyId: idSchema.optional(),
  metric: slaMetricSchema.optional(),
  verdict: attainmentVerdictSchema.optional(),
};

/** `GET /api/sla/attainment/cases`: the clocks behind a figure, newest verdict first. */
export const attainmentCasesQuerySchema = z
  .object({ ...caseFields, cursor: z.string().max(200).optional() })
  .refine(isPeriod, periodRule);
export type AttainmentCasesQuery = z.infer<typeof attainmentCasesQuerySchema>;

/** `GET /api/sla/attainment/file`: the table, or every case, as CSV. */
export const attainmentFileQuerySchema = z
  .object({ ...caseFields, of: z.enum(['table', 'cases']).default('table') })
  .refine(isPeriod, periodRule);

export const attainmentCaseSchema = z.object({
  id: idSchema,
  ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }),
  policyName: z.string(),
  metric: slaMetricSchema,
  verdict: attainmentVerdictSchema,
  judgedAt: instantSchema,
  startedAt: instantSchema,
  targetMs: z.number(),
  /** Counted time to its end; null while it goes on, broken. */
  tookMs: z.number().nullable(),
  /** The same to each side's first answer. */
  assistantMs: z.number().nullable(),
  agentMs: z.number().nullable(),
});
export type AttainmentCase = z.infer<typeof attainmentCaseSchema>;

export const attainmentCasesSchema = z.object({
  cases: z.array(attainmentCaseSchema),
  /** Null when these are the last. */
  next: z.string().nullable(),
});
export type AttainmentCases = z.infer<typeof attainmentCasesSchema>;
