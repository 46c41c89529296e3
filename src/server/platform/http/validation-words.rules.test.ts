import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordsOf } from './validation-words.rules.ts';

function messageFor(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, { error: wordsOf }).error?.issues[0]?.message;
}

describe('what is wrong with a field', () => {
  it.each([
    [z.object({ name: z.string() }), {}, 'is missing'],
    [z.string(), 7, 'must be text'],
    [z.string().min(1), '', 'is empty'],
    [z.string().min(10), 'short', 'must have at least 10 characters'],
    [z.string().max(2), 'long', 'must have at most 2 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 entry'],
    [z.number().max(600), 601, 'must be at most 600'],
    [z.email(), 'x', 'is not an email address; write it like name@example.com'],
    [z.uuid(), 'x', 'is not an id'],
    [z.enum(['a', 'b']), 'c', 'must be one of: a, b'],
  ] as const)('%#', (schema, value, expected) => {
    expect(messageFor(schema, value)).toBe(expected);
  });

  it('keeps the sentence that the schema was given', () => {
    expect(messageFor(z.string().regex(/^#/, 'Give a colour'), 'x')).toBe('Give a colour');
  });
});
