import { describe, expect, test } from 'vitest';
import { aStorage } from '../testing/fakes.ts';
import { createOutbox } from './outbox.ts';

const PREFIX = 'segue.key.';
const message = (clientId: string, conversationId: string | null = 'one') => ({
  clientId,
  conversationId,
  text: `Text of ${clientId}`,
  attachments: [],
  answer: null,
});
const idsOf = (outbox: ReturnType<typeof createOutbox>) =>
  outbox.list().map(({ clientId }) => clientId);

describe('the outbox', () => {
  test('keeps the order of writing over a reload, also when the clock stands still or goes back', () => {
    const storage = aStorage();
    const times = [1_000, 1_000, 400];
    const outbox = createOutbox(storage, PREFIX, () => times.shift() ?? 0);
    for (const id of ['c', 'a', 'b']) outbox.add(message(id));
    expect(idsOf(createOutbox(storage, PREFIX, () => 0))).toEqual(['c', 'a', 'b']);
  });

  test('forgets what the server has, and twice is no harm', () => {
    const outbox = createOutbox(aStorage(), PREFIX, () => 1);
    outbox.add(message('a'));
    outbox.add(message('b'));
    outbox.settle(['a', 'unknown']);
    outbox.settle(['a']);
    expect(idsOf(outbox)).toEqual(['b']);
  });

  test('two tabs that write at the same moment keep both messages', () => {
    const storage = aStorage();
    const [one, two] = [
      createOutbox(storage, PREFIX, () => 5),
      createOutbox(storage, PREFIX, () => 5),
    ];
    one.add(message('a'));
    two.add(message('b'));
    one.settle(['a']);
    expect(idsOf(two)).toEqual(['b']);
  });

  test('moves only what was meant for the conversation that is over', () => {
    const outbox = createOutbox(aStorage(), PREFIX, () => 1);
    outbox.add(message('a', 'one'));
    outbox.add(message('b', null));
    outbox.retarget('one', 'two');
    expect(outbox.list().map(({ conversationId }) => conversationId)).toEqual(['two', null]);
  });

  test('does not stumble over what the page or another widget left in the storage', () => {
    const storage = aStorage();
    storage.set(`${PREFIX}out.x`, '{"half":');
    storage.set(`${PREFIX}out.y`, '[1]');
    storage.set('segue.other.out.z', JSON.stringify(message('z')));
    expect(createOutbox(storage, PREFIX, () => 1).list()).toEqual([]);
  });
});
