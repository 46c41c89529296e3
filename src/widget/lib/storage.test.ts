import { expect, test } from 'vitest';
import { createStorage } from './storage.ts';

/** A Storage over a map that refuses to hold more than `room` entries. */
function aBrowserStorage(room = 10): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (at) => [...map.keys()][at] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      if (!map.has(key) && map.size >= room) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

test('writes through to the browser', () => {
  const browser = aBrowserStorage();
  const storage = createStorage(() => browser);
  storage.set('a', '1');
  expect(browser.getItem('a')).toBe('1');
  expect(createStorage(() => browser).get('a')).toBe('1');
  storage.remove('a');
  expect(storage.keys()).toEqual([]);
});

test('goes on in memory where storage is blocked', () => {
  const storage = createStorage(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  storage.set('a', '1');
  expect([storage.get('a'), storage.keys()]).toEqual(['1', ['a']]);
  storage.remove('a');
  expect(storage.get('a')).toBeNull();
});

test('keeps in memory what no longer fits', () => {
  const storage = createStorage(() => aBrowserStorage(1));
  storage.set('a', '1');
  storage.set('b', '2');
  expect([storage.get('a'), storage.get('b')]).toEqual(['1', '2']);
  expect(storage.keys().toSorted()).toEqual(['a', 'b']);
});
