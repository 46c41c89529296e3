import { expect, it } from 'vitest';
import { createLineReasons } from './line-reasons.rules.ts';

const piece = (queue: string, minute: number, rank = 2) => ({
  queue_id: queue,
  channel_class: 'email' as const,
  priority_rank: rank,
  needs_key: '',
  eligible_at: new Date(minute * 60_000),
});

it('says of each line what is said of the piece that came last', () => {
  const reasons = createLineReasons();
  reasons.add(piece('mail', 1), 'its ladder has opened it to all');
  reasons.add(piece('mail', 9), 'nobody is at the desk');
  reasons.add(piece('mail', 5), 'its ladder has opened it to some');
  reasons.add(piece('mail', 9, 1), 'urgent');
  reasons.add(piece('shop', 1), 'paused');
  expect(reasons.all().map((one) => [one.queue_id, one.priority_rank, one.reason])).toEqual([
    ['mail', 2, 'nobody is at the desk'],
    ['mail', 1, 'urgent'],
    ['shop', 2, 'paused'],
  ]);
});
