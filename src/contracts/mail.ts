/** What the desk shows of mail: the outbox and the quarantine. */
import { z } from 'zod';
import { mailStateSchema } from './conversations.ts';
import { idSchema, instantSchema, pageOf } from './common.ts';

/** An outgoing mail. */
export const outboundMailSchema = z.object({
  id: idSchema,
  ticketId: idSchema.nullable(),
  ticketNumber: z.number().int().nullable(),
  to: z.string(),
  /** Signed address of the ticket: what comes back to it joins the ticket. */
  replyTo: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  state: mailStateSchema,
  attempts: z.number().int(),
  error: z.string().nullable(),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
});
export type OutboundMail = z.infer<typeof outboundMailSchema>;

export const outboxSchema = pageOf(outboundMailSchema).extend({
  /** False while no mail server is configured: nothing leaves, everything is kept. */
  serverConfigured: z.boolean(),
});

/** A mail that could not be read or processed; its source is kept and can be tried again. */
export const quarantinedMailSchema = z.object({
  id: idSchema,
  from: z.string(),
  to: z.string(),
  sizeBytes: z.number().int(),
  error: z.string(),
  receivedAt: instantSchema,
});
export type QuarantinedMail = z.infer<typeof quarantinedMailSchema>;

export const quarantineSchema = pageOf(quarantinedMailSchema);

/** `GET /api/mail/intake`: how mail gets in. */
export const mailIntakeSchema = z.object({
  addresses: z.array(z.string()),
  smtp: z.object({ host: z.string(), port: z.number().int() }).nullable(),
  quarantined: z.number().int(),
});
