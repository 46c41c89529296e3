import { expect, test } from 'vitest';
import { createSealer } from './sealing.ts';

const sealer = createSealer('ab'.repeat(32));

test('what is sealed opens with the same key in the same place only', () => {
  const sealed = sealer.seal('sk-größer', 'w1:write');
  expect(sealed.toString('latin1')).not.toContain('sk-');
  expect(sealer.open(sealed, 'w1:write')).toBe('sk-größer');
  expect(sealer.open(sealed, 'w2:write')).toBeNull();
  expect(createSealer('cd'.repeat(32)).open(sealed, 'w1:write')).toBeNull();
});

test('what was tampered with does not open', () => {
  const sealed = sealer.seal('secret', 'here');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(sealer.open(sealed, 'here')).toBeNull();
  expect(sealer.open(Buffer.from('short'), 'here')).toBeNull();
});

test('the same text is never sealed to the same bytes', () => {
  expect(sealer.seal('secret', 'here').equals(sealer.seal('secret', 'here'))).toBe(false);
});
