import { describe, expect, test } from 'vitest';
import type { Brief } from '../../../contracts/briefs.ts';
import type { Understanding } from '../../../contracts/understanding.ts';
import { withUnderstanding } from './learned.rules.ts';

const field = <Value>(value: Value, confidence: number) => ({
  value,
  confidence,
  evidence: ['m1'],
});
const brief: Brief = {
  summary: field('s', 1),
  problem: field('p', 1),
  tried: [],
  promised: [],
  openQuestions: [],
  nextStep: field('n', 1),
  category: field<string | null>('Billing', 0.6),
  urgency: field('high' as const, 0.6),
  skills: field([], 1),
  sentiment: field('negative' as const, 0.6),
  language: field('en', 0.9),
};
const nothing: Understanding['category'] = {
  value: null,
  confidence: 0,
  outOfScope: 1,
  ranked: [],
  evidence: [],
};
const learned = (value: string | null, confidence: number): Understanding['category'] => ({
  value,
  confidence,
  outOfScope: 0.1,
  ranked: [{ category: value ?? 'Orders', probability: confidence }],
  evidence: [{ message: 'm2', start: 0, end: 5, text: 'order' }],
});
const read = (change: Partial<Understanding> = {}) => ({
  category: nothing,
  sentiment: {
    value: 'negative' as const,
    score: -0.5,
    confidence: 0.8,
    trend: 'steady' as const,
    change: 0,
    evidence: [],
  },
  urgency: { value: 0.6, level: 'high' as const, confidence: 0.8, evidence: [] },
  ...change,
});

describe('a brief beside the learned readings', () => {
  test('is surer where they agree, and keeps its evidence', () => {
    const both = withUnderstanding(brief, read());
    expect(both.sentiment).toEqual({ value: 'negative', confidence: 0.76, evidence: ['m1'] });
    expect(both.urgency.confidence).toBeGreaterThan(0.6);
  });

  test('keeps its value and is less sure where they differ', () => {
    const urgency = { value: 0.1, level: 'low' as const, confidence: 0.8, evidence: [] };
    const both = withUnderstanding(brief, read({ urgency }));
    expect(both.urgency.value).toBe('high');
    expect(both.urgency.confidence).toBeLessThan(0.6);
  });

  test('takes the category of a sure model, with its messages', () => {
    const { category } = withUnderstanding(brief, read({ category: learned('Orders', 0.9) }));
    expect(category).toEqual({ value: 'Orders', confidence: 0.9, evidence: ['m2'] });
  });

  test.each([learned('Orders', 0.4), learned(null, 0.9)])(
    'leaves its own to a person where the model is not sure',
    (unsure) => {
      const { category } = withUnderstanding(brief, read({ category: unsure }));
      expect(category.value).toBe('Billing');
      expect(category.confidence).toBeLessThan(0.6);
    },
  );

  test('stands by its keywords where there is no model', () => {
    expect(withUnderstanding(brief, read()).category).toEqual(brief.category);
  });
});
