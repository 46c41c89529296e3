/** The conversation of a ticket as a document. */
import { z } from 'zod';

/** How a transcript is written. */
export const transcriptFormatSchema = z.enum(['html', 'text']);
export type TranscriptFormat = z.infer<typeof transcriptFormatSchema>;

/** `GET /api/tickets/:id/transcript`: the document itself. */
export const transcriptQuerySchema = z.object({
  format: transcriptFormatSchema.default('html'),
  /** With what colleagues wrote for each other; never in what a customer gets. */
  notes: z.enum(['true', 'false']).default('false'),
});

/** Answer of `POST /api/tickets/:id/transcript/mail`: where the copy goes. */
export const transcriptMailedSchema = z.object({ to: z.string() });
