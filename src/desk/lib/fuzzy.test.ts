import { describe, expect, it } from 'vitest';
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts';

const commands = [
  'Go to Inbox',
  'Go to Operations',
  'End the session',
  'Assign to…',
  'Set status: away',
  'Zurück zur Übersicht',
];

describe('fuzzy search', () => {
  it.each([
    ['inbox', 'Go to Inbox'],
    ['gti', 'Go to Inbox'],
    ['end s', 'End the session'],
    ['away', 'Set status: away'],
    ['ubersicht', 'Zurück zur Übersicht'],
    ['gtop', 'Go to Operations'],
  ])('%s finds %s first', (query, best) =>
    expect(fuzzyFilter(query, commands, String)[0]).toBe(best),
  );

  it('keeps everything in order when nothing is asked', () =>
    expect(fuzzyFilter('', commands, String)).toEqual(commands));

  it('does not match letters spread by chance', () =>
    expect(fuzzyScore('pet', 'Go to Operations')).toBe(0));

  it('drops what does not match', () => expect(fuzzyFilter('xyz', commands, String)).toEqual([]));
});
