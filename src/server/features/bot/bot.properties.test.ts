import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BotAnswer } from '../../../contracts/widget.ts';
import { mostTurns, nextTurn } from './bot.rules.ts';
import { initialState, type BotKnowledge, type BotTurn } from './state.rules.ts';

const said = fc.oneof(
  fc.constantFrom(
    'hi',
    'help',
    'My parcel is late',
    'Ada',
    'why?',
    'no',
    'yes',
    'skip',
    'ada@example.org',
    'ada@gmial.com',
    'ada@',
    'ada at example dot org',
    'by email',
    'use other@example.org',
    'this goes on and on',
    '',
    '1',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const answer: fc.Arbitrary<BotAnswer | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  fc.constant({ kind: 'skip' as const }),
  fc.constantFrom('typo_yes', 'typo_no', 'email', 'nonsense').map((optionId) => ({ kind: 'choice' as const, optionId })),
);
const message = fc.record({
  kind: fc.constant('message' as const),
  text: said,
  answer,
  files: fc.integer({ min: 0, max: 2 }),
});
const knowledge: fc.Arbitrary<BotKnowledge> = fc.record({
  name: fc.option(fc.constant('Grace')),
  email: fc.option(fc.constant('grace@example.org')),
  agentsOnline: fc.boolean(),
  continued: fc.boolean(),
});
const talk = fc.record({
  known: knowledge,
  messages: fc.array(message, { minLength: mostTurns + 4, maxLength: mostTurns + 4 }),
});

function play({ known, messages }: { known: BotKnowledge; messages: Parameters<typeof nextTurn>[1][] }) {
  let state = initialState();
  let now = known;
  const turns: { turn: BotTurn; before: BotKnowledge }[] = [];
  for (const input of messages) {
    const turn = nextTurn(state, input, now);
    turns.push({ turn, before: now });
    state = turn.state;
    now = { ...now, name: turn.learned.name ?? now.name, email: turn.learned.email ?? now.email };
  }
  return turns;
}

const promptsOf = (turns: ReturnType<typeof play>, kind: string) =>
  turns.flatMap(({ turn }) => turn.replies).filter((reply) => reply.prompt?.kind === kind).length;

test('whatever is said, it hands over or ends in a bounded number of turns, exactly once', () => {
  fc.assert(
    fc.property(talk, (one) => {
      const turns = play(one);
      const acts = turns.map(({ turn }) => turn.act);
      expect(acts.filter((act) => act !== null)).toHaveLength(1);
      expect(acts.findIndex((act) => act !== null)).toBeLessThan(mostTurns);
    }),
    { numRuns: 1_500 },
  );
});

test('until then it always answers, and never asks for what is known or more than twice', () => {
  fc.assert(
    fc.property(talk, (one) => {
      const turns = play(one);
      const settled = turns.findIndex(({ turn }) => turn.act !== null);
      for (const [index, { turn, before }] of turns.entries()) {
        if (index <= settled) expect(turn.replies.length).toBeGreaterThan(0);
        const email = turn.learned.email ?? before.email;
        const name = turn.learned.name ?? before.name;
        for (const { prompt } of turn.replies) {
          if (prompt?.kind === 'name') expect(name).toBeNull();
          if (prompt?.kind === 'email') expect(email).toBeNull();
          if (prompt?.kind === 'choice' && prompt.options.some((option) => option.id === 'email')) {
            expect(email).not.toBeNull();
          }
        }
      }
      expect(promptsOf(turns, 'name')).toBeLessThanOrEqual(2);
      expect(promptsOf(turns, 'email')).toBeLessThanOrEqual(2);
      const topics = turns.filter(({ turn }) => turn.state.stage === 'topic');
      expect(topics.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1_500 },
  );
});

test('an answer by email is only promised with an address', () => {
  fc.assert(
    fc.property(talk, (one) => {
      for (const { turn, before } of play(one)) {
        if (turn.act === 'end_by_email') expect(turn.learned.email ?? before.email).not.toBeNull();
      }
    }),
    { numRuns: 1_500 },
  );
});
