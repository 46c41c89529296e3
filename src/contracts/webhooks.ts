/** Webhooks: addresses that rules call, signed after Standard Webhooks. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';

/** `POST /api/webhooks`, `PATCH /api/webhooks/:id`. */
export const saveWebhookSchema = z.object({
  name: nameSchema,
  url: z
    .url({ protocol: /^https?$/, error: 'Give an address that begins with https://' })
    .max(2_000),
});
export type SaveWebhook = z.infer<typeof saveWebhookSchema>;

export const webhookSchema = saveWebhookSchema.extend({
  id: idSchema,
  /** Deliveries that failed for good. */
  failed: z.number().int(),
  lastSentAt: instantSchema.nullable(),
});
export type Webhook = z.infer<typeof webhookSchema>;

/** `GET /api/webhooks`. */
export const webhooksSchema = z.object({ webhooks: z.array(webhookSchema) });

/** `GET /api/webhooks/:id/secret`: what the receiver checks the signature with. */
export const webhookSecretSchema = z.object({ secret: z.string() });

export const webhookDeliverySchema = z.object({
  id: idSchema,
  webhook: z.object({ id: idSchema, name: z.string() }),
  ticket: z.object({ id: idSchema, number: z.number().int() }).nullable(),
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.number().int(),
  /** The last answer's HTTP status. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** `GET /api/webhook-deliveries`: the latest, or only those that failed for good. */
export const listDeliveriesQuerySchema = z.object({
  failed: z.enum(['true', 'false']).default('false'),
});

export const webhookDeliveriesSchema = z.object({ deliveries: z.array(webhookDeliverySchema) });
