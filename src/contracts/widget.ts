/**
 * The widget protocol: what a customer's browser says to Segue and hears back.
 *
 * HTTP (CORS, no cookies) gives the configuration, a visitor token and file uploads.
 * Everything live goes over Socket.IO, namespace `/widget`, `auth: { token }`: commands are
 * emitted with an acknowledgement `WidgetAnswer`, changes arrive as `change` events that carry ids
 * and versions only; the widget then asks for what is new. The token never stands in an address.
 */
import { z } from 'zod';
import { attachmentSchema } from './attachments.ts';
import { emailSchema, idSchema, instantSchema } from './common.ts';
import type { Problem } from './problems.ts';
import { sessionEndedReasonSchema } from './sessions.ts';
import { surveyAnswerSchema, widgetSurveySchema } from './surveys.ts';

/** `GET /api/widget/config?key=…`: what the launcher and the panel look like. */
export const widgetConfigSchema = z.object({
  workspaceName: z.string(),
  greeting: z.string(),
  assistantName: z.string(),
  accentColor: z.string(),
  agentsOnline: z.boolean(),
  customerMayEnd: z.boolean(),
  /** False while the workspace takes no new conversations in the chat. */
  open: z.boolean(),
  /** Where to ask instead; null when there is no such page. */
  askUrl: z.string().nullable(),
  upload: z.object({ maxBytes: z.number().int(), types: z.array(z.string()) }),
});
export type WidgetConfig = z.infer<typeof widgetConfigSchema>;

/** Query of the configuration: the public key in the script tag. */
export const widgetKeyQuerySchema = z.object({ key: z.string().min(8).max(64) });

/** `POST /api/widget/visitors`: a browser that has no token yet asks for one. */
export const createVisitorSchema = z.object({ key: z.string().min(8).max(64) });

/** The visitor's secret; kept by the browser, sent as `Authorization: Bearer` or socket auth. */
export const visitorSchema = z.object({ token: z.string() });

/** `POST /api/widget/files` (multipart, field `file`, bearer token) answers with this. */
export const uploadedFileSchema = attachmentSchema;

/** What the bot asks for in a message; the widget renders a fitting control below it. */
export const botPromptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ id: z.string(), label: z.string() })).min(1),
  }),
  z.object({ kind: z.literal('name'), skippable: z.boolean() }),
  z.object({ kind: z.literal('email'), skippable: z.boolean() }),
]);
export type BotPrompt = z.infer<typeof botPromptSchema>;

/** How a customer answers a prompt other than by plain text. */
export const botAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), optionId: z.string().max(64) }),
  z.object({ kind: z.literal('skip') }),
]);
export type BotAnswer = z.infer<typeof botAnswerSchema>;

/** A message as the customer sees it. Names only: no agent's address ever gets here. */
export const widgetMessageSchema = z.object({
  id: idSchema,
  /** Place in the conversation, rising by one. */
  seq: z.number().int().positive(),
  /** The id the sending browser gave it; null on what others wrote. */
  clientId: z.string().nullable(),
  author: z.object({
    kind: z.enum(['customer', 'agent', 'assistant', 'system']),
    name: z.string(),
  }),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  prompt: botPromptSchema.nullable(),
  at: instantSchema,
});
export type WidgetMessage = z.infer<typeof widgetMessageSchema>;

/** A conversation as the customer sees it. */
export const widgetConversationSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  state: z.enum(['bot', 'waiting', 'with_agent', 'ended']),
  /** Place in the queue, 1 is next; the estimate is null when nothing honest can be said. */
  queue: z
    .object({
      position: z.number().int().positive(),
      estimateSeconds: z.number().int().nullable(),
      agentsOnline: z.boolean(),
    })
    .nullable(),
  agent: z.object({ name: z.string() }).nullable(),
  ended: z
    .object({
      reason: sessionEndedReasonSchema,
      at: instantSchema,
      /** The sentence that tells the customer what happens next. */
      nextStep: z.string(),
      /** Whether what is written here still reaches somebody, who answers by mail. */
      mayReply: z.boolean(),
      /** Where a copy of the conversation would go; null when none can be sent. */
      copyTo: z.string().nullable(),
      /** What the customer is asked about this conversation; null when nothing is. */
      survey: widgetSurveySchema.nullable(),
    })
    .nullable(),
  /** True while the customer has been silent for long; whatever they write wakes the chat. */
  quiet: z.boolean(),
  mayEnd: z.boolean(),
  /** The highest `seq` an agent has seen; drives "Seen". */
  seenByAgentSeq: z.number().int(),
});
export type WidgetConversation = z.infer<typeof widgetConversationSchema>;

