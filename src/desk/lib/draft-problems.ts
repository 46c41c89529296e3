import type { z } from 'zod';

/** Words for what may be wrong with a draft, given the limit. */
export interface DraftWords {
  readonly tooLong: (limit: number) => string;
  readonly atLeast: (limit: number) => string;
  readonly atMost: (limit: number) => string;
  readonly number: () => string;
  readonly whole: () => string;
}

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a draft, by path: texts that are too long, numbers that are none or out of range, and what a
 * schema says in words of its own. What nobody has filled in yet is not told.
 */
export function draftProblems(
  error: z.ZodError | undefined,
  words: DraftWords,
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error?.issues ?? []) {
    const said = wordsOf(issue, words);
    if (said !== null) problems[issue.path.join('.')] ??= said;
  }
  return problems;
}

function wordsOf(issue: Issue, words: DraftWords): string | null {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type') return typeWords(issue.expected, words);
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return words.tooLong(Number(issue.maximum));
  }
  if (issue.code === 'too_big' && issue.origin !== 'array')
    return words.atMost(Number(issue.maximum));
  const short = issue.code === 'too_small' && issue.origin !== 'array' && issue.origin !== 'string';
  return short ? words.atLeast(Number(issue.minimum)) : null;
}

function typeWords(expected: string, words: DraftWords): string | null {
  if (expected === 'int') return words.whole();
  return expected === 'number' ? words.number() : null;
}
