import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backlogAfterMs,
  isBacklog,
  nextShareAt,
  sharesLeft,
  withinPace,
} from './throttle.rules.ts';

const now = 10_000_000;
const old = { eligibleAt: now - backlogAfterMs - 1 };
const fresh = { eligibleAt: now - 1_000 };
const decision = (agentId: string | null, item: { eligibleAt: number }) => ({ agentId, item });

describe('the pace of a backlog', () => {
  it('does not hold up fresh work', () => {
    expect(isBacklog(fresh, now)).toBe(false);
    const plan = Array.from({ length: 9 }, () => decision('a', fresh));
    expect(withinPace(plan, () => 0, now)).toEqual({ given: plan, paced: [] });
  });

  it('gives each agent their share and keeps the rest', () => {
    const plan = [decision('a', old), decision('a', old), decision('b', old), decision(null, old)];
    const { given, paced } = withinPace(plan, () => 1, now);
    expect(given.map((one) => one.agentId)).toEqual(['a', 'b']);
    expect(paced.map((one) => one.agentId)).toEqual(['a']);
  });

  it('counts what was handed out within the last minute', () => {
    const handed = [
      { agentId: 'a', at: now - 59_999 },
      { agentId: 'a', at: now - 60_000 },
      { agentId: 'b', at: now },
    ];
    const left = sharesLeft(handed, 2, now);
    expect([left('a'), left('b'), left('c')]).toEqual([1, 1, 2]);
    expect(nextShareAt(handed, now)).toEqual(new Date(now + 1));
    expect(nextShareAt([], now)).toBeNull();
  });

  it('never gives anybody more than their share in any minute, however often it is planned', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 45_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 6 }), (waits, perMinute) => {
        let time = now;
        const handed: { agentId: string; at: number }[] = [];
        for (const wait of waits) {
          time += wait;
          const left = sharesLeft(handed, perMinute, time);
          const plan = Array.from({ length: 20 }, () => decision('a', old));
          for (const { agentId } of withinPace(plan, left, time).given) {
            handed.push({ agentId: agentId ?? '', at: time });
          }
        }
        for (const { at } of handed) {
          const within = handed.filter((one) => one.at >= at && one.at < at + 60_000);
          expect(within.length).toBeLessThanOrEqual(perMinute);
        }
      }),
    );
  });
});
