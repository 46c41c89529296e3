import { expect, it } from 'vitest';
import { laneOf, lanes, priorityOf } from './lanes.ts';

it('answers a mail that was begun before it reads the next', () => {
  const steps = ['mail.send', 'assistant.consider', 'ticket.understand', 'mail.read'] as const;
  expect(new Set(steps.map(laneOf))).toEqual(new Set(['prompt']));
  expect(steps.map(priorityOf)).toEqual(steps.map(priorityOf).toSorted((one, two) => one - two));
});

it('keeps what follows from a mail, and what takes long, from the lane of what is waited for', () => {
  expect(['sla.follow', 'learning.follow', 'trigger.run', 'search.index'].map(asLane)).toEqual(
    Array(4).fill('after'),
  );
  expect(['evaluation.run', 'knowledge.import', 'bulk.run'].map(asLane)).toEqual(
    Array(3).fill('long'),
  );
  expect(lanes.map(({ name }) => name)).toEqual(['prompt', 'after', 'long']);
});

function asLane(name: string) {
  return laneOf(name as Parameters<typeof laneOf>[0]);
}
