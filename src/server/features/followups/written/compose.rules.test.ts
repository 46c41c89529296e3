import { describe, expect, it } from 'vitest';
import { Brief } from '../../../../contracts/briefs.ts';
import { writeBrief } from '../brief/brief.rules.ts';
import type { Transcript } from '../brief/transcript.rules.ts';
import { composeBrief } from './compose.rules.ts';
import { askForDraft, draftSchema } from './draft.rules.ts';

const said = [
  ['customer', 'Hi, I was charged twice for my plan, 49 euros each.'],
  ['agent', 'I see two charges of 49 euros. I will refund one of them by Friday.'],
  ['customer', 'Thank you. Will I get an email about it?'],
] as const;
const transcript: Transcript = {
  endedBy: 'agent',
  messages: said.map(([author, text], index) => ({
    id: `id-${index + 1}`,
    author,
    text,
    at: `2026-03-02T10:0${index}:00Z`,
  })),
};
const vocabulary = {
  categories: [{ name: 'Billing', description: 'Charges', keywords: ['charged'] }],
  skills: [],
};
const rules = writeBrief(transcript, vocabulary);
const { named } = askForDraft(transcript, vocabulary);
const twice = { message: 'm1', quote: 'I was charged twice for my plan' };
const refund = { message: 'm2', quote: 'I will refund one of them by Friday' };

const draft = (more: object = {}) =>
  draftSchema.parse({
    summary: {
      value: 'Charged twice, one refund is promised.',
      confidence: 0.9,
      quotes: [twice, refund],
    },
    problem: { value: 'Charged twice for the plan.', confidence: 1, quotes: [twice] },
    promised: [{ value: 'Refund one charge', confidence: 0.9, quotes: [refund], due: 'by Friday' }],
    openQuestions: [],
    nextStep: { value: 'Refund one charge of 49 euros', confidence: 0.8, quotes: [refund] },
    category: { value: 'billing', confidence: 0.9, quotes: [twice] },
    urgency: { value: rules.urgency.value, confidence: 0.9, quotes: [twice] },
    sentiment: { value: rules.sentiment.value, confidence: 0.9, quotes: [] },
    ...more,
  });
const compose = (more: object = {}) =>
  composeBrief({ draft: draft(more), rules, named, vocabulary });

describe('a brief of a model', () => {
  it('is a brief, with evidence in the chat', () => {
    const { brief, dropped, rulesFields } = compose();
    expect(Brief.parse(brief)).toEqual(brief);
    expect({ dropped, rulesFields }).toEqual({ dropped: [], rulesFields: [] });
    expect(brief.summary).toEqual({
      value: 'Charged twice, one refund is promised.',
      confidence: 0.9,
      evidence: ['id-1', 'id-2'],
    });
    expect(brief.problem.confidence).toBe(0.9);
    expect(brief.promised).toMatchObject([{ by: 'agent', due: 'by Friday', evidence: ['id-2'] }]);
    expect(brief.category.value).toBe('Billing');
  });

  it('drops what the messages do not say, and says so', () => {
    const { brief, dropped, rulesFields } = compose({
      summary: { value: 'Charged three times, 147 euros.', quotes: [twice] },
      tried: [{ value: 'Restarted the router', quotes: [{ message: 'm2', quote: 'restart it' }] }],
    });
    expect(dropped).toEqual([
      { field: 'summary', text: 'Charged three times, 147 euros.', why: 'number' },
      { field: 'tried', text: 'Restarted the router', why: 'quote' },
    ]);
    expect(rulesFields).toEqual(['summary']);
    expect(brief.summary).toEqual(rules.summary);
    expect(brief.tried).toEqual([]);
  });

  it('lets nobody promise what another promised, nor by another time', () => {
    const [promise] = compose({
      promised: [{ value: 'Refund one charge', quotes: [refund], due: 'by Monday' }],
    }).brief.promised;
    expect(promise).toMatchObject({ by: 'agent', due: null });
  });

  it('keeps what rules are sure of and the model overlooked', () => {
    expect(rules.promised.some(({ confidence }) => confidence >= 0.6)).toBe(true);
    expect(compose({ promised: [] }).brief.promised).toEqual(rules.promised);
  });

  it('makes up no category', () => {
    const category = { value: 'Invented', confidence: 1, quotes: [twice] };
    expect(compose({ category }).brief.category).toEqual(rules.category);
  });

  it('is surer where rules agree, and asks a person where they are sure of something else', () => {
    const agreed = compose().brief.urgency;
    expect(agreed.confidence).toBeGreaterThan(rules.urgency.confidence);
    const sure = {
      ...rules,
      urgency: { ...rules.urgency, value: 'low' as const, confidence: 0.9 },
    };
    const urgency = { value: 'urgent', confidence: 1, quotes: [twice] };
    const { brief } = composeBrief({ draft: draft({ urgency }), rules: sure, named, vocabulary });
    expect(brief.urgency).toMatchObject({ value: 'low' });
    expect(brief.urgency.confidence).toBeLessThan(0.6);
    const unsure = { ...rules, urgency: { ...rules.urgency, confidence: 0.3 } };
    const other = composeBrief({ draft: draft({ urgency }), rules: unsure, named, vocabulary });
    expect(other.brief.urgency).toMatchObject({ value: 'urgent', confidence: 0.7 });
  });
});

describe('the question to a model', () => {
  it('holds every message under a short name, as data', () => {
    const { prompt } = askForDraft(transcript, vocabulary);
    const lines = prompt.user
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.message)).toEqual(['m1', 'm2', 'm3']);
    expect(lines[1].text).toBe(said[1][1]);
    expect(prompt.system).toContain('"Billing"');
  });

  it('has an end, whatever the chat has', () => {
    const messages = Array.from({ length: 500 }, (_, index) => ({
      id: `${index}`,
      author: 'customer' as const,
      text: 'x'.repeat(5_000),
      at: '',
    }));
    const long = askForDraft({ ...transcript, messages }, vocabulary);
    expect(long.prompt.user.length).toBeLessThan(80_000);
    const ids = [...long.named.values()].map(({ id }) => id);
    expect([ids[0], ids.at(-1)]).toEqual(['0', '499']);
  });
});
