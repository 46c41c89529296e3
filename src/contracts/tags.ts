/** Tags: the workspace's own words for tickets. The small feature to copy when adding one. */
import { z } from 'zod';
import { idSchema } from './common.ts';

export const tagNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(60)
  .refine((name) => !name.includes(','), 'A tag has no comma');

export const tagSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** How many tickets carry it. */
  tickets: z.number().int(),
});
export type Tag = z.infer<typeof tagSchema>;

export const tagsSchema = z.object({ tags: z.array(tagSchema) });

/** `POST /api/tags`, `PATCH /api/tags/:id`. */
export const saveTagSchema = z.object({ name: tagNameSchema });
