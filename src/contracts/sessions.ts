/** Sessions: the live exchange inside a conversation. */
import { z } from 'zod';
import { actorSchema, idSchema, instantSchema } from './common.ts';

export const sessionStateSchema = z.enum(['active', 'inactive', 'ended']);
export type SessionState = z.infer<typeof sessionStateSchema>;

export const sessionEndedReasonSchema = z.enum([
  'agent',
  'customer',
  'trigger',
  'inactivity',
  'system',
]);
export type SessionEndedReason = z.infer<typeof sessionEndedReasonSchema>;

/** Why a session is quiet: the customer did not answer, or their browser was gone as well. */
export const inactiveReasonSchema = z.enum(['no_answer', 'offline']);
export type InactiveReason = z.infer<typeof inactiveReasonSchema>;

/** Why the system ended a session by itself. */
export const systemEndCauseSchema = z.enum(['customer_deleted', 'channel_closed']);
export type SystemEndCause = z.infer<typeof systemEndCauseSchema>;

/** How the rest of an ended chat goes on: in the same ticket, or in a linked one of its own. */
export const followupModeSchema = z.enum(['same_ticket', 'linked_ticket']);
export type FollowupMode = z.infer<typeof followupModeSchema>;

/** The channel the router treats a ticket as. Separate from the ticket's own channel, which never changes. */
export const routingChannelSchema = z.enum(['messaging', 'email']);
export type RoutingChannel = z.infer<typeof routingChannelSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  state: sessionStateSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  endedReason: sessionEndedReasonSchema.nullable(),
  /** Who ended it; the name is that of a colleague, null for everybody else. */
  endedBy: actorSchema.extend({ name: z.string().nullable() }).nullable(),
  /** The rule that ended it. */
  endedRule: idSchema.nullable(),
  /** Why the system ended it by itself. */
  endedCause: systemEndCauseSchema.nullable(),
  /** Why it is quiet and since when; null while it is active and after its end. */
  inactive: z.object({ reason: inactiveReasonSchema, since: instantSchema }).nullable(),
  /** Reminders the customer has had since their last word. */
  reminders: z.number().int(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/tickets/:id/session/end`: the agent may say goodbye in the same act. */
export const endSessionSchema = z.object({ farewell: z.string().trim().max(4_000).optional() });

/** What ending this session would do, before it is done: shown on the button. */
export const endSessionPreviewSchema = z.object({
  allowed: z.boolean(),
  routingChannel: routingChannelSchema,
  /** One sentence, e.g. "Becomes email work in Billing follow-ups and stays with you". */
  sentence: z.string(),
});
export type EndSessionPreview = z.infer<typeof endSessionPreviewSchema>;

/** `GET /api/followup-modes`: how the rest of ended chats goes on, queue by queue. */
export const followupModesSchema = z.object({
  queues: z.array(z.object({ id: idSchema, name: z.string(), mode: followupModeSchema })),
});
export type FollowupModes = z.infer<typeof followupModesSchema>;

/** `PUT /api/followup-modes/:id`, by the queue's id. */
export const setFollowupModeSchema = z.object({ mode: followupModeSchema });
