import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { stories } from './stories/index.ts';
import { timetable, type Entrance } from './timetable.ts';

function first(seed: string, count: number): Entrance[] {
  const entrances: Entrance[] = [];
  for (const entrance of timetable(stories, createRandom(seed))) {
    if (entrances.push(entrance) === count) break;
  }
  return entrances;
}

test('the same seed gives the same customers at the same times', () => {
  expect(first('a', 80)).toEqual(first('a', 80));
  expect(first('a', 80)).not.toEqual(first('b', 80));
});

test('everybody comes once before anybody comes again', () => {
  const round = first('c', stories.length).map(({ story }) => story);
  expect(new Set(round).size).toBe(stories.length);
});

test('the first comes at once, and then nobody waits longer than a minute', () => {
  const times = first('d', 100).map(({ atSeconds }) => atSeconds);
  expect(times[0]).toBe(0);
  for (let index = 1; index < times.length; index += 1) {
    const pause = times[index]! - times[index - 1]!;
    expect(pause).toBeGreaterThan(0);
    expect(pause).toBeLessThanOrEqual(60);
  }
});

test('chance stays in its bounds, and a fork does not depend on what was drawn before', () => {
  const random = createRandom('e');
  const forked = random.fork('ana').next();
  for (let draw = 0; draw < 1_000; draw += 1) {
    const value = random.between(2, 5);
    expect(value).toBeGreaterThanOrEqual(2);
    expect(value).toBeLessThan(5);
  }
  expect(random.fork('ana').next()).toBe(forked);
  expect(new Set(random.shuffle([1, 2, 3, 4]))).toEqual(new Set([1, 2, 3, 4]));
});
