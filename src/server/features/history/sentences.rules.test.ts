import { expect, it } from 'vitest';
import { briefFieldNames } from '../../../contracts/briefs.ts';
import { sentenceOf } from './sentences.rules.ts';

it.each([
  ['ticket.status', { from: 'open', to: 'on_hold' }, 'set the status from open to on hold'],
  ['offer.declined', { reason: 'wrong_skill' }, 'declined it: wrong skill'],
  ['brief.corrected', { field: 'nextStep' }, 'corrected the brief: next step'],
  ['brief.corrected', { field: 'openQuestions' }, 'corrected the brief: open questions'],
])('says %s in words', (type, data, sentence) => {
  expect(sentenceOf(type, data)).toBe(sentence);
});

it('names every field of the brief without the writing of code', () => {
  for (const field of briefFieldNames)
    expect(sentenceOf('brief.corrected', { field })).toMatch(/^corrected the brief: [a-z ]+$/);
});
