/** Recipes: ready-made rules for common situations, put in and taken out with one button. */
import { z } from 'zod';
import { instantSchema } from './common.ts';

export const recipeIdSchema = z.enum([
  'surge_live',
  'surge_email',
  'out_of_hours',
  'abandoned_chats',
  'ended_chats_report',
  'survey_at_chat_end',
]);
export type RecipeId = z.infer<typeof recipeIdSchema>;

/** One thing a recipe makes, and what it will do, in sentences. */
export const recipePartSchema = z.object({
  kind: z.enum(['rule', 'queue', 'view']),
  name: z.string(),
  sentences: z.array(z.string()),
});
export type RecipePart = z.infer<typeof recipePartSchema>;

export const recipeSchema = z.object({
  id: recipeIdSchema,
  name: z.string(),
  /** What it is for and what happens then. */
  explanation: z.string(),
  parts: z.array(recipePartSchema),
  /** Null while it is not put in. */
  installed: z.object({ at: instantSchema, by: z.string().nullable() }).nullable(),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** `GET /api/recipes`. */
export const recipesSchema = z.object({ recipes: z.array(recipeSchema) });

export const recipeParamsSchema = z.object({ id: recipeIdSchema });
