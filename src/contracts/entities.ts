/** Things of a workspace's own kind that agents want to see in tickets: how they are written. */
import { z } from 'zod';

/** A kind of thing and the pattern by which it is found. */
export const entityPatternSchema = z.object({
  /** What it is called: `order_number`, or a name of the workspace's own. */
  kind: z
    .string()
    .trim()
    .min(1, 'Name it')
    .max(40)
    .regex(/^[\p{L}\p{N} _-]+$/u, 'Use letters, digits and blanks'),
  /** A regular expression without look-around and back-references; its first group is the value. */
  pattern: z.string().min(1, 'Write a pattern').max(2_000),
  enabled: z.boolean().default(true),
});
export type EntityPattern = z.infer<typeof entityPatternSchema>;

/** `GET /api/entity-patterns`. */
export const entityPatternsSchema = z.object({
  patterns: z.array(entityPatternSchema),
  /** Whether they are those that come with Segue. */
  shipped: z.boolean(),
});
export type EntityPatterns = z.infer<typeof entityPatternsSchema>;

/** `PUT /api/entity-patterns`: all of them; none brings back those that come with Segue. */
export const saveEntityPatternsSchema = z.object({
  patterns: z.array(entityPatternSchema).max(30),
});

/** Why a pattern cannot be used. */
export const patternProblemSchema = z.enum([
  'empty',
  'too_long',
  'not_supported',
  'matches_nothing',
  'too_large',
]);

/** `POST /api/entity-patterns/try`: what each pattern finds in a text. */
export const tryPatternsSchema = z.object({
  patterns: z.array(z.string().max(2_000)).max(30),
  text: z.string().max(5_000),
});

/** What a pattern finds, or why it cannot be used. */
export const triedPatternSchema = z.object({
  problem: patternProblemSchema.nullable(),
  found: z.array(z.string()),
});
export type TriedPattern = z.infer<typeof triedPatternSchema>;
export const triedPatternsSchema = z.object({ results: z.array(triedPatternSchema) });
