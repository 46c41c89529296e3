/** Search over tickets, messages and customers. */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { ticketSummarySchema } from './tickets.ts';

/** `GET /api/search`: `q` as typed, with `status:open`, `from:kim@`, `tag:x`, `is:unassigned`, `#123`. */
export const searchQuerySchema = z.object({
  q: z.string().max(20_000),
  limit: z.coerce.number().int().min(1).max(50).default(8),
  offset: z.coerce.number().int().min(0).max(200).default(0),
});

/** A piece of text; `hit` where it answers the search. Text only: never to be read as html. */
export const highlightSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type Highlight = z.infer<typeof highlightSchema>;

export const ticketHitSchema = z.object({
  ticket: ticketSummarySchema,
  subject: highlightSchema,
  customer: highlightSchema,
  /** What else of it matches: its category, its tags, the address of a customer shown by name. */
  also: z.array(highlightSchema),
  /** The words of the message that match best; null when it is something else that matches. */
  excerpt: z
    .object({
      author: z.enum(['customer', 'agent', 'assistant', 'note', 'other']),
      text: highlightSchema,
    })
    .nullable(),
});
export type TicketHit = z.infer<typeof ticketHitSchema>;

export const customerHitSchema = z.object({
  id: idSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  shownName: highlightSchema,
  shownEmail: highlightSchema,
  tickets: z.number().int(),
});
export type CustomerHit = z.infer<typeof customerHitSchema>;

export const searchResultsSchema = z.object({
  tickets: z.array(ticketHitSchema),
  /** Whether there are tickets after these. */
  more: z.boolean(),
  customers: z.array(customerHitSchema),
  /** The words that were looked for, where those typed were found nowhere; else null. */
  corrected: z.string().nullable(),
  /** Parts that were not understood, as sentences. */
  hints: z.array(z.string()),
});
export type SearchResults = z.infer<typeof searchResultsSchema>;
