import { expect, test } from 'vitest';
import { aConversation } from '../testing/fakes.ts';
import { createReader } from './reader.ts';

type Options = Parameters<typeof createReader>[0];

const found = (id: string) => ({
  ok: true as const,
  data: { conversation: aConversation({ id }), messages: [] },
});

function setUp(read: Options['read'], position: Options['position']) {
  const seen: (string | undefined)[] = [];
  const reader = createReader({
    read,
    position,
    onUpdate: ({ conversation }) => void seen.push(conversation?.id),
    onGone: () => void seen.push('gone'),
  });
  return { reader, seen };
}

test('many changes during a read cause one more read', async () => {
  let reads = 0;
  const { reader, seen } = setUp(
    async () => {
      reads += 1;
      if (reads === 1) for (let change = 0; change < 5; change += 1) void reader.sync();
      return found('one');
    },
    () => ({ conversationId: 'one', afterSeq: 0 }),
  );
  await reader.sync();
  expect(reads).toBe(2);
  expect(seen).toEqual(['one', 'one']);
});

test('an answer about a conversation that was left meanwhile is dropped', async () => {
  let place = 'one';
  const { reader, seen } = setUp(
    async ({ conversationId }) => {
      place = 'two';
      return found(conversationId ?? '');
    },
    () => ({ conversationId: place, afterSeq: 0 }),
  );
  await reader.sync();
  expect(seen).toEqual(['two']);
});

test('a conversation that is not there is told as gone, a lost line is not', async () => {
  const problem = (code: string) => async () => ({
    ok: false as const,
    problem: { code, detail: '', retry: true },
  });
  const position = () => ({ conversationId: 'one', afterSeq: 0 });
  const gone = setUp(problem('not_found'), position);
  await gone.reader.sync();
  expect(gone.seen).toEqual(['gone']);
  const cut = setUp(problem('offline'), position);
  await cut.reader.sync();
  expect(cut.seen).toEqual([]);
});
