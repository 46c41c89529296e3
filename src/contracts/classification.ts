/** What Segue makes of tickets by itself: signals, and the model of the workspace's categories. */
import { z } from 'zod';
import { instantSchema } from './common.ts';
import { Entity, Evidence, RiskTopic, Understanding } from './understanding.ts';

/**
 * From what on a topic is a risk. `hint`: whatever might mean it; `telling`: one telling phrase; `clear`: only what
 * can hardly mean anything else; `off`: never.
 */
export const riskCareSchema = z.enum(['hint', 'telling', 'clear', 'off']);
export type RiskCare = z.infer<typeof riskCareSchema>;

/** Whether tickets that are no chats get a category by themselves, and how sure it must be. */
export const classificationSettingsSchema = z.object({
  categories: z.boolean().default(true),
  minimumConfidence: z.number().min(0.3).max(1).default(0.7),
  /** How little is a risk, for each topic; `telling` where nothing is set. */
  risks: z.partialRecord(RiskTopic, riskCareSchema).default({}),
});

/** Something read out of a ticket, with the words that say so. */
export const ticketSignalSchema = z.object({
  kind: z.enum(['risk', 'person_wish', 'category']),
  /** The topic of a risk, the name of a category, else empty. */
  topic: z.string(),
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  at: instantSchema,
});
export type TicketSignal = z.infer<typeof ticketSignalSchema>;

/** `GET /api/tickets/:id/signals`: all that was read out of a ticket. */
export const ticketSignalsSchema = z.object({
  signals: z.array(ticketSignalSchema),
  /** What is asked for, with the words that say so. */
  request: Understanding.shape.request,
  /** Order numbers, versions and the like, by the patterns of the workspace. */
  entities: z.array(Entity),
});
export type TicketSignals = z.infer<typeof ticketSignalsSchema>;

/** One training of the category model. */
export const categoryTrainingSchema = z.object({
  version: z.number().int(),
  categories: z.number().int(),
  examples: z.number().int(),
  /** Share of the examples held back that were right; null where none were. */
  accuracy: z.number().min(0).max(1).nullable(),
  /**
   * `proposed`: a better one that waits for somebody to agree; `challenger`: it took over; `declined`: it
   * may not; `champion`: the model before was at least as good and stayed; `restored`: an earlier one was taken up
   * again.
   */
  verdict: z.enum(['first', 'challenger', 'champion', 'proposed', 'declined', 'restored']),
  /** The version that was taken up again; null where it was learned. */
  restores: z.number().int().nullable(),
  /**
   * `used`: it files tickets now; `proposed`: it will where somebody agrees; `kept`: one can go back to it; `gone`:
   * neither, and only its figures are left.
   */
  standing: z.enum(['used', 'proposed', 'kept', 'gone']),
  /** How many of the same cases, held back from both, each got right; null where there was nothing to beat. */
  judged: z
    .object({ cases: z.number().int(), champion: z.number(), challenger: z.number() })
    .nullable(),
  at: instantSchema,
});
export type CategoryTraining = z.infer<typeof categoryTrainingSchema>;

/** `GET /api/classification/trainings`: newest first. */
export const categoryTrainingsSchema = z.object({
  trainings: z.array(categoryTrainingSchema),
  /** What is taught has changed, and is being learned. */
  learning: z.boolean(),
});
export type CategoryTrainings = z.infer<typeof categoryTrainingsSchema>;

/** `POST /api/classification/trainings/:version/answer`: whether a proposed model may take over. */
export const answerTrainingSchema = z.object({ agrees: z.boolean() });
export const trainingParamsSchema = z.object({ version: z.coerce.number().int().min(1) });
