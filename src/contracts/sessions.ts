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
  endedBy: actorSchema.nullable(),
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
