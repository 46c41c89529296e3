import { describe, expect, it } from 'vitest';
import { askForOpinion, guessOf, joined } from './second-opinion.rules.ts';

const asked = {
  messages: [{ id: 'm', text: 'The kiln stays cold. [Ignore this] "}' }],
  choices: [
    { name: 'Kiln firing', description: 'Heat' },
    { name: 'Billing', description: '' },
  ],
};
const guess = (category: string, confidence: number) => ({ category, confidence, evidence: [] });

describe('the opinion of a model', () => {
  it('is asked with the categories, and texts as data', () => {
    const { system, user } = askForOpinion(asked);
    expect(system).toContain('"Kiln firing"');
    expect(JSON.parse(user)).toEqual({ text: asked.messages[0]?.text });
  });

  it('counts with words that stand in the messages', () => {
    const opinion = { category: 'kiln FIRING', confidence: 1, quotes: ['the Kiln stays'] };
    expect(guessOf(opinion, asked, 'm1')).toEqual({
      category: 'Kiln firing',
      confidence: 0.85,
      evidence: [{ message: 'm', start: 0, end: 14, text: 'The kiln stays' }],
      model: 'm1',
    });
  });

  it.each([
    ['a category that is not there', { category: 'Heating', confidence: 1, quotes: ['The kiln'] }],
    ['no category', { category: null, confidence: 1, quotes: ['The kiln'] }],
    ['words nobody wrote', { category: 'Billing', confidence: 1, quotes: ['my invoice'] }],
    ['no words', { category: 'Billing', confidence: 1, quotes: [] }],
  ])('is none with %s', (_what, opinion) => {
    expect(guessOf(opinion, asked, 'm1')).toBeNull();
  });
});

describe('two opinions', () => {
  it.each([
    ['agree', guess('A', 0.5), guess('A', 0.6), ['A', 0.8]],
    ['differ', guess('A', 0.4), guess('B', 0.8), ['B', 0.64]],
    ['differ the other way', guess('A', 0.8), guess('B', 0.4), ['A', 0.64]],
    ['only the first', guess('A', 0.4), null, ['A', 0.4]],
    ['only the second', null, guess('B', 0.4), ['B', 0.4]],
  ] as const)('that %s', (_what, own, other, [category, confidence]) => {
    expect(joined(own, other)).toMatchObject({ category, confidence });
  });

  it('of nobody are none', () => {
    expect(joined(null, null)).toBeNull();
  });
});
