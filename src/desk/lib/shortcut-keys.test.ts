import { describe, expect, it } from 'vitest';
import { matchesPress, parseKeys, pressLabels, type Press } from './shortcut-keys.ts';

const event = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const only = (keys: string): Press =>
  parseKeys(keys)[0] ?? { key: '', mod: false, alt: false, shift: false };

describe('shortcut keys', () => {
  it('reads chords, named keys and sequences', () => {
    expect(parseKeys('mod+shift+k')).toEqual([{ key: 'k', mod: true, alt: false, shift: true }]);
    expect(parseKeys('g i').map(({ key }) => key)).toEqual(['g', 'i']);
    expect(only('esc').key).toBe('escape');
    expect(only('mod++')).toMatchObject({ key: '+', mod: true });
  });

  it.each([
    ['mod+k', event('k', { ctrlKey: true }), true],
    ['mod+k', event('K', { metaKey: true }), true],
    ['mod+k', event('k'), false],
    ['k', event('k', { ctrlKey: true }), false],
    ['?', event('?', { shiftKey: true }), true],
    ['j', event('J', { shiftKey: true }), false],
    ['shift+enter', event('Enter', { shiftKey: true }), true],
    ['enter', event('Enter', { shiftKey: true }), false],
  ])('%s against a press', (keys, pressed, matches) =>
    expect(matchesPress(only(keys), pressed)).toBe(matches),
  );

  it('names keys as the system does', () => {
    expect(pressLabels(only('mod+k'), true)).toEqual(['⌘', 'K']);
    expect(pressLabels(only('mod+k'), false)).toEqual(['Ctrl', 'K']);
  });
});
