import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['ada.lovelace@example.org', 'AL'],
    ['Jean-Luc van der Berg', 'JB'],
    ['李 小龙', '李小'],
    ['+44 1632 960001', '?'],
    ['', '?'],
  ])('%s gives %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('keeps a colour for an id and never takes the violet of the assistant', () => {
    const hues = Array.from({ length: 500 }, (_, n) => hueOf(`agent-${n}`));
    expect(hues[3]).toBe(hueOf('agent-3'));
    expect(hues.every((hue) => hue < 270 || hue > 320)).toBe(true);
    expect(new Set(hues).size).toBe(8);
  });
});
