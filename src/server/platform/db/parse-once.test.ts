import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseOnce } from './parse-once.ts';

it('gives the same for the same, another for another, and nothing that can be changed', () => {
  const read = parseOnce(z.object({ days: z.number().default(3), spans: z.array(z.string()) }));
  const first = read({ spans: ['9-12'] });
  expect(first).toEqual({ days: 3, spans: ['9-12'] });
  expect(read({ spans: ['9-12'] })).toBe(first);
  expect(read({ spans: ['9-13'] })).toEqual({ days: 3, spans: ['9-13'] });
  expect(() => first.spans.push('13-18')).toThrow(TypeError);
});

it('refuses what the schema refuses, each time', () => {
  const read = parseOnce(z.object({ days: z.number() }));
  expect(() => read({ days: 'three' })).toThrow(z.ZodError);
  expect(() => read({ days: 'three' })).toThrow(z.ZodError);
});
