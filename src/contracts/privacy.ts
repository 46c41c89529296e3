/** A customer's data as a whole: what there is of it, taken out as a file, and deleted. */
import { z } from 'zod';
import { instantSchema } from './common.ts';

/** How much there is of a customer. */
export const holdingsSchema = z.object({
  conversations: z.number().int(),
  /** Conversations that go on right now in a chat. */
  runningChats: z.number().int(),
  tickets: z.number().int(),
  openTickets: z.number().int(),
  messages: z.number().int(),
  files: z.number().int(),
  /** Mails to them that have not left yet. */
  waitingMails: z.number().int(),
});
export type Holdings = z.infer<typeof holdingsSchema>;

/** `GET /api/customers/:id/holdings`: what a deletion would take. */
export const customerHoldingsSchema = holdingsSchema.extend({
  /** Other customers who said that one of the addresses is theirs; a deletion leaves them. */
  sameAddress: z.array(z.object({ name: z.string().nullable(), ticketNumber: z.number().int() })),
});
export type CustomerHoldings = z.infer<typeof customerHoldingsSchema>;

/** `DELETE /api/customers/:id`: what was there, when it went and who did it. */
export const customerDeletionSchema = z.object({
  at: instantSchema,
  /** Null once the member is gone. */
  by: z.string().nullable(),
  counts: holdingsSchema,
});
export type CustomerDeletion = z.infer<typeof customerDeletionSchema>;
