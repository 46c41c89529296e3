import { describe, expect, test } from 'vitest';
import { turnStateSchema } from '../../../../contracts/assistant-decisions.ts';
import { moodOf } from './mood.rules.ts';

describe('the mood of a turn', () => {
  test.each([
    ['answer', 'done', 'did'],
    ['answer', 'shadow', 'would'],
    ['ask', 'draft', 'drafted'],
    ['answer', 'draft_dismissed', 'drafted'],
    ['ask', 'waiting', 'proposed'],
    ['answer', 'expired', 'proposed'],
  ] as const)('of %s that is %s is "%s"', (path, state, mood) => {
    expect(moodOf({ path, state })).toBe(mood);
  });

  test('is "did" for every turn that says nothing to the customer, whatever came of it', () => {
    for (const state of turnStateSchema.options)
      expect(moodOf({ path: 'hand_over', state })).toBe('did');
  });
});
