import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentTheme, contrastOf } from './accent.ts';

test('any accent has readable text on it, and a readable shade on both surfaces', () => {
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, (accent) => {
      const theme = accentTheme(accent);
      expect(contrastOf(theme.onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(theme.textLight, '#ffffff')).toBeGreaterThanOrEqual(5.5);
      expect(contrastOf(theme.textDark, '#181d20')).toBeGreaterThanOrEqual(5.5);
    }),
  );
});

test.each([
  ['#0f766e', '#ffffff'],
  ['#ffd400', '#000000'],
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
])('on %s stands %s', (accent, onAccent) => {
  expect(accentTheme(accent).onAccent).toBe(onAccent);
});

test('what is no colour counts as the standard one', () => {
  expect(accentTheme('red; background: url(//evil.example)').accent).toBe('#0f766e');
});
