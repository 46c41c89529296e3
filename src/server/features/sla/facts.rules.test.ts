import { expect, it } from 'vitest';
import { factsOf, type PastLine } from './facts.rules.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 8, minutes));
const ticket = { status: 'open', priority: 'high', created_at: at(0), updated_at: at(9) } as const;
const line = (
  kind: string,
  minutes: number,
  first: string | null,
  second: string | null = null,
): PastLine => {
  return { kind, at: at(minutes), first, second };
};
const made = line('ticket.created', 0, 'customer');
const factsWith = (lines: PastLine[], more: object = {}) =>
  factsOf({ ticket: { ...ticket, ...more }, lines: [made, ...lines], rules: [], now: at(30) });

it('takes the priority the ticket was made with, and the present as the last fact', () => {
  const facts = factsWith([line('ticket.priority', 5, 'low', 'high')]);
  expect(facts.map(({ kind }) => kind)).toEqual(['opened', 'priority', 'time']);
  expect(facts[0]).toMatchObject({ priority: 'low', byAgent: false });
});

it('does not take the words of a hand-over for an answer', () => {
  const said = (minutes: number) => line('said', minutes, 'assistant', 'messaging');
  const kinds = (lines: PastLine[]) =>
    factsWith(lines).filter(({ kind }) => kind === 'said').length;
  expect(kinds([said(3)])).toBe(1);
  for (const type of ['handover.requested', 'bot.failed', 'assistant.handed_over']) {
    expect(kinds([said(3), line(type, 3, 'assistant')])).toBe(0);
    expect(kinds([said(0), line(type, 0, 'assistant')])).toBe(0);
  }
});

it('takes an answer of the assistant for one though it comes with the ticket', () => {
  const answer = line('said', 0, 'assistant', 'email');
  expect(factsWith([answer]).filter(({ kind }) => kind === 'said')).toHaveLength(1);
});

it('notices a status that changed without a line', () => {
  const facts = factsWith([line('ticket.status', 2, 'new', 'pending')]);
  expect(facts.at(-2)).toEqual({ kind: 'status', atMs: at(9).getTime(), to: 'open' });
  expect(factsWith([], { status: 'new' }).some(({ kind }) => kind === 'status')).toBe(false);
});

it('knows who opened it', () => {
  const lines = [line('ticket.created', 0, 'agent')];
  expect(factsOf({ ticket, lines, rules: [], now: at(1) })[0]).toMatchObject({ byAgent: true });
});
