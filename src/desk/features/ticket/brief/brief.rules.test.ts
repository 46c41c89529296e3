import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../../contracts/briefs.ts';
import { editOfItems, isUncertain, itemsOf } from './brief.rules.ts';

const sure = <Value>(value: Value) => ({ value, confidence: 0.9, evidence: ['m1'] });

const fields: Brief = {
  summary: sure('Charged twice.'),
  problem: { ...sure('Charged twice'), confidence: 0.3 },
  tried: [sure('Cleared the cache')],
  promised: [{ ...sure('Refund'), by: 'agent', due: 'by Friday' }],
  openQuestions: [],
  nextStep: sure('Refund'),
  category: { value: null, confidence: 0, evidence: [] },
  urgency: sure('high' as const),
  skills: { value: [], confidence: 0, evidence: [] },
  sentiment: sure('negative' as const),
  language: sure('en'),
};

describe('isUncertain', () => {
  it.each([
    ['summary', false],
    ['problem', true],
    ['category', false],
    ['skills', false],
    ['openQuestions', false],
  ] as const)('%s: %s', (name, expected) => {
    expect(isUncertain(name, fields)).toBe(expected);
  });
});

describe('lists', () => {
  it('keeps who promised what by when', () => {
    expect(itemsOf('promised', fields)).toEqual([
      { text: 'Refund', confidence: 0.9, evidence: ['m1'], who: 'agent', due: 'by Friday' },
    ]);
  });

  it('turns lines into a correction without the empty ones', () => {
    const lines = [
      { text: 'Refund', who: 'agent' as const, due: ' ' },
      { text: ' ', who: null, due: null },
    ];
    expect(editOfItems('promised', lines)).toEqual({
      field: 'promised',
      value: [{ value: 'Refund', by: 'agent', due: null }],
    });
    expect(editOfItems('tried', lines)).toEqual({ field: 'tried', value: ['Refund'] });
  });
});
