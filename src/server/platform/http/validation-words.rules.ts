/** What is wrong with a field and what to do, in plain words instead of the schema's own. */
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** The message of one issue; undefined leaves the schema's own sentence, where its writer gave one. */
export function wordsOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kindOf(issue.expected)}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'is empty'
        : limitOf('least', issue.origin, issue.minimum);
    case 'too_big':
      return limitOf('most', issue.origin, issue.maximum);
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format];
    case 'unrecognized_keys':
      return `has unknown parts: ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}

const formats: Partial<Record<string, string>> = {
  email: 'is not an email address; write it like name@example.com',
  uuid: 'is not an id',
  url: 'is not an address; write it like https://example.com',
  datetime: 'is not a time; write it like 2026-03-02T10:00:00Z',
};

function kindOf(expected: string): string {
  const kinds: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return kinds[expected] ?? expected;
}

function limitOf(bound: 'least' | 'most', origin: string, limit: number | bigint): string {
  const count = Number(limit);
  const shown = count.toLocaleString('en-GB');
  if (origin === 'string') {
    return `must have at ${bound} ${shown} ${count === 1 ? 'character' : 'characters'}`;
  }
  if (origin === 'array')
    return `must have at ${bound} ${shown} ${count === 1 ? 'entry' : 'entries'}`;
  return `must be at ${bound} ${shown}`;
}
