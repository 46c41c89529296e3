/** Asking the knowledge base: what was found, how sure Segue is, and what it would do. */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { visibilitySchema } from './knowledge.ts';

const share = z.number().min(0).max(1);

/** Who would read the answer: only public articles are there for customers. */
export const audienceSchema = z.enum(['customer', 'agent']);
export type Audience = z.infer<typeof audienceSchema>;

/** `POST /api/knowledge/questions`. With a ticket, its messages are the question or its context. */
export const askKnowledgeSchema = z
  .object({
    text: z.string().trim().max(4_000).default(''),
    ticketId: idSchema.optional(),
    audience: audienceSchema.default('agent'),
  })
  .refine(({ text, ticketId }) => text !== '' || ticketId !== undefined, {
    message: 'Write a question',
    path: ['text'],
  });
export type AskKnowledge = z.infer<typeof askKnowledgeSchema>;

/** The best passage of an article that may answer, with where it stands. */
export const foundPassageSchema = z.object({
  articleId: idSchema,
  version: z.number().int(),
  title: z.string(),
  visibility: visibilitySchema,
  /** The headings above the passage, outermost first. */
  headings: z.array(z.string()),
  /** Markdown. */
  text: z.string(),
  /** Those of one question add up to at most 1. */
  score: share,
  /** Where a customer reads the article; null for internal ones and where the portal is off. */
  url: z.string().nullable(),
});
export type FoundPassage = z.infer<typeof foundPassageSchema>;

/** Text taken over from an article word by word. */
export const answerCitationSchema = foundPassageSchema.omit({ text: true, score: true }).extend({
  quote: z.string(),
  /** Where the quote stands in the text of that version, in UTF-16 units; the end is not included. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type AnswerCitation = z.infer<typeof answerCitationSchema>;

/** What the assistant would do: answer by itself, ask back, or leave it to a person. */
export const answerDecisionSchema = z.enum(['answer', 'ask', 'hand_over']);
export type AnswerDecision = z.infer<typeof answerDecisionSchema>;

/** Something the confidence rests on: how much of it there is, and what it adds or takes. */
export const confidencePartSchema = z.object({
  name: z.string(),
  value: z.number(),
  effect: z.number(),
});
export type ConfidencePart = z.infer<typeof confidencePartSchema>;

/** What the knowledge base says to a question. */
export const knowledgeAnswerSchema = z.object({
  question: z.string(),
  passages: z.array(foundPassageSchema),
  /** The calibrated probability that the best article answers. */
  confidence: share,
  /** From which confidence on the assistant answers by itself; null where it does not. */
  answerFrom: share.nullable(),
  /** Strongest first. */
  parts: z.array(confidencePartSchema),
  decision: answerDecisionSchema,
  /** Sentences of articles, in order; empty where nothing fits. */
  answer: z.string(),
  citations: z.array(answerCitationSchema),
});
export type KnowledgeAnswer = z.infer<typeof knowledgeAnswerSchema>;

/** Below this confidence no article has to do with the question, whatever their order. */
const leastConfidence = 0.075;
/** Passages behind the best by this much only fill the list. */
const leastScore = 0.02;

/** The passages worth showing to somebody who searches; none where nothing has to do with the question. */
export function plausiblePassages({
  confidence,
  passages,
}: Pick<KnowledgeAnswer, 'confidence' | 'passages'>): FoundPassage[] {
  return confidence < leastConfidence ? [] : passages.filter(({ score }) => score >= leastScore);
}
