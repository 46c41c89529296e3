import { expect, test } from 'vitest';
import { createPace, typingSeconds } from './pace.ts';

const pace = (speed: number, signal = new AbortController().signal) =>
  createPace({ speed, signal });

test('a hundred times as fast, seconds become hundredths', async () => {
  const begin = performance.now();
  await pace(100).wait(4);
  expect(performance.now() - begin).toBeGreaterThanOrEqual(35);
  expect(performance.now() - begin).toBeLessThan(1_000);
});

test('looks until it is true, and gives up in time', async () => {
  let looks = 0;
  expect(await pace(100).until(() => ++looks === 3, 60)).toBe(true);
  expect(looks).toBe(3);
  expect(await pace(100).until(() => false, 4)).toBe(false);
});

test('the end of the demo ends every wait', async () => {
  const controller = new AbortController();
  const waiting = pace(1, controller.signal).wait(60);
  controller.abort();
  await expect(waiting).rejects.toThrow(/abort/);
  await expect(pace(1, controller.signal).until(() => false, 60)).rejects.toThrow(/abort/);
});

test('typing takes as long as the text, within reason', () => {
  expect(typingSeconds('ok')).toBeLessThan(2);
  expect(typingSeconds('x'.repeat(5_000))).toBe(25);
});
