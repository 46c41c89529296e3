/** Files that travel with messages. */
import { z } from 'zod';
import { idSchema } from './common.ts';

/** A stored file. `url` carries its own unguessable token and needs no sign-in. */
export const attachmentSchema = z.object({
  id: idSchema,
  name: z.string(),
  type: z.string(),
  sizeBytes: z.number().int().min(0),
  url: z.string(),
  /** True for pictures that are safe to show in place. */
  inline: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;