/** State and the messages after a given place: answer to every read. */
export const widgetUpdateSchema = z.object({
  conversation: widgetConversationSchema.nullable(),
  messages: z.array(widgetMessageSchema),
});
export type WidgetUpdate = z.infer<typeof widgetUpdateSchema>;

/** Commands, by the name they are emitted under: request and answer. */
export const widgetCommands = {
  /** The visitor's latest conversation with all messages after `afterSeq` (0: all). */
  'conversation.read': {
    request: z.object({
      conversationId: idSchema.nullable(),
      afterSeq: z.number().int().min(0),
    }),
    answer: widgetUpdateSchema,
  },
  /**
   * Sends a message. `conversationId` null opens a new one; so does one whose session has ended, unless
   * the workspace lets it go back. The answer says which conversation the message is in. The same `clientId` twice gives the same message.
   */
  'message.send': {
    request: z.object({
      conversationId: idSchema.nullable(),
      clientId: z.string().min(8).max(64),
      text: z.string().trim().max(8_000),
      attachmentIds: z.array(idSchema).max(10),
      answer: botAnswerSchema.nullable(),
      /** True after "New conversation": never goes back to the one that ended. */
      fresh: z.boolean().default(false),
    }),
    answer: z.object({ conversationId: idSchema, message: widgetMessageSchema }),
  },
  /** Asks for a person now, whatever the bot is doing. */
  'person.request': {
    request: z.object({ conversationId: idSchema }),
    answer: widgetUpdateSchema,
  },
  'session.end': {
    request: z.object({ conversationId: idSchema }),
    answer: widgetUpdateSchema,
  },
  /** Answers the survey of an ended conversation; the same answer twice is one. */
  'survey.answer': {
    request: surveyAnswerSchema.extend({ conversationId: idSchema, surveyId: idSchema }),
    answer: widgetUpdateSchema,
  },
  /** Sends the customer a copy of an ended conversation, to the address they gave before. */
  'transcript.send': {
    request: z.object({ conversationId: idSchema }),
    answer: z.object({ to: z.string() }),
  },
  /** Details the page knows about its user; unverified unless `signature` is right. */
  identify: {
    request: z.object({
      name: z.string().trim().max(120).optional(),
      email: emailSchema.optional(),
      /** Hex HMAC-SHA256 of the address under the workspace's identity secret. */
      signature: z.string().length(64).optional(),
    }),
    answer: z.object({ verified: z.boolean() }),
  },
  typing: {
    request: z.object({ conversationId: idSchema, typing: z.boolean() }),
    answer: z.object({}),
  },
} as const;
export type WidgetCommandName = keyof typeof widgetCommands;
export type WidgetRequest<Name extends WidgetCommandName> = z.input<
  (typeof widgetCommands)[Name]['request']
>;
export type WidgetReply<Name extends WidgetCommandName> = z.output<
  (typeof widgetCommands)[Name]['answer']
>;

/** Acknowledgement of a command. */
export type WidgetAnswer<Name extends WidgetCommandName> =
  | { ok: true; data: WidgetReply<Name> }
  | { ok: false; problem: Problem };

/** The one event the server emits, `change`: something to fetch, or a typing signal to show. */
export const widgetChangeSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('conversation.changed'),
    conversationId: idSchema,
    version: z.number().int(),
    lastSeq: z.number().int(),
  }),
  z.object({
    event: z.literal('agent.typing'),
    conversationId: idSchema,
    name: z.string(),
    typing: z.boolean(),
  }),
]);
export type WidgetChange = z.infer<typeof widgetChangeSchema>;
