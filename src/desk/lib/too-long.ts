import type { z } from 'zod';

/** Texts of a draft that are longer than they may be, by path, in the words that `say` gives for the limit. */
export function tooLong(
  error: z.ZodError | undefined,
  say: (limit: number) => string,
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error?.issues ?? []) {
    if (issue.code !== 'too_big' || issue.origin !== 'string') continue;
    problems[issue.path.join('.')] ??= say(Number(issue.maximum));
  }
  return problems;
}
