import type { z } from 'zod';

/** What a schema says against a draft, by path like `hours.week.mon.0.to`; the first for each. */
export function problemsOf(schema: z.ZodType, draft: unknown): Record<string, string> {
  const { error } = schema.safeParse(draft);
  const problems: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) problems[path.join('.')] ??= message;
  return problems;
}
