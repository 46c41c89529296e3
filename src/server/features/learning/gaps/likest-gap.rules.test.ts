import { describe, expect, it } from 'vitest';
import {
  gapWith,
  likenessToGap,
  likestGap,
  wordsOfQuestion,
  type GapWords,
} from './likest-gap.rules.ts';
import { gapShownBy, titleOf, type Suspect } from './suspect.rules.ts';
import { titleOfGap } from './title.rules.ts';

const gapOf = (id: string, questions: readonly string[]): GapWords => {
  const words = new Map<number, number>();
  for (const question of questions)
    for (const word of wordsOfQuestion(question)) words.set(word, (words.get(word) ?? 0) + 1);
  return { id, cases: questions.length, words };
};
const descale = gapOf('descale', [
  'How do I descale my kettle?',
  'Descaling the kettle with vinegar',
]);
const invoice = gapOf('invoice', ['I need an invoice with a VAT number', 'Invoice without VAT id']);
const counts = new Map<number, number>();
for (const { words } of [descale, invoice])
  for (const [word, cases] of words) counts.set(word, (counts.get(word) ?? 0) + cases);
const everywhere = { cases: 4, words: counts };
const find = (question: string) =>
  likestGap(wordsOfQuestion(question), [descale, invoice], everywhere)?.gap.id;

describe('the likest gap', () => {
  it.each([
    ['Can I descale the kettle?', 'descale'],
    ['my invoice has no VAT number', 'invoice'],
    ['The lamp flickers at night', undefined],
    ['', undefined],
  ])('of "%s"', (question, expected) => {
    expect(find(question)).toBe(expected);
  });

  it('is as like as a question to itself, at most', () => {
    const [question] = ['How do I descale my kettle?'];
    const alone = gapOf('alone', [question ?? '']);
    expect(likenessToGap(wordsOfQuestion(question ?? ''), alone, everywhere)).toBeCloseTo(1, 6);
    expect(likenessToGap(wordsOfQuestion('lamp bulb'), descale, everywhere)).toBe(0);
  });
});

describe('the name of a gap', () => {
  const nameOf = (cases: { subject: string; question: string }[]) => {
    const gap = cases
      .map(({ question }) => wordsOfQuestion(question))
      .reduce(gapWith, { id: 'gap', cases: 0, words: new Map() });
    return titleOfGap(cases, gap, { cases: cases.length, words: gap.words });
  };
  const vinegar = { subject: 'Descaling', question: 'Can I descale the kettle with vinegar?' };

  it('is the subject of the case nearest to its middle', () => {
    const stray = {
      subject: 'Broken handle',
      question: 'The handle of my kettle broke and the colour came off, can I return it?',
    };
    const like = { subject: 'Re: Kettle', question: 'May I use vinegar to descale my kettle?' };
    expect(nameOf([stray, vinegar, like])).toBe('Descaling');
  });

  it('is what a case asks where no subject near the middle says anything', () => {
    const hello = { ...vinegar, subject: 'Hello' };
    expect(nameOf([hello, { ...hello, subject: 'Re: order' }])).toBe(vinegar.question);
    expect(nameOf([hello, vinegar])).toBe('Descaling');
    expect(nameOf([])).toBeNull();
  });
});

describe('what a case shows', () => {
  const solved: Suspect = {
    subject: 'Kettle',
    status: 'solved',
    question: null,
    reason: null,
    answered: false,
    said: ['How do I descale my kettle, it is full of chalk?'],
    byAgent: true,
  };
  it.each([
    ['an agent solved it', {}, 'agent_solved'],
    ['the assistant left it', { reason: 'unsure', question: 'descale?' }, 'unanswered'],
    ['it did not help', { reason: 'not_helped', answered: true }, 'not_helped'],
    ['the assistant answered', { answered: true }, undefined],
    ['it is open', { status: 'open' }, undefined],
    ['nobody answered', { byAgent: false }, undefined],
    ['nobody asked', { said: [] }, undefined],
  ] as const)('where %s', (_, change, kind) => {
    expect(gapShownBy({ ...solved, ...change })?.kind).toBe(kind);
  });

  it.each([
    ['Re: AW: Kettle leaks', 'Kettle leaks'],
    ['Order LT-12345 did not arrive', 'Order did not arrive'],
    ['Order 48213: beans instead of ground', 'Order: beans instead of ground'],
    ['12345678', '12345678'],
    ['', '?'],
  ])('"%s" is called "%s"', (subject, title) => {
    expect(titleOf(subject)).toBe(title);
  });

  it.each([
    ['Kettle leaks', 'Water runs out of it. Why?', 'Kettle leaks'],
    ['No subject', 'How do I return it?\nPat', 'How do I return it?'],
    ['Question', 'Do you sell decaf? I like it.', 'Do you sell decaf?'],
    [
      'Re: order',
      'Hello,\n\nI am Kim. Can I change the colour?\n\nKim',
      'Can I change the colour?',
    ],
    ['Hello', 'Hi.\nThe colour of the lamp is wrong.', 'The colour of the lamp is wrong.'],
    ['Help', `${'very '.repeat(30)}long`, `V${'very '.repeat(15).slice(1)}very…`],
  ])('"%s" over “%s” is called "%s"', (subject, question, title) => {
    expect(titleOf(subject, question)).toBe(title);
  });

  it('is not asked about its subject where that says nothing', () => {
    const said = ['How do I get an invoice for it?'];
    expect(gapShownBy({ ...solved, subject: 'No subject', said })?.question).toBe(said[0]);
  });
});
