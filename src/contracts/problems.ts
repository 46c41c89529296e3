/** RFC 9457 problem details: the body of every error answer. */
import { z } from 'zod';

/** One invalid field of a request: where it is and what to do about it. */
export const fieldProblemSchema = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Machine-readable code of `errors.ts`. */
  code: z.string(),
  detail: z.string(),
  fields: z.array(fieldProblemSchema).optional(),
  /** Whether the same request may succeed later. */
  retry: z.boolean(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
