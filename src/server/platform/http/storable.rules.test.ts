import { expect, it } from 'vitest';
import { storableInput } from './storable.rules.ts';

it('leaves out what cannot be stored, however deep it stands', () => {
  const given = { a: 'x\u0000y', b: ['\ud800', { c: 'z\udc00' }], n: 7, none: null, yes: true };
  expect(storableInput(given)).toEqual({
    a: 'xy',
    b: ['\ufffd', { c: 'z\ufffd' }],
    n: 7,
    none: null,
    yes: true,
  });
});

it('keeps emoji, and everything that is no plain data', () => {
  const file = new Uint8Array([0, 1]);
  expect(storableInput('a 🙂 b')).toBe('a 🙂 b');
  expect(storableInput({ file })).toEqual({ file });
  expect(storableInput(undefined)).toBeUndefined();
});
