import { describe, expect, it } from 'vitest';
import { allowedBy, nearestTo } from './statuses.rules.ts';

describe('a status', () => {
  it('says what comes from the queues and what only by name', () => {
    expect(allowedBy({ takes: ['email', 'messaging'], transfers: true })).toEqual({
      queues: ['messaging', 'email'],
      byName: ['call'],
    });
    expect(allowedBy({ takes: ['email'], transfers: false })).toEqual({
      queues: ['email'],
      byName: [],
    });
    expect(allowedBy({ takes: [], transfers: true }).byName).toHaveLength(3);
  });

  it.each([
    [['messaging'], false, 'online'],
    [['call'], true, 'online'],
    [['email'], false, 'away'],
    [[], true, 'transfers_only'],
    [[], false, 'offline'],
  ] as const)('that takes %j and hand-overs %s looks %s', (takes, transfers, dot) => {
    expect(nearestTo({ takes, transfers })).toBe(dot);
  });
});
