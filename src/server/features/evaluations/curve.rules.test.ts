import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveOf } from './curve.rules.ts';
import { outcomeOfAnswer, outcomeOfCategory } from './outcome.rules.ts';

const outcomes = [
  { confidence: 0.9, isRight: true },
  { confidence: 0.8, isRight: true },
  { confidence: 0.4, isRight: false },
  { confidence: 0.2, isRight: true },
];

test('the curve goes from everything to the surest, and knows the threshold in use', () => {
  expect(curveOf(outcomes, 0.5)).toEqual([
    { from: 0.2, coverage: 1, precision: 0.75, count: 4 },
    { from: 0.4, coverage: 0.75, precision: 2 / 3, count: 3 },
    { from: 0.5, coverage: 0.5, precision: 1, count: 2 },
    { from: 0.8, coverage: 0.5, precision: 1, count: 2 },
    { from: 0.9, coverage: 0.25, precision: 1, count: 1 },
  ]);
  expect(curveOf(outcomes, 0.95).at(-1)).toEqual({
    from: 0.95,
    coverage: 0,
    precision: 1,
    count: 0,
  });
  expect(curveOf([], 0.5)).toEqual([]);
});

test('coverage never grows with the threshold, and there are few points', () => {
  const many = fc.array(
    fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(many, (cases) => {
      const curve = curveOf(cases, 0.7);
      expect(curve.length).toBeLessThanOrEqual(41);
      const coverages = curve.map(({ coverage }) => coverage);
      expect(coverages).toEqual(coverages.toSorted((one, other) => other - one));
    }),
  );
});

const found = (article: string, decision: 'answer' | 'ask' | 'hand_over' = 'answer') => ({
  ranked: [{ article, title: article, headings: [], text: '', score: 1 }],
  decision,
  confidence: 0.5,
  answer: '',
  citations: [],
});

test.each([
  ['right', found('a'), { articles: ['b', 'a'] }],
  ['wrong', found('c'), { articles: ['b', 'a'] }],
  ['wrong', found('c'), { answerable: false }],
  ['right', found('c', 'hand_over'), { answerable: false }],
  ['unknown', found('c'), { answer: 'What an agent wrote' }],
  ['unknown', found('c'), null],
  ['unknown', null, { articles: ['a'] }],
] as const)('an answer is %s', (outcome, predicted, gold) => {
  expect(outcomeOfAnswer(predicted as Parameters<typeof outcomeOfAnswer>[0], gold)).toBe(outcome);
});

test.each([
  ['right', { label: 'a', outOfScope: 0.9 }, { label: 'a' }],
  ['wrong', { label: 'b', outOfScope: 0 }, { label: 'a' }],
  ['right', { label: 'b', outOfScope: 0.5 }, { label: 'oos' }],
  ['wrong', { label: 'b', outOfScope: 0.4 }, { label: 'oos' }],
  ['unknown', { label: 'b', outOfScope: 0.4 }, {}],
] as const)('a category is %s', (outcome, predicted, gold) => {
  expect(outcomeOfCategory({ ...predicted, confidence: 0.5 }, gold)).toBe(outcome);
});
