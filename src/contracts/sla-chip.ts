/** The clock a list shows; apart from the rest so that tickets can carry it. */
import { z } from 'zod';
import { instantSchema } from './common.ts';

/** What is measured; see docs/SLA.md for when each starts, pauses and ends. */
export const slaMetricSchema = z.enum([
  'first_reply',
  'next_reply',
  'periodic_update',
  'requester_wait',
  'agent_work',
  'resolution',
]);
export type SlaMetric = z.infer<typeof slaMetricSchema>;

/** Metrics as they are called within a sentence, by the names the desk gives them. */
export const slaMetricWords: Readonly<Record<SlaMetric, string>> = {
  first_reply: 'first reply',
  next_reply: 'next reply',
  periodic_update: 'next update',
  requester_wait: 'customer’s wait',
  agent_work: 'work on it',
  resolution: 'solution',
};

/** The clock a row of a list shows: the one that is due next, or has been broken. */
export const slaChipSchema = z.object({
  metric: slaMetricSchema,
  dueAt: instantSchema.nullable(),
  state: z.enum(['active', 'at_risk', 'breached', 'paused']),
});
export type SlaChip = z.infer<typeof slaChipSchema>;
