import { expect, test } from 'vitest';
import { nearestStatus } from './statuses.rules.ts';

test.each([
  [['messaging', 'email'], true, 'online'],
  [['messaging'], false, 'online'],
  [['call'], false, 'online'],
  [['email'], true, 'away'],
  [[], true, 'transfers_only'],
  [[], false, 'offline'],
] as const)('takes %o and transfers %s is nearest to %s', (takes, transfers, expected) => {
  expect(nearestStatus({ takes: [...takes], transfers })).toBe(expected);
});
