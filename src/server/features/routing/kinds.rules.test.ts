import { describe, expect, it } from 'vitest';
import { createHandlingBook } from './handling.rules.ts';
import {
  createKindBook,
  optionalDroppedAfter,
  type KindFacts,
  type QueueSetup,
} from './kinds.rules.ts';

const step = {
  afterSeconds: 120,
  lowerLevelsBy: 0,
  dropSkills: 'none' as const,
  addGroupIds: [],
  raisePriority: 0,
};
const queue: QueueSetup = {
  id: 'front',
  name: 'Front',
  priority: 50,
  groupIds: ['a'],
  secondaryGroupIds: ['b'],
  ladder: [],
  handOver: 'fill',
};
const bookOf = (queues: QueueSetup[], priority = false) =>
  createKindBook({
    queues,
    handling: createHandlingBook([]),
    weighs: { priority, category: false },
  });
const facts = (changes: Partial<KindFacts> = {}): KindFacts => ({
  queueId: 'front',
  channelClass: 'email',
  needs: [],
  category: null,
  priorityRank: 2,
  slow: false,
  ...changes,
});
const german = { skill: 'german', level: 4, optional: false };

describe('kinds of work', () => {
  it('are made once, in whatever order skills are named', () => {
    const kinds = bookOf([queue]);
    const french = { skill: 'french', level: 1, optional: true };
    const one = kinds.kindOf(facts({ needs: [german, french] }));
    expect(kinds.kindOf(facts({ needs: [french, german] }))).toBe(one);
    expect(one).toMatchObject({ required: [{ skill: 'german', level: 4 }] });
    expect(kinds.kindOf(facts({ category: 'Billing', priorityRank: 0 }))).toBe(
      kinds.kindOf(facts()),
    );
  });

  it('differ by priority only where priorities weigh', () => {
    const kinds = bookOf([queue], true);
    expect(kinds.kindOf(facts({ priorityRank: 0 }))).not.toBe(kinds.kindOf(facts()));
  });

  it('have none in a queue that is not served', () => {
    expect(bookOf([]).kindOf(facts())).toBeNull();
  });
});

describe('a ladder', () => {
  it('adds up: levels fall step by step, and what was dropped stays dropped', () => {
    const ladder = [
      { ...step, lowerLevelsBy: 1, addGroupIds: ['c'], raisePriority: 1 },
      { ...step, afterSeconds: 240, lowerLevelsBy: 2 },
      { ...step, afterSeconds: 600, dropSkills: 'all' as const },
      { ...step, afterSeconds: 900 },
    ];
    const kinds = bookOf([{ ...queue, ladder }]);
    kinds.kindOf(facts({ needs: [german] }));
    kinds.kindOf(facts());
    const [own, plain] = kinds.queues();
    expect(own?.ladder.map(({ required }) => required)).toEqual([
      [{ skill: 'german', level: 3 }],
      [{ skill: 'german', level: 1 }],
      [],
      [],
    ]);
    expect(own?.ladder[0]).toMatchObject({ afterMinutes: 2, groupIds: ['c'], raise: 1 });
    expect(own?.id.startsWith('front ')).toBe(true);
    expect(plain).toMatchObject({ id: 'front' });
  });

  it('says when wished-for skills are given up', () => {
    expect(optionalDroppedAfter({ ladder: [step] })).toBeNull();
    const ladder = [step, { ...step, afterSeconds: 300, dropSkills: 'optional' as const }];
    expect(optionalDroppedAfter({ ladder })).toBe(300);
  });
});
