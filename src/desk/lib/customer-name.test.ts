import { expect, it } from 'vitest';
import { customerName } from './customer-name.ts';

const id = '0198c7c2-7d1e-7000-8000-00000000a1b2';

it.each([
  [{ id, name: 'Kim Lee', email: 'kim@example.test' }, 'Kim Lee'],
  [{ id, name: null, email: 'kim@example.test' }, 'kim@example.test'],
  [{ id, name: '  ', email: null }, 'Visitor A1B2'],
  [{ id, name: null }, 'Visitor A1B2'],
])('calls %o %s', (customer, expected) => {
  expect(customerName(customer, 'Visitor')).toBe(expected);
});
