import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../contracts/alerts.ts';
import type { BoardEscalation } from '../../../contracts/board.ts';
import { cameOf, feedOf, isShown } from './feed.rules.ts';

const call = (more: Partial<BoardEscalation>): BoardEscalation => ({
  id: 'c',
  at: '2026-03-02T10:00:00.000Z',
  kind: 'handover',
  ticketId: 't',
  number: 7,
  subject: 'Where is it',
  customerName: null,
  queue: { id: 'q', name: 'Mail' },
  reason: 'the customer asked for a person',
  metric: null,
  signals: [],
  taken: null,
  owner: null,
  state: 'waiting',
  ...more,
});
const alert: Alert = {
  id: 'a',
  kind: 'backlog',
  queueId: 'q',
  queueName: 'Mail',
  band: 1,
  value: 9,
  threshold: 9,
  openedAt: '2026-03-02T10:05:00.000Z',
  raisedAt: '2026-03-02T10:05:00.000Z',
  resolvedAt: null,
  steps: [],
};

describe('the feed', () => {
  it('has calls and alerts in one order, the latest first', () => {
    const later = call({ id: 'd', at: '2026-03-02T10:09:00.000Z' });
    expect(feedOf([call({}), later], [alert]).map(({ id }) => id)).toEqual(['d', 'a', 'c']);
  });

  it('is narrowed to a kind, or to what nobody took', () => {
    const entries = feedOf(
      [
        call({ id: 'waits' }),
        call({ id: 'broken', kind: 'breached', owner: 'Ana' }),
        call({ id: 'solved', state: 'done' }),
      ],
      [alert],
    );
    const shown = (filter?: Parameters<typeof isShown>[1]) =>
      entries
        .filter((one) => isShown(one, filter))
        .map(({ id }) => id)
        .toSorted();
    expect(shown()).toHaveLength(4);
    expect(shown('handovers')).toEqual(['solved', 'waits']);
    expect(shown('promises')).toEqual(['broken']);
    expect(shown('alerts')).toEqual(['a']);
    expect(shown('untaken')).toEqual(['waits']);
  });

  it('says who took it and after how long', () => {
    const taken = { name: 'Ana', at: '2026-03-02T10:04:00.000Z' };
    expect(cameOf(call({ taken, owner: 'Ben' }))).toEqual({
      kind: 'taken',
      name: 'Ana',
      waitedMs: 240_000,
    });
    expect(cameOf(call({ owner: 'Ben', state: 'assigned' }))).toEqual({ kind: 'had', name: 'Ben' });
    expect(cameOf(call({ state: 'held' }))).toEqual({ kind: 'over' });
  });
});
