import { describe, expect, test } from 'vitest';
import { assistantPolicySchema } from '../../../../contracts/assistant.ts';
import type { DecisionLine } from '../../../../contracts/assistant-decisions.ts';
import { changesOf } from './policy-changes.rules.ts';
import { effectOf } from './policy-effect.rules.ts';

const shipped = assistantPolicySchema.parse({});
const withReturns = (rule: object) =>
  assistantPolicySchema.parse({
    categories: [{ category: 'Returns', answerFrom: 0.8, approveBelow: 0.9, ...rule }],
  });

describe('what is different between two policies', () => {
  test('is nothing for the same one', () => {
    expect(changesOf(shipped, structuredClone(shipped))).toEqual([]);
  });

  test('names the category, the field and both values', () => {
    const changes = changesOf(
      withReturns({ autonomy: 'draft' }),
      withReturns({ autonomy: 'auto', answerFrom: 0.9 }),
    );
    const place = { kind: 'rule', category: 'Returns' };
    expect(changes).toEqual([
      { type: 'value', place, field: 'autonomy', from: 'draft', to: 'auto' },
      { type: 'value', place, field: 'answerFrom', from: 0.8, to: 0.9 },
    ]);
  });

  test('tells a new rule, one taken away, a stop and a change of the whole', () => {
    const after = { ...withReturns({ autonomy: 'auto' }), stopped: true };
    after.limits = { ...after.limits, perHour: 10 };
    expect(changesOf(shipped, after).map(({ type }) => type)).toEqual([
      'stopped',
      'added',
      'value',
    ]);
    expect(changesOf(after, shipped).map(({ type }) => type)).toEqual([
      'stopped',
      'removed',
      'value',
    ]);
  });
});

describe('what a policy would have made of past turns', () => {
  const turn = (part: Partial<DecisionLine>): DecisionLine => ({
    id: '01900000-0000-7000-8000-000000000001',
    ticketId: '01900000-0000-7000-8000-000000000002',
    ticketNumber: 1,
    subject: '',
    turn: 1,
    at: '2026-01-01T00:00:00.000Z',
    autonomy: 'auto',
    path: 'answer',
    reason: 'confident',
    detail: '',
    state: 'done',
    category: 'Returns',
    confidence: 0.85,
    likeness: null,
    ...part,
  });
  const auto = withReturns({ autonomy: 'auto' });

  test.each([
    ['a higher threshold', withReturns({ autonomy: 'auto', answerFrom: 0.9 }), {}, 'noMore'],
    ['another autonomy', withReturns({ autonomy: 'draft' }), {}, 'otherAutonomy'],
    ['approval of all', withReturns({ autonomy: 'auto', approval: 'always' }), {}, 'nowWaiting'],
    [
      'approval of what is unsure',
      withReturns({ autonomy: 'auto', approval: 'unsure' }),
      {},
      'nowWaiting',
    ],
    [
      'a lower threshold',
      withReturns({ autonomy: 'auto', answerFrom: 0.5 }),
      { path: 'hand_over', reason: 'unsure', confidence: 0.6 },
      'nowAnswered',
    ],
  ] as const)('counts %s', (_what, after, part, counted) => {
    const { looked, ...counts } = effectOf(auto, after, [turn(part)]);
    expect(looked).toBe(1);
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([[counted, 1]]);
  });

  test('counts nothing of other categories, of risks and of turns without a confidence', () => {
    const after = withReturns({ autonomy: 'auto', answerFrom: 0.99 });
    const turns = [
      turn({ category: 'Billing' }),
      turn({ path: 'hand_over', reason: 'risk', confidence: null }),
      turn({ confidence: null }),
    ];
    const { looked, ...counts } = effectOf(auto, after, turns);
    expect(looked).toBe(3);
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0]);
  });
});
