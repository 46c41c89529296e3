import { describe, expect, it } from 'vitest';
import { reasonSentence } from './assistant-decisions.ts';

describe('a reason in words', () => {
  it.each([
    ['', 'A person turned the answer down.'],
    ['wrong machine', 'A person turned the answer down: wrong machine.'],
    [
      'The customer asked something else.',
      'A person turned the answer down: The customer asked something else.',
    ],
    ['Is it ours?', 'A person turned the answer down: Is it ours?'],
  ])('ends once after “%s”', (detail, sentence) => {
    expect(reasonSentence({ reason: 'rejected', detail })).toBe(sentence);
  });
});
