/** The desk's realtime channel: Socket.IO namespace `/desk`, signed in by the session cookie. */
import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';

/**
 * Event `change`: something is different; ids and versions only, the client fetches.
 * `ticketId` is set on everything that belongs to a ticket.
 */
export const deskChangeSchema = z.object({
  event: z.enum([
    'ticket.changed',
    // Many at once, and not said which.
    'tickets.changed',
    'message.created',
    'message.changed',
    'brief.changed',
    'draft.changed',
    'assistant.changed',
    'approval.changed',
    'assistant_policy.changed',
    'offer.changed',
    'agent.changed',
    'work.changed',
    'settings.changed',
    'mail.changed',
    'tags.changed',
    'survey.changed',
    'triggers.changed',
    'team.changed',
    'categories.changed',
    'knowledge.changed',
    'learning.changed',
    'schedules.changed',
    'sla_policies.changed',
    'sla.changed',
    'sla.alerted',
    'alert.changed',
    'incident.changed',
    'evaluation.changed',
    'customer.deleted',
  ]),
  id: idSchema,
  version: z.number().int(),
  ticketId: idSchema.nullable(),
});
export type DeskChange = z.infer<typeof deskChangeSchema>;

/** Event `typing`: somebody writes in a ticket that this client watches. */
export const deskTypingSchema = z.object({
  ticketId: idSchema,
  who: z.enum(['customer', 'agent']),
  name: z.string(),
  memberId: idSchema.nullable(),
  typing: z.boolean(),
});
export type DeskTyping = z.infer<typeof deskTypingSchema>;

/** Commands a desk emits, each acknowledged with `{ ok: true }` or a problem. */
export const deskCommands = {
  /** Open the room of a ticket: typing and seen marks of that ticket. */
  'ticket.watch': z.object({ ticketId: idSchema }),
  'ticket.unwatch': z.object({ ticketId: idSchema }),
  typing: z.object({ ticketId: idSchema, typing: z.boolean() }),
  /** Everything up to `seq` has been on the agent's screen. */
  seen: z.object({ ticketId: idSchema, seq: z.number().int() }),
  /** Sent every 15 s while the desk is open. */
  heartbeat: z.object({
    at: instantSchema,
    /** Since somebody last touched this desk. */
    idleSeconds: z.number().int().min(0).optional(),
  }),
} as const;
export type DeskCommandName = keyof typeof deskCommands;
