import { expect, test } from 'vitest';
import { z } from 'zod';
import { draftProblems } from './draft-problems.ts';

const schema = z.object({
  name: z.string().min(1).max(4),
  steps: z
    .array(z.object({ after: z.number().int().min(1).max(9) }))
    .min(1)
    .max(2)
    .superRefine((steps, context) => {
      if (steps.length === 2 && steps[0]?.after === steps[1]?.after)
        context.addIssue({ code: 'custom', path: [1, 'after'], message: 'is there twice' });
    }),
});
const words = {
  tooLong: (limit: number) => `at most ${limit} characters`,
  atLeast: (limit: number) => `at least ${limit}`,
  atMost: (limit: number) => `at most ${limit}`,
  number: () => 'a number',
  whole: () => 'a whole number',
};
const step = (after: number) => ({ name: 'ab', steps: [{ after }] });

test.each([
  [
    'a text that is too long',
    { name: 'abcde', steps: [{ after: 1 }] },
    { name: 'at most 4 characters' },
  ],
  ['less than it may be', step(0), { 'steps.0.after': 'at least 1' }],
  ['more than it may be', step(10), { 'steps.0.after': 'at most 9' }],
  ['no number', step(Number.NaN), { 'steps.0.after': 'a number' }],
  ['no whole number', step(1.5), { 'steps.0.after': 'a whole number' }],
  [
    'what the schema says itself',
    { name: 'ab', steps: [{ after: 1 }, { after: 1 }] },
    { 'steps.1.after': 'is there twice' },
  ],
  ['what is not filled in yet is not told', { name: '', steps: [] }, {}],
  ['nothing', step(3), {}],
])('%s', (_, draft, problems) => {
  expect(draftProblems(schema.safeParse(draft).error, words)).toEqual(problems);
});
