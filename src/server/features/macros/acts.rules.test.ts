import { describe, expect, it } from 'vitest';
import type { MacroAction } from '../../../contracts/macros.ts';
import { fieldsOf, tagsAfter } from './acts.rules.ts';

describe('the fields acts set', () => {
  it('are those they name, also when a field is emptied', () => {
    const actions: MacroAction[] = [
      { kind: 'status', status: 'pending' },
      { kind: 'category', category: null },
      { kind: 'assign', to: 'self' },
      { kind: 'end_session' },
    ];
    expect(fieldsOf(actions)).toEqual({ status: 'pending', category: null });
  });

  it('are none without such acts', () => expect(fieldsOf([])).toEqual({}));
});

describe('tags after acts', () => {
  it.each<[string, string[], MacroAction[], string[] | null]>([
    ['stay alone without an act', ['vip'], [{ kind: 'end_session' }], null],
    ['are added once', ['vip'], [{ kind: 'add_tags', tags: ['vip', 'refund'] }], ['refund', 'vip']],
    ['are removed where they are', ['vip'], [{ kind: 'remove_tags', tags: ['vip', 'x'] }], []],
    [
      'are off when added and removed',
      ['vip'],
      [
        { kind: 'add_tags', tags: ['old'] },
        { kind: 'remove_tags', tags: ['old'] },
      ],
      ['vip'],
    ],
  ])('%s', (_name, before, actions, after) => expect(tagsAfter(before, actions)).toEqual(after));
});
