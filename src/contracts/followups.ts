/** The brief of a ticket as the desk reads and corrects it. */
import { z } from 'zod';
import { Brief, BriefFieldEdit, BriefFieldName } from './briefs.ts';
import { instantSchema } from './common.ts';
import { modelRefusalSchema } from './models.ts';

/** A statement of a model that was left out, and what was wrong with it. */
const droppedSchema = z.object({
  field: BriefFieldName,
  text: z.string(),
  /** Its quote does not stand in the message, or something in it stands in none it quotes. */
  why: z.enum(['quote', 'number', 'date', 'name', 'contact', 'placeholder']),
});
export type Dropped = z.infer<typeof droppedSchema>;

/** Who wrote a brief. */
export const briefOriginSchema = z.object({
  by: z.enum(['rules', 'model']),
  /** The model's name, where one wrote it. */
  model: z.string().nullable(),
  /** Why rules wrote it although there is a model. */
  because: modelRefusalSchema.nullable(),
  dropped: z.array(droppedSchema),
  /** Fields that rules wrote because nothing tenable was left of the model's. */
  rulesFields: z.array(BriefFieldName),
});
export type BriefOrigin = z.infer<typeof briefOriginSchema>;

/** `GET /api/tickets/:id/brief`: null until there is something to brief. */
export const ticketBriefSchema = z.object({
  brief: z
    .object({
      version: z.number().int(),
      fields: Brief,
      /** Fields a person has corrected; they are certain. */
      corrected: z.array(BriefFieldName),
      /** Fields a person has looked at and found right; they are certain too. */
      confirmed: z.array(BriefFieldName),
      writtenAt: instantSchema,
      origin: briefOriginSchema,
    })
    .nullable(),
});
export type TicketBrief = z.infer<typeof ticketBriefSchema>;

/** `PATCH /api/tickets/:id/brief`: a person's value for one field, at the version they read. */
export const correctBriefSchema = z.object({ version: z.number().int(), edit: BriefFieldEdit });
export type CorrectBrief = z.infer<typeof correctBriefSchema>;

/** `POST /api/tickets/:id/brief/confirm`: what a person has found right, at the version they read. */
export const confirmBriefSchema = z.object({
  version: z.number().int(),
  fields: z.array(BriefFieldName).min(1),
});
export type ConfirmBrief = z.infer<typeof confirmBriefSchema>;
