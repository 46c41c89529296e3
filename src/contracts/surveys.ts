/** Surveys: how satisfied a customer was with a chat, and with what became of their ticket. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';

/** What is rated: the chat, asked when it ends, or the ticket, asked when it is solved. Once each. */
export const surveyKindSchema = z.enum(['session', 'ticket']);
export type SurveyKind = z.infer<typeof surveyKindSchema>;

/** One to five stars, or thumbs: down is 1, up is 5. */
export const surveyScaleSchema = z.enum(['stars', 'thumbs']);
export type SurveyScale = z.infer<typeof surveyScaleSchema>;

/** Where it is asked. `both`: in the widget, and by mail where the address is known. */
export const surveyChannelSchema = z.enum(['widget', 'email', 'both']);
export type SurveyChannel = z.infer<typeof surveyChannelSchema>;

const questionSchema = z.string().trim().min(1, 'Write the question').max(300);
const choiceSchema = z.string().trim().min(1).max(60);
const shippedChoices = ['Friendly', 'Quick', 'Knew the answer', 'Slow', 'Did not help'];

/** How one kind of survey is asked. */
export const surveyRulesSchema = z.object({
  enabled: z.boolean().default(false),
  /** Minutes between the end or the solution and the question; up to two weeks. */
  delayMinutes: z.number().int('Give whole minutes').min(0).max(20_160).default(0),
  channel: surveyChannelSchema.default('widget'),
  scale: surveyScaleSchema.default('stars'),
  question: questionSchema.default('How was this conversation?'),
  /** Words a customer may choose to say why. */
  tags: z.array(choiceSchema).max(12).default(shippedChoices),
  expiryDays: z.number().int('Give whole days').min(1).max(90).default(14),
  /** How long an answer may be changed; 0: never. */
  revoteMinutes: z.number().int('Give whole minutes').min(0).max(10_080).default(60),
});
export type SurveyRules = z.infer<typeof surveyRulesSchema>;

/** Chats are asked about in the widget from the start; mail is sent only where somebody has chosen it. */
export const surveySettingsSchema = z.object({
  session: surveyRulesSchema.prefault({ enabled: true }),
  ticket: surveyRulesSchema.prefault({
    channel: 'email',
    delayMinutes: 60,
    question: 'How satisfied are you with the help you got?',
  }),
});
export type SurveySettings = z.infer<typeof surveySettingsSchema>;

/** What a customer answers. */
export const surveyAnswerSchema = z.object({
  score: z.number().int().min(1).max(5),
  comment: z.string().trim().max(2_000).default(''),
  tags: z.array(choiceSchema).max(12).default([]),
});
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;

/** Who had which part in what was rated. */
export const surveyCreditSchema = z.object({
  participant: z.enum(['bot', 'assistant', 'agent']),
  /** Null for the bot and the assistant. */
  memberId: idSchema.nullable(),
  name: z.string(),
  /** Messages to the customer. */
  messages: z.number().int(),
  /** Their part of all messages to the customer, from 0 to 1. */
  share: z.number(),
  /** Whether they had the work at some time. */
  owned: z.boolean(),
});
export type SurveyCredit = z.infer<typeof surveyCreditSchema>;

/** A survey as the desk shows it. */
export const surveySchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  kind: surveyKindSchema,
  /** `due` waits for its time; `expired` was not answered in time. */
  state: z.enum(['due', 'sent', 'answered', 'expired']),
  scale: surveyScaleSchema,
  question: z.string(),
  inWidget: z.boolean(),
  byMail: z.boolean(),
  dueAt: instantSchema,
  sentAt: instantSchema.nullable(),
  expiresAt: instantSchema,
  answer: surveyAnswerSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  credits: z.array(surveyCreditSchema),
});
export type Survey = z.infer<typeof surveySchema>;

/** `GET /api/tickets/:id/surveys`, `GET /api/customers/:id/surveys`: the latest first. */
export const surveysSchema = z.object({ surveys: z.array(surveySchema) });

/** `GET /api/customers/:id/satisfaction`. */
export const satisfactionSchema = z.object({
  answered: z.number().int(),
  /** From 1 to 5; null without an answer. */
  average: z.number().nullable(),
  surveys: z.array(surveySchema),
});

/** A survey as its customer sees it in the widget. */
export const widgetSurveySchema = z.object({
  id: idSchema,
  scale: surveyScaleSchema,
  question: z.string(),
  /** Words to choose from. */
  tags: z.array(z.string()),
  answer: surveyAnswerSchema.nullable(),
  /** False once the answer may not be changed any more. */
  open: z.boolean(),
});
export type WidgetSurvey = z.infer<typeof widgetSurveySchema>;
