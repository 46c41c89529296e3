import { expect, test } from 'vitest';
import { readJsonAnswer } from './json-answer.rules.ts';

test.each([
  ['{"a":1}', { a: 1 }],
  ['```json\n{"a":1}\n```', { a: 1 }],
  ['Here it is:\n{"a":"}{","b":{"c":[1]}} Hope that helps {x}', { a: '}{', b: { c: [1] } }],
  [String.raw`so: {"a":"say \"}\""} done`, { a: 'say "}"' }],
  ['{"a":1', undefined],
  ['no object', undefined],
  ['', undefined],
])('%s', (text, value) => {
  expect(readJsonAnswer(text)).toEqual(value);
});
