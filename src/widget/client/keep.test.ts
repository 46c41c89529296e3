import { expect, test } from 'vitest';
import { aStorage } from '../testing/fakes.ts';
import { createKeep } from './keep.ts';

test('the token and the place outlive a reload and belong to one widget key', () => {
  const storage = aStorage();
  const keep = createKeep(storage, 'key');
  keep.setToken('secret');
  keep.setPlace({ id: 'one', follows: null });
  expect(createKeep(storage, 'key').token()).toBe('secret');
  expect(createKeep(storage, 'key').place()).toEqual({ id: 'one', follows: null });
  expect(createKeep(storage, 'other').token()).toBeNull();
  keep.setToken(null);
  expect(storage.keys()).toEqual(['segue.key.place']);
});

test('what was seen counts only for the conversation it was seen in', () => {
  const keep = createKeep(aStorage(), 'key');
  keep.setSeenSeq('one', 7);
  expect(keep.seenSeq('one')).toBe(7);
  expect(keep.seenSeq('two')).toBe(0);
});

test.each(['nonsense', '7', '{"id":5,"follows":{}}', '{"__proto__":{"id":"x"}}'])(
  'reads %s as no place',
  (text) => {
    const storage = aStorage();
    storage.set('segue.key.place', text);
    expect(createKeep(storage, 'key').place()).toEqual({ id: null, follows: null });
  },
);
