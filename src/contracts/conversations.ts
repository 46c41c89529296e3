/** Messages and the timeline that shows them with the ticket's events. */
import { z } from 'zod';
import { attachmentSchema } from './attachments.ts';
import { actorSchema, idSchema, instantSchema } from './common.ts';
import { macroActionsSchema } from './macros.ts';
import { ticketEventSchema } from './tickets.ts';

/** How a message travels: live chat, mail, or a note that never leaves the desk. */
export const messageChannelSchema = z.enum(['messaging', 'email', 'note']);
export type MessageChannel = z.infer<typeof messageChannelSchema>;

/**
 * What became of an outgoing mail. `not_configured`: kept in the outbox, no mail server is set.
 * `cancelled`: its customer was deleted before it left.
 */
export const mailStateSchema = z.enum([
  'queued',
  'sent',
  'failed',
  'not_configured',
  'bounced',
  'cancelled',
]);
export type MailState = z.infer<typeof mailStateSchema>;

export const messageSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  seq: z.number().int().positive(),
  clientId: z.string().nullable(),
  channel: messageChannelSchema,
  author: actorSchema.extend({ name: z.string() }),
  /** What the person wrote, without quotes and signature where it came by mail. */
  text: z.string(),
  /** Sanitised HTML of the whole mail; null when it came as text. */
  html: z.string().nullable(),
  /** Quoted history and signature that were cut off; null when there was none. */
  quoted: z.string().nullable(),
  /** Pictures in `html` that would be fetched from elsewhere; off until asked for. */
  remoteImages: z.number().int(),
  attachments: z.array(attachmentSchema),
  /** Only on outgoing mail. */
  mail: z
    .object({ state: mailStateSchema, to: z.string(), error: z.string().nullable() })
    .nullable(),
  /** Whether the customer (agent's message) or an agent (customer's message) has seen it. */
  seen: z.boolean(),
  at: instantSchema,
});
export type Message = z.infer<typeof messageSchema>;

export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), at: instantSchema, message: messageSchema }),
  z.object({ kind: z.literal('event'), at: instantSchema, event: ticketEventSchema }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** `GET /api/tickets/:id/timeline`: oldest first. */
export const timelineSchema = z.object({ entries: z.array(timelineEntrySchema) });

/** `POST /api/tickets/:id/messages`. The same `clientId` twice gives the same message. */
export const postMessageSchema = z.object({
  clientId: z.string().min(8).max(64),
  channel: messageChannelSchema,
  text: z.string().trim().max(50_000),
  /** HTML of the composer for mail; sanitised again on the server. */
  html: z.string().max(200_000).optional(),
  attachmentIds: z.array(idSchema).max(20).default([]),
  /** Status to set with the same act, e.g. solved. */
  status: z.enum(['open', 'pending', 'on_hold', 'solved']).optional(),
  /** Acts of macros to do with it: all of it happens, or nothing. */
  acts: macroActionsSchema.optional(),
  /** The macros they came from, for the history. */
  macroIds: z.array(idSchema).max(10).optional(),
});
export type PostMessage = z.infer<typeof postMessageSchema>;

/** `PUT /api/tickets/:id/draft`: one per ticket and agent; an empty text removes it. */
export const draftSchema = z.object({
  channel: messageChannelSchema,
  text: z.string().max(50_000),
  html: z.string().max(200_000).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** `GET /api/tickets/:id/draft`. */
export const storedDraftSchema = z.object({ draft: draftSchema.nullable() });
