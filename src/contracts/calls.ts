/** The phone: calls in progress, and the log of them, which is tickets. */
import { z } from 'zod';
import { emailSchema, idSchema, instantSchema, nameSchema } from './common.ts';
import { customerSchema } from './people.ts';
import { prioritySchema } from './tickets.ts';

const phoneSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+0-9][0-9 ()/.-]{2,}$/, 'Give a number like +44 20 7946 0000');

/** What is known of somebody new. */
const newCallerSchema = z
  .object({
    name: nameSchema.nullable().default(null),
    phone: phoneSchema.nullable().default(null),
    email: emailSchema.nullable().default(null),
  })
  .refine(({ name, phone, email }) => name !== null || phone !== null || email !== null, {
    path: ['name'],
    message: 'Give a name, a number or an address',
  });
export type Caller = z.infer<typeof newCallerSchema>;

/** Somebody known, or what is known of somebody new. */
const callerSchema = z.union([z.object({ id: idSchema }), newCallerSchema]);

/** A call nobody ends is over after so long. */
export const longestCallMs = 4 * 60 * 60_000;

/** `PUT /api/me/call`: a call has begun. Whoever is on one stays on that one. */
export const startCallSchema = z.object({
  /** Null while it is not known who calls. */
  caller: callerSchema.nullable().default(null),
  /** The ticket it is about; who calls is then its customer. */
  ticketId: idSchema.nullable().default(null),
});
export type StartCall = z.infer<typeof startCallSchema>;

/** A call in progress: its agent gets nothing else until it is over. */
export const runningCallSchema = z.object({
  id: idSchema,
  startedAt: instantSchema,
  /** When it is over at the latest. */
  endsAt: instantSchema,
  /** Who calls, where they are known. */
  customer: customerSchema
    .pick({ id: true, name: true, email: true, phone: true, tier: true })
    .nullable(),
  /** What was typed of somebody new. */
  caller: newCallerSchema.nullable(),
  ticket: z.object({ id: idSchema, number: z.number().int(), subject: z.string() }).nullable(),
});
export type RunningCall = z.infer<typeof runningCallSchema>;

/** `GET` and `PUT /api/me/call`, `DELETE /api/me/call/:id`. `serverTime` is what timers go by. */
export const myCallSchema = z.object({
  call: runningCallSchema.nullable(),
  serverTime: instantSchema,
});
export type MyCall = z.infer<typeof myCallSchema>;

/** `POST /api/calls`. The same `clientId` twice is one call. */
export const logCallSchema = z.object({
  clientId: z.string().min(8).max(64),
  caller: callerSchema,
  /** The call in progress that this ends, and when the agent hung up; null: it was over before. */
  call: z.object({ id: idSchema, hungUpAt: instantSchema }).nullable().default(null),
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
