/** The brief of a ticket as the desk reads and corrects it. */
import { z } from 'zod';
import { Brief, BriefFieldEdit, BriefFieldName } from './briefs.ts';
import { instantSchema } from './common.ts';

/** `GET /api/tickets/:id/brief`: null until there is something to brief. */
export const ticketBriefSchema = z.object({
  brief: z
    .object({
      version: z.number().int(),
      fields: Brief,
      /** Fields a person has corrected; they are certain. */
      corrected: z.array(BriefFieldName),
      writtenAt: instantSchema,
    })
    .nullable(),
});
export type TicketBrief = z.infer<typeof ticketBriefSchema>;

/** `PATCH /api/tickets/:id/brief`: a person's value for one field, at the version they read. */
export const correctBriefSchema = z.object({ version: z.number().int(), edit: BriefFieldEdit });
export type CorrectBrief = z.infer<typeof correctBriefSchema>;
