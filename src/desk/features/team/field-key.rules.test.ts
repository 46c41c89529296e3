import { expect, test } from 'vitest';
import { keyOfLabel } from './field-key.rules.ts';

test.each([
  ['Order number', [], 'order_number'],
  ['Order number', ['order_number', 'order_number_2'], 'order_number_3'],
  ['2. Größe?', [], 'gr_e'],
  ['!!!', ['field'], 'field_2'],
])('%s beside %o is %s', (label, taken, expected) => {
  expect(
    keyOfLabel(
      label,
      taken.map((key) => ({ key })),
    ),
  ).toBe(expected);
});
