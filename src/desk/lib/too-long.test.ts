import { expect, test } from 'vitest';
import { z } from 'zod';
import { tooLong } from './too-long.ts';

const schema = z.object({
  name: z.string().min(1).max(4),
  tags: z.array(z.string().max(2)).max(2),
});
const said = (draft: unknown) =>
  tooLong(schema.safeParse(draft).error, (limit) => `at most ${limit}`);

test('texts over their limit are told by path, and nothing else is', () => {
  expect(said({ name: 'abcde', tags: ['a', 'bcd'] })).toEqual({
    name: 'at most 4',
    'tags.1': 'at most 2',
  });
  expect(said({ name: '', tags: ['a', 'b', 'c'] })).toEqual({});
  expect(said({ name: 'ab', tags: [] })).toEqual({});
});
