import { expect, test } from 'vitest';
import { Understanding } from '../../../contracts/understanding.ts';
import { trainCategories } from './categories/train.rules.ts';
import { compilePatterns, shippedPatterns } from './entities/patterns.ts';
import { understand } from './understand.ts';

const model = trainCategories(
  {
    categories: [
      { name: 'Delivery', description: 'Parcels, packages and couriers.' },
      { name: 'Billing', description: 'Invoices, payments, charges and refunds.' },
    ],
    examples: [
      { text: 'where is my parcel', category: 'Delivery' },
      { text: 'the package did not arrive', category: 'Delivery' },
      { text: 'courier lost my parcel', category: 'Delivery' },
      { text: 'the invoice is wrong', category: 'Billing' },
      { text: 'you charged too much', category: 'Billing' },
      { text: 'i want a refund of the payment', category: 'Billing' },
    ],
  },
  null,
);
const context = { model, meaning: null, patterns: compilePatterns(shippedPatterns) };
const subject = { id: 's', text: 'Parcel missing' };
const messages = [
  { id: 'm1', text: 'Hello, my parcel for order 4471902 has not arrived. It is urgent!' },
  {
    id: 'm2',
    text: 'Still nothing. This is ridiculous, I will call my lawyer. Let me speak to a human.',
  },
];
const texts = new Map([subject, ...messages].map(({ id, text }) => [id, text]));

test('a ticket is understood in all its parts, each with evidence that stands where it says', () => {
  const read = understand({ subject, messages }, context);
  expect(Understanding.parse(read)).toEqual(read);
  expect(read).toMatchObject({
    language: { value: 'en' },
    category: { value: 'Delivery' },
    sentiment: { trend: 'falling' },
    wantsPerson: { value: true },
  });
  expect(read.urgency.value).toBeGreaterThan(0.5);
  expect(read.risks.map(({ topic }) => topic)).toEqual(['legal']);
  expect(read.entities).toMatchObject([{ kind: 'order_number', value: '4471902' }]);
  const evidence = [
    ...read.category.evidence,
    ...read.sentiment.evidence,
    ...read.urgency.evidence,
    ...read.wantsPerson.evidence,
    ...read.request.evidence,
    ...read.risks.flatMap((risk) => risk.evidence),
    ...read.entities.map((entity) => entity.evidence),
  ];
  expect(evidence.length).toBeGreaterThan(8);
  for (const { message, start, end, text } of evidence)
    expect(texts.get(message)?.slice(start, end)).toBe(text);
  expect(read.category.evidence.map(({ text }) => text.toLowerCase())).toContain('parcel');
});

test.each([
  ['nothing', ''],
  ['one letter', 'a'.repeat(30_000)],
  ['signs', '?!'.repeat(10_000)],
  ['unpaired units', '\ud83d\udc00'.repeat(50)],
  ['marks', 'e\u0301'.repeat(5_000)],
])('%s is understood as well', (_name, text) => {
  const read = understand({ messages: [{ id: 'm', text }] }, context);
  expect(Understanding.parse(read)).toEqual(read);
});

test('without a model there is no category and everything else', () => {
  const read = understand({ messages }, { model: null, meaning: null });
  expect(read.category).toMatchObject({ value: null, outOfScope: 1 });
  expect(read.urgency.evidence).not.toEqual([]);
});
