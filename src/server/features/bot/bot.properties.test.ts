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
  fc
    .constantFrom('typo_yes', 'typo_no', 'email', 'nonsense')
    .map((optionId) => ({ kind: 'choice' as const, optionId })),
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

interface Played {
  readonly turn: BotTurn;
  readonly before: BotKnowledge;
}

function play({
  known,
  messages,
}: {
  known: BotKnowledge;
  messages: Parameters<typeof nextTurn>[1][];
}) {
  let state = initialState();
  let now = known;
  const turns: Played[] = [];
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
      const silent = turns.slice(0, settled + 1).filter(({ turn }) => turn.replies.length === 0);
      expect(silent).toEqual([]);
      expect(turns.flatMap(needlessPrompts)).toEqual([]);
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
      const promised = play(one).filter(({ turn }) => turn.act === 'end_by_email');
      expect(
        promised.filter(({ turn, before }) => (turn.learned.email ?? before.email) === null),
      ).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

/** Prompts for what is known, and offers of an answer by email without an address. */
function needlessPrompts({ turn, before }: Played) {
  const email = turn.learned.email ?? before.email;
  const name = turn.learned.name ?? before.name;
  return turn.replies.flatMap(({ prompt }) => {
    const offersEmail =
      prompt?.kind === 'choice' && prompt.options.some((option) => option.id === 'email');
    const needless =
      (prompt?.kind === 'name' && name !== null) ||
      (prompt?.kind === 'email' && email !== null) ||
      (offersEmail && email === null);
    return needless ? [prompt] : [];
  });
}
