import { z } from 'zod';
import { BriefSentiment, BriefUrgency } from './briefs.ts';

const share = z.number().min(0).max(1);

/** A stretch of a message that supports a statement: UTF-16 units, `end` not included. */
export const Evidence = z.object({
  message: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What a ticket can touch that must be looked at by a person, whatever its category. */
export const RiskTopic = z.enum([
  'legal',
  'safety',
  'self_harm',
  'security',
  'privacy',
  'payment_dispute',
  'discrimination',
  'press',
]);
export type RiskTopic = z.infer<typeof RiskTopic>;

/** A risk that was found, with how sure we are. */
export const Risk = z.object({ topic: RiskTopic, score: share, evidence: z.array(Evidence) });
export type Risk = z.infer<typeof Risk>;

/** Whether somebody has to do something for the customer, or telling them would do. */
export const RequestKind = z.enum(['service_request', 'question', 'problem', 'unclear']);
export type RequestKind = z.infer<typeof RequestKind>;

/** A thing of the workspace's own kind that a message names: an order number, a version, a date. */
export const Entity = z.object({ kind: z.string(), value: z.string(), evidence: Evidence });
export type Entity = z.infer<typeof Entity>;

/** Everything Segue makes of a ticket by itself, each part with its confidence and evidence. */
export const Understanding = z.object({
  language: z.object({ value: z.string(), confidence: share }),
  category: z.object({
    value: z.string().nullable(),
    confidence: share,
    outOfScope: share,
    ranked: z.array(z.object({ category: z.string(), probability: share })),
    evidence: z.array(Evidence),
  }),
  request: z.object({ value: RequestKind, confidence: share, evidence: z.array(Evidence) }),
  sentiment: z.object({
    value: BriefSentiment,
    score: z.number().min(-1).max(1),
    confidence: share,
    trend: z.enum(['falling', 'steady', 'rising']),
    change: z.number().min(-2).max(2),
    evidence: z.array(Evidence),
  }),
  urgency: z.object({
    value: share,
    level: BriefUrgency,
    confidence: share,
    evidence: z.array(Evidence.extend({ reason: z.string() })),
  }),
  risks: z.array(Risk),
  wantsPerson: z.object({ value: z.boolean(), confidence: share, evidence: z.array(Evidence) }),
  entities: z.array(Entity),
});
export type Understanding = z.infer<typeof Understanding>;
