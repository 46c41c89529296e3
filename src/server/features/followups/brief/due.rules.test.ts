import { describe, expect, it } from 'vitest';
import { writeBrief } from './brief.rules.ts';

/** The due words of the one promise an agent makes. */
function dueOf(promise: string): string | null | undefined {
  const messages = [
    {
      id: 'm1',
      author: 'customer' as const,
      text: 'You charged me twice on invoice 10442.',
      at: '2026-03-02T10:00:00.000Z',
    },
    { id: 'm2', author: 'agent' as const, text: promise, at: '2026-03-02T10:01:00.000Z' },
  ];
  return writeBrief({ messages, endedBy: 'agent' }, { categories: [], skills: [] }).promised[0]
    ?.due;
}

describe('by when', () => {
  it.each([
    ['I will refund 18.50 euros by Friday.', 'by Friday'],
    ['I will refund 12.10 EUR to your card.', null],
    ['We will send 1.5 kg of beans tomorrow.', 'tomorrow'],
    ['I will refund it on 14.3.', 'on 14.3.'],
    ['We will call you on 03/04', 'on 03/04'],
    ['I will send it within two days.', 'within two days'],
  ])('%s', (promise, due) => {
    expect(dueOf(promise)).toBe(due);
  });
});
