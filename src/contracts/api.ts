/** What other programs may do with a key of the workspace, and the keys themselves. */
import { z } from 'zod';
import { emailSchema, idSchema, instantSchema, nameSchema } from './common.ts';
import { attributeChangesSchema } from './people.ts';
import { prioritySchema, ticketStatusSchema } from './tickets.ts';

/** A key as it is listed: what it is itself was shown once. */
export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Its first letters. */
  start: z.string(),
  createdBy: z.string().nullable(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** `GET /api/keys`. */
export const apiKeysSchema = z.object({ keys: z.array(apiKeySchema) });

/** `POST /api/keys`. */
export const addApiKeySchema = z.object({ name: nameSchema });

/** What adding a key answers: `key` is shown this once. */
export const addedApiKeySchema = apiKeySchema.extend({ key: z.string() });

/** What the program knows a request by: the same again is the same ticket or message, not another. */
const referenceSchema = z.string().trim().min(8).max(64);
const textSchema = z.string().trim().min(1).max(20_000);

/** `POST /api/v1/tickets`. */
export const openTicketSchema = z.object({
  reference: referenceSchema.optional(),
  customer: z.object({
    email: emailSchema,
    name: nameSchema.nullable().default(null),
    /** The program knows that the address is theirs: then it is the customer it is known of. */
    verified: z.boolean().default(false),
    /** What rules may ask for, like `{ "plan": "gold" }`; null forgets one. */
    attributes: attributeChangesSchema.default({}),
  }),
  subject: z.string().trim().min(1).max(160),
  text: textSchema,
  /** One of the workspace's categories, by name; left out, it is found from the words. */
  category: z.string().trim().max(80).nullable().default(null),
  /** Answers to the category's fields, by key. */
  fields: z.record(z.string().max(40), z.string().max(4_000)).default({}),
  priority: prioritySchema.default('normal'),
});
export type OpenTicket = z.infer<typeof openTicketSchema>;

/** What opening answers; `existed` when the reference was known. */
export const openedTicketSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  existed: z.boolean(),
});

/** `GET /api/v1/tickets/:id`: where it stands and what was said, without notes. */
export const apiTicketSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  subject: z.string(),
  status: ticketStatusSchema,
  priority: prioritySchema,
  category: z.string().nullable(),
  createdAt: instantSchema,
  messages: z.array(
    z.object({
      id: idSchema,
      author: z.enum(['customer', 'agent', 'assistant', 'trigger', 'system']),
      text: z.string(),
      at: instantSchema,
    }),
  ),
});
export type ApiTicket = z.infer<typeof apiTicketSchema>;

/** `POST /api/v1/tickets/:id/messages`: something more of the customer. */
export const addTicketMessageSchema = z.object({
  reference: referenceSchema.optional(),
  text: textSchema,
});
export type AddTicketMessage = z.infer<typeof addTicketMessageSchema>;
export const addedTicketMessageSchema = z.object({ id: idSchema });
