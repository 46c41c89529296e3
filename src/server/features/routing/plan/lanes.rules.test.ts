import { describe, expect, it } from 'vitest';
import { givenUp, groupOf, laneExclusionOf, laneFor, lanesOf, relaxTimes } from './lanes.rules.ts';
import { agent, item, kind, minute, now, queue } from './plan.fixtures.ts';
import type { PlanAgent, PlanItem, PlanQueue } from './snapshot.rules.ts';
import { workersOf } from './workers.rules.ts';

const exclusion = (
  work: Partial<PlanItem>,
  person: Partial<PlanAgent>,
  place: Partial<PlanQueue> = {},
) => {
  const [worker] = workersOf([agent('a', person)]);
  return worker && laneExclusionOf(laneFor(item('1', work), queue(place), now), worker);
};
const french = { skill: 'french', level: 2 };
const needsFrench = kind('email', { required: [french] });
const wantsFrench = kind('email', { optional: [french] });
const speaks = (level: number) => ({ skills: new Map([['french', level]]) });

describe('who could take work', () => {
  it.each([
    ['the right group', {}, {}, null],
    ['another group', {}, { groupIds: new Set(['else']) }, 'not_in_group'],
    ['nobody at the desk', {}, { connected: false }, 'disconnected'],
    ['away takes mail', {}, { status: 'away' }, null],
    ['away takes no chat', { kind: kind('messaging') }, { status: 'away' }, 'status'],
    ['a missing skill', { kind: needsFrench }, {}, 'missing_skill'],
    ['a level too low', { kind: needsFrench }, speaks(1), 'missing_skill'],
    ['the level', { kind: needsFrench }, speaks(2), null],
    ['a wanted skill', { kind: wantsFrench, relaxAt: now + 1 }, {}, 'missing_skill'],
    ['a wanted skill, given up', { kind: wantsFrench, relaxAt: now }, {}, null],
  ] as const)('%s', (_, work, person, expected) => {
    expect(exclusion(work, person)).toBe(expected);
  });
});

describe('skills that are wished for', () => {
  const wishes = ['french', 'repairs', 'grinders'].map((skill) => ({ skill, level: 1 }));
  const eligibleAt = now - 10 * minute;
  const wished = (minutes: number) => {
    const work = item('1', {
      kind: kind('email', { required: [french], optional: wishes }),
      eligibleAt,
      relaxAt: eligibleAt + 30 * minute,
    });
    const lane = laneFor(work, queue(), eligibleAt + minutes * minute);
    return [lane.required.map(({ skill }) => skill).join(' '), lane.relaxed];
  };

  it.each([
    [0, 'french french repairs grinders', false],
    [9.99, 'french french repairs grinders', false],
    [10, 'french french repairs', false],
    [20, 'french french', false],
    [29.99, 'french french', false],
    [30, 'french', true],
    [300, 'french', true],
  ])('are given up one after the other, the last first: after %s minutes', (minutes, ...asked) => {
    expect(wished(minutes)).toEqual(asked);
  });

  it('are looked at again when one is given up', () => {
    const times = relaxTimes(
      item('1', { kind: kind('email', { optional: wishes }), eligibleAt: 1, relaxAt: 101 }),
    );
    expect(times).toEqual([35, 68, 101]);
    expect(
      times.map((at) =>
        givenUp(
          item('1', { kind: kind('email', { optional: wishes }), eligibleAt: 1, relaxAt: 101 }),
          at,
        ),
      ),
    ).toEqual([1, 2, 3]);
  });
});

describe('the ladder', () => {
  const ladder = [
    { afterMinutes: 5, required: [] },
    { afterMinutes: 10, groupIds: ['help'], raise: 1 },
  ];
  const waited = (minutes: number) => ({
    kind: needsFrench,
    eligibleAt: now - minutes * minute,
  });

  it('gives up skills on the clock of the work itself', () => {
    expect(exclusion(waited(4), {}, { ladder })).toBe('missing_skill');
    expect(exclusion(waited(5), {}, { ladder })).toBeNull();
  });

  it('brings other groups in and raises the priority', () => {
    const helper = { groupIds: new Set(['help']) };
    expect(exclusion(waited(9), helper, { ladder })).toBe('not_in_group');
    expect(exclusion(waited(10), helper, { ladder })).toBeNull();
    expect(laneFor(item('1', waited(10)), queue({ ladder }), now).raise).toBe(1);
  });
});

it('tells primary groups from secondary ones', () => {
  const lane = laneFor(item('1'), queue(), now);
  const groups = [['front'], ['back'], ['else']].map((ids) =>
    workersOf([agent('a', { groupIds: new Set(ids) })]).map((worker) => groupOf(lane, worker)),
  );
  expect(groups).toEqual([['primary'], ['secondary'], [null]]);
});

it('puts work with the same candidates into one lane and leaves out unknown queues', () => {
  const items = [
    item('1', { kind: wantsFrench }),
    item('2', { kind: wantsFrench, relaxAt: now }),
    item('3', { kind: kind('email', { queueId: 'gone' }) }),
    item('4', { kind: wantsFrench, relaxAt: now + 1 }),
  ];
  const steps = lanesOf(items, [queue()], now);
  const lanes = steps.next().value ?? [];
  expect(lanes.map((lane) => lane.items.map(({ id }) => id))).toEqual([['4'], ['1', '2']]);
});
