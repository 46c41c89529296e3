import { describe, expect, it } from 'vitest';
import { createAbsences } from './absences.ts';

function setUp() {
  const at = { now: 0 };
  const looked: string[] = [];
  const absences = createAbsences(() => at.now);
  const ask = (found: string | null, key = 'one') =>
    absences.find(key, async () => {
      looked.push(key);
      return found;
    });
  return { at, looked, absences, ask };
}

describe('absences', () => {
  it('do not look again within a second where nothing was', async () => {
    const { at, looked, ask } = setUp();
    expect(await ask(null)).toBeNull();
    at.now = 999;
    expect(await ask('a model')).toBeNull();
    expect(await ask('a model', 'another')).toBe('a model');
    at.now = 1_000;
    expect(await ask('a model')).toBe('a model');
    expect(looked).toEqual(['one', 'another', 'one']);
  });

  it('look each time where something is', async () => {
    const { looked, ask } = setUp();
    await ask('a model');
    expect(await ask(null)).toBeNull();
    expect(looked).toHaveLength(2);
  });

  it('look again at once after a change, also one that came while they looked', async () => {
    const { ask, absences } = setUp();
    await ask(null);
    absences.forget();
    expect(await ask('a model')).toBe('a model');
    await absences.find('one', async () => {
      absences.forget();
      return null;
    });
    expect(await ask('a model')).toBe('a model');
  });
});
