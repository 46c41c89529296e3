import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

const never = new AbortController().signal;

test('lets only so many through at once, in the order they came', async () => {
  const gate = createGate();
  const order: string[] = [];
  const open: (() => void)[] = [];
  let most = 0;
  let busy = 0;
  const work = (name: string) => () => {
    order.push(name);
    busy += 1;
    most = Math.max(most, busy);
    return new Promise<void>((done) => {
      open.push(() => {
        busy -= 1;
        done();
      });
    });
  };
  const all = ['a', 'b', 'c', 'd'].map((name) =>
    gate.run({ key: 'k', limit: 2, signal: never }, work(name)),
  );
  for (let ended = 0; ended < all.length; ended += 1) {
    open.shift()?.();
    await Promise.race(all);
    await new Promise(setImmediate);
  }
  await Promise.all(all);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(most).toBe(2);
});

test('who waits too long leaves the line, and the place of who failed is free', async () => {
  const gate = createGate();
  const place = { key: 'k', limit: 1 };
  const held = Promise.withResolvers<void>();
  const first = gate.run({ ...place, signal: never }, () => held.promise);
  const tired = AbortSignal.timeout(5);
  await expect(gate.run({ ...place, signal: tired }, async () => 1)).rejects.toThrow(/timeout/i);
  const third = gate.run({ ...place, signal: never }, async () => 3);
  held.reject(new Error('broke'));
  await expect(first).rejects.toThrow('broke');
  expect(await third).toBe(3);
});
