import { expect, test } from 'vitest';
import { movesNothing, routingSettingsSchema } from './routing-settings.ts';

test.each([
  ['keep', 'absent', true],
  ['keep', 'everybody', false],
  ['keep', 'nobody', false],
  ['return_after', 'absent', false],
  ['return_at_once', 'absent', false],
] as const)(
  'work that is to %s, of which may move that of %s: nothing moves: %s',
  (policy, whose, isSo) => {
    const settings = routingSettingsSchema.parse({ onAway: { policy }, rebalance: { whose } });
    expect(movesNothing(settings)).toBe(isSo);
  },
);
