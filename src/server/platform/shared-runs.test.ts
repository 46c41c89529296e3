import { describe, expect, it } from 'vitest';
import { createSharedRuns } from './shared-runs.ts';

/** Runs that end when they are told to, counted. */
function gate() {
  const ends: ((error?: Error) => void)[] = [];
  const run = () =>
    new Promise<number>((resolve, reject) => {
      const number = ends.length + 1;
      ends.push((error) => (error ? reject(error) : resolve(number)));
    });
  const end = async (number: number, error?: Error) => {
    ends[number - 1]?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { run, end, count: () => ends.length };
}

describe('createSharedRuns', () => {
  it('gives the next run to everybody who asks while one is under way', async () => {
    const { run, end, count } = gate();
    const share = createSharedRuns<number>();
    const asked = [share('a', run), share('a', run), share('a', run)];
    expect(count()).toBe(1);
    await end(1);
    expect(count()).toBe(2);
    const late = share('a', run);
    await end(2);
    await end(3);
    expect(await Promise.all([...asked, late])).toEqual([1, 2, 2, 3]);
    const after = share('a', run);
    await end(4);
    expect(await after).toBe(4);
  });

  it('keeps keys apart', async () => {
    const { run, end, count } = gate();
    const share = createSharedRuns<number>();
    const asked = [share('a', run), share('b', run)];
    expect(count()).toBe(2);
    await end(1);
    await end(2);
    expect(await Promise.all(asked)).toEqual([1, 2]);
  });

  it('runs the next one although one failed', async () => {
    const { run, end } = gate();
    const share = createSharedRuns<number>();
    const first = share('a', run);
    const second = share('a', run);
    const [failed] = await Promise.allSettled([first, end(1, new Error('no database'))]);
    expect(failed.status).toBe('rejected');
    await end(2);
    expect(await second).toBe(2);
  });
});
