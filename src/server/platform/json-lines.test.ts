import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseJsonLines } from './json-lines.ts';

const schema = z.object({ id: z.string(), size: z.number().optional() });
const parse = (text: string | Buffer) =>
  parseJsonLines(Buffer.from(text), { name: 'list.jsonl', schema });

test.each([
  ['plain', '{"id":"a"}\n{"id":"b"}\n'],
  [
    'with a byte order mark, the line ends of Windows and empty lines',
    '\uFEFF{"id":"a"}\r\n\r\n{"id":"b"}',
  ],
  ['gzipped', gzipSync('{"id":"a"}\n{"id":"b"}')],
])('a file is read: %s', (_, file) => {
  expect(parse(file)).toEqual([{ id: 'a' }, { id: 'b' }]);
});

test.each([
  ['{"id":"a"}\n\n{"id":1}', 'list.jsonl, line 3: id: '],
  ['{"id":"a","size":"big"}', 'list.jsonl, line 1: size: '],
  ['{"id":"a"}\n{"id":', 'list.jsonl, line 2: this is not JSON.'],
  ['[1]', 'list.jsonl, line 1: '],
])('what does not fit is named with its line and field: %s', (file, message) => {
  expect(() => parse(file)).toThrow(message);
});
