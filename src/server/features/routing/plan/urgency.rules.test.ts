import { describe, expect, it } from 'vitest';
import { laneFor } from './lanes.rules.ts';
import { parameters as table } from './parameters.rules.ts';
import { agent, item, kind, minute, now, queue } from './plan.fixtures.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { liveRank, mailRankOf, minutesOf, valueOf, weightOf } from './urgency.rules.ts';
import { workersOf } from './workers.rules.ts';

const rank = (changes: Partial<PlanItem>, minutes = 10) => {
  const work = item('1', changes);
  const weight = weightOf(work, laneFor(work, queue(), now), table);
  return valueOf(mailRankOf({ item: work, weight, minutes }, { now, table }));
};

describe('weight', () => {
  const weight = (changes: Partial<PlanItem>, place = queue()) =>
    weightOf(item('1', changes), laneFor(item('1', changes), place, now), table);

  it('is priority by tier by queue', () => {
    expect(weight({ priorityRank: 0, tierWeight: 3 })).toBe(24);
    expect(weight({ priorityRank: 3 })).toBe(1);
    expect(weight({}, queue({ priority: 0 }))).toBe(4);
    expect(weight({}, queue({ priority: 100 }))).toBe(1);
  });

  it('rises with the ladder, not above urgent', () => {
    const ladder = [{ afterMinutes: 0, raise: 5 }];
    expect(weight({}, queue({ ladder }))).toBe(8);
  });
});

describe('the rank of mail', () => {
  it('prefers what is due sooner while it can be won', () => {
    expect(rank({ minutesLeft: 40 })).toBeGreaterThan(rank({ minutesLeft: 400 }));
  });

  it('prefers the winnable to the lost', () => {
    expect(rank({ minutesLeft: 60 })).toBeGreaterThan(rank({ minutesLeft: -5 }));
    expect(rank({ minutesLeft: 60 })).toBeGreaterThan(rank({ minutesLeft: 0.5 }));
  });

  it('prefers short work of the same weight', () => {
    expect(rank({}, 5)).toBeGreaterThan(rank({}, 20));
  });

  it('lets lost work rise above everything in the end', () => {
    const best = rank({ priorityRank: 0, tierWeight: 3, minutesLeft: 30 });
    expect(rank({ priorityRank: 3, minutesLeft: -100_000 })).toBeGreaterThan(best);
  });

  it('ages work that has no deadline', () => {
    const aged = (minutes: number) =>
      rank({ minutesLeft: null, eligibleAt: now - minutes * minute });
    expect(aged(600)).toBeGreaterThan(aged(60));
  });
});

describe('the rank of a live customer', () => {
  const live = (changes: Partial<PlanItem>) => liveRank(item('1', changes), 2, { now, table });

  it('falls when the deadline has passed, and then rises', () => {
    expect(live({ minutesLeft: -1 })).toBeLessThan(live({ minutesLeft: 1 }));
    expect(live({ minutesLeft: -60 })).toBeGreaterThan(live({ minutesLeft: -1 }));
  });
});

describe('expected minutes', () => {
  const wanted = kind('email', { optional: [{ skill: 'tax', level: 1 }] });
  const minutes = (changes: Partial<PlanItem>, skills: [string, number][] = []) => {
    const pace = new Map([[wanted.id, 0.8]]);
    const [worker] = workersOf([agent('a', { pace, skills: new Map(skills) })]);
    return worker && minutesOf(item('1', changes), worker, table);
  };

  it('know the pace of the agent, the missing skill and the chat before', () => {
    expect(minutes({})).toBe(10);
    expect(minutes({ kind: wanted }, [['tax', 1]])).toBeCloseTo(8);
    expect(minutes({ kind: wanted })).toBeCloseTo(8 * 1.25);
    expect(minutes({ preferredAgentId: 'a' })).toBeCloseTo(8.5);
  });
});
