/** The phone log: an agent notes a call, and it becomes a ticket. */
import { z } from 'zod';
import { emailSchema, idSchema, nameSchema } from './common.ts';
import { customerSchema } from './people.ts';
import { prioritySchema } from './tickets.ts';

const phoneSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+0-9][0-9 ()/.-]{2,}$/, 'Give a number like +44 20 7946 0000');

/** `POST /api/calls`. The same `clientId` twice is one call. */
export const logCallSchema = z.object({
  clientId: z.string().min(8).max(64),
  /** Somebody known, or what is known of somebody new. */
  caller: z.union([
    z.object({ id: idSchema }),
    z
      .object({
        name: nameSchema.nullable().default(null),
        phone: phoneSchema.nullable().default(null),
        email: emailSchema.nullable().default(null),
      })
      .refine(({ name, phone, email }) => name !== null || phone !== null || email !== null, {
        path: ['name'],
        message: 'Give a name, a number or an address',
      }),
  ]),
  subject: z.string().trim().min(1).max(160),
  /** What was said: a note that never leaves the desk. */
  text: z.string().trim().max(20_000).default(''),
  category: z.string().trim().max(80).nullable().default(null),
  priority: prioritySchema.default('normal'),
  /** What becomes of it: nothing is left, it stays with whoever logs it, or anybody may take it. */
  outcome: z.enum(['solved', 'mine', 'queue']).default('queue'),
});
export type LogCall = z.infer<typeof logCallSchema>;

/** `taken` is false when it was to stay but there was no room for it: then it waits in its queue. */
export const loggedCallSchema = z.object({ ticketId: idSchema, taken: z.boolean() });

/** `GET /api/customers?q=`: who that may be, by name, address or number. */
export const customerMatchSchema = customerSchema
  .pick({ id: true, name: true, email: true, phone: true, tier: true })
  .extend({ openTickets: z.number().int() });
export type CustomerMatch = z.infer<typeof customerMatchSchema>;
export const customerMatchesSchema = z.object({ customers: z.array(customerMatchSchema) });
export const findCustomersQuerySchema = z.object({ q: z.string().trim().min(2).max(100) });
