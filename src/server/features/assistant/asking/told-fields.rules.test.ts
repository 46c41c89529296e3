import { describe, expect, test } from 'vitest';
import { toldFields, valueIn } from './told-fields.rules.ts';

const order = { key: 'fact_1', label: 'What is your order number?', options: [] };
const bought = { key: 'bought', label: 'On which date did you buy it?', options: [] };
const model = { key: 'model', label: 'Which model is it?', options: ['M1', 'M2 Plus'] };
const told = (text: string, more = {}) =>
  toldFields([order, bought, model], { text, things: [], given: {}, ...more });

describe('a fact a category needs', () => {
  test.each([
    ['by a thing of its kind', 'x', { things: [{ kind: 'order_number', value: 'LT-20418' }] }],
    ['by a line of a form', 'Order number: LT-20418\n\nIt is broken.', {}],
    ['by the field of a form', 'It is broken.', { given: { fact_1: 'LT-20418' } }],
  ])('is told %s', (_how, text, more) => {
    expect(told(text, more)).toEqual({ fact_1: 'LT-20418' });
  });

  test.each([
    ['something else of that kind', 'x', { things: [{ kind: 'date', value: '3.5.2026' }] }],
    ['a line of something else', 'My address: Harbour Road 4', {}],
    ['half of its name', 'Hello: I wait since 3.5.2026', {}],
    ['an empty line', 'Order number:\n\nIt is broken.', {}],
  ])('is not told by %s', (_what, text, more) => {
    expect(told(text, more)).toEqual({});
  });
});

describe('the value of a reply', () => {
  const things = [{ kind: 'order_number', value: 'LT-20418' }];
  test.each([
    ['the thing it asks for', order, { text: 'It is order LT-20418, thanks' }, 'LT-20418'],
    ['all of a short one', order, { text: ' 20418 ', alone: true }, '20418'],
    ['nothing of what answers several', order, { text: '20418 and M1' }, null],
    ['nothing of a story', order, { text: 'word '.repeat(60), alone: true }, null],
    ['the option', model, { text: 'the M2 plus one' }, 'M2 Plus'],
  ])('is %s', (_what, field, reply, value) => {
    expect(valueIn(field, { things, alone: false, ...reply })).toBe(value);
  });
});
