import { describe, expect, it } from 'vitest';
import { followClaim, giveTo, returnToQueue, type Taker, type Work } from './transitions.rules.ts';
import { claimOf, type ClaimFacts } from './work.rules.ts';

const now = new Date('2026-03-02T10:00:00Z');
const before = new Date('2026-03-02T09:00:00Z');

const work = (changes: Partial<Work> = {}): Work => ({
  id: 'w',
  queueId: 'chat',
  channelClass: 'messaging',
  state: 'waiting',
  units: 0,
  agentId: null,
  preferredAgentId: null,
  heldReason: null,
  priorityRank: 2,
  eligibleAt: before,
  assignedAt: null,
  startedAt: null,
  ...changes,
});

const follow = (from: Work, claim: Parameters<typeof followClaim>[0]['claim'], keepOwner = false) =>
  followClaim({
    work: from,
    claim,
    queueId: 'chat',
    priorityRank: 2,
    unitsOf: { messaging: 3, email: 1 },
    waitingShare: 0,
    keepOwner,
    hasRoom: true,
    now,
  });

describe('what a ticket claims', () => {
  const facts = (changes: Partial<ClaimFacts>): ClaimFacts => ({
    status: 'open',
    session: 'ended',
    routingChannel: 'email',
    followedUp: false,
    assistantActs: false,
    countInactive: false,
    ...changes,
  });
  it.each([
    [
      'a quiet chat is live work that costs nothing',
      { session: 'inactive' },
      { kind: 'active', channelClass: 'messaging', free: true },
    ],
    [
      'a quiet chat keeps its units where the workspace wants that',
      { session: 'inactive', countInactive: true },
      { kind: 'active', channelClass: 'messaging' },
    ],
    [
      'what the assistant looks at first waits for it',
      { assistantActs: true },
      { kind: 'held', reason: 'assistant' },
    ],
    ['a chat that goes on in a linked ticket is done here', { followedUp: true }, { kind: 'done' }],
    [
      'a running chat is live work',
      { session: 'active' },
      { kind: 'active', channelClass: 'messaging' },
    ],
    [
      'also when the status is solved',
      { session: 'active', status: 'solved' },
      { kind: 'active', channelClass: 'messaging' },
    ],
    ['an ended chat routed as email is mail work', {}, { kind: 'active', channelClass: 'email' }],
    [
      'an ended chat routed as messaging leaves every queue',
      { routingChannel: 'messaging' },
      { kind: 'held', reason: 'session_ended' },
    ],
    [
      'waiting for the customer costs nothing',
      { status: 'pending' },
      { kind: 'held', reason: 'awaiting_customer' },
    ],
    ['on hold costs nothing', { status: 'on_hold' }, { kind: 'held', reason: 'on_hold' }],
    ['solved is done', { status: 'solved' }, { kind: 'done' }],
    [
      'mail never had a session',
      { session: null, status: 'new' },
      { kind: 'active', channelClass: 'email' },
    ],
  ] as const)('%s', (_name, changes, expected) => {
    expect(claimOf(facts(changes))).toEqual(expected);
  });
});

describe('the end of a chat', () => {
  it('keeps the assignee and counts the work as mail from then on', () => {
    const change = follow(work({ state: 'assigned', agentId: 'ana', units: 3 }), {
      kind: 'active',
      channelClass: 'email',
    });
    expect(change?.work).toMatchObject({
      state: 'assigned',
      agentId: 'ana',
      channelClass: 'email',
      units: 1,
    });
    expect(change?.lines).toEqual([{ type: 'work.reclassified', data: { to: 'email' } }]);
  });

  it('withdraws an open offer and puts the work back', () => {
    const change = follow(work({ state: 'offered', agentId: 'ana', units: 3 }), {
      kind: 'active',
      channelClass: 'email',
    });
    expect(change).toMatchObject({
      withdrawOffer: true,
      work: { state: 'waiting', agentId: null, units: 0 },
    });
  });

  it('releases the units where nothing is routed as email', () => {
    const change = follow(work({ state: 'assigned', agentId: 'ana', units: 3 }), {
      kind: 'held',
      reason: 'session_ended',
    });
    expect(change?.work).toMatchObject({
      state: 'held',
      agentId: 'ana',
      units: 0,
      heldReason: 'session_ended',
    });
  });
});

describe('work that comes back', () => {
  const held = work({
    state: 'held',
    heldReason: 'awaiting_customer',
    agentId: 'ana',
    channelClass: 'email',
  });

  it('goes to its queue, with its last owner preferred', () => {
    const change = follow(held, { kind: 'active', channelClass: 'email' });
    expect(change?.work).toMatchObject({
      state: 'waiting',
      agentId: null,
      preferredAgentId: 'ana',
      heldReason: null,
    });
  });

  it('moves to another queue while it is held, and stays held', () => {
    const claim = { kind: 'held', reason: 'awaiting_customer' } as const;
    const facts = {
      claim,
      priorityRank: 2,
      unitsOf: { messaging: 3, email: 1 },
      waitingShare: 0,
      keepOwner: false,
      hasRoom: true,
      now,
    };
    expect(followClaim({ ...facts, work: held, queueId: held.queueId })).toBeNull();
    expect(followClaim({ ...facts, work: held, queueId: 'other' })?.work).toEqual({
      ...held,
      queueId: 'other',
    });
  });

  it('keeps its place in the queue after a wait for the customer, not after it was solved', () => {
    expect(follow(held, { kind: 'active', channelClass: 'email' })?.work.eligibleAt).toEqual(
      before,
    );
    const done = work({ state: 'done', agentId: 'ana', channelClass: 'email' });
    expect(follow(done, { kind: 'active', channelClass: 'email' })?.work.eligibleAt).toEqual(now);
  });

  it('keeps a share of its units while it waits for the customer, where the rule says so', () => {
    const change = followClaim({
      work: work({ state: 'assigned', agentId: 'ana', channelClass: 'email', units: 4 }),
      claim: { kind: 'held', reason: 'awaiting_customer' },
      queueId: 'chat',
      priorityRank: 2,
      unitsOf: { messaging: 3, email: 4 },
      waitingShare: 0.25,
      keepOwner: false,
      hasRoom: true,
      now,
    });
    expect(change?.work).toMatchObject({ state: 'held', agentId: 'ana', units: 1 });
  });

  it('goes to its queue when whoever reopens it has no room for it', () => {
    const change = followClaim({
      work: held,
      claim: { kind: 'active', channelClass: 'email' },
      queueId: 'chat',
      priorityRank: 2,
      unitsOf: { messaging: 3, email: 1 },
      waitingShare: 0,
      keepOwner: true,
      hasRoom: false,
      now,
    });
    expect(change?.work).toMatchObject({ state: 'waiting', preferredAgentId: 'ana' });
    expect(change?.lines[0]?.data['why']).toMatch(/no capacity/);
  });

  it('stays with an agent who reopens their own work', () => {
    const change = follow(held, { kind: 'active', channelClass: 'email' }, true);
    expect(change?.work).toMatchObject({ state: 'assigned', agentId: 'ana', units: 1 });
  });
});

describe('giving work to somebody', () => {
  const ana: Taker = {
    id: 'ana',
    name: 'Ana',
    capacity: {
      budget: 12,
      id: 'rule',
      units: { messaging: 3, email: 1, call: 1 },
      ceiling: { messaging: 9, email: 8, call: 1 },
      chatOnTopOfMail: false,
      waitingShare: 0,
      weights: { priorities: {}, categories: {} },
    },
    used: { messaging: 9, email: 0 },
    call: null,
  };

  it('is refused with figures when there is no room', () => {
    expect(giveTo(work(), ana, { override: false, units: 3, begun: false, now })).toEqual({
      allowed: false,
      reason: 'Ana has 9 of 9 units of this channel in use and this needs 3.',
    });
  });

  it('is possible beyond capacity with an override, and says so', () => {
    expect(giveTo(work(), ana, { override: true, units: 3, begun: false, now })).toMatchObject({
      allowed: true,
      over: true,
    });
  });

  it('does not count an offer to the same agent twice', () => {
    const offered = work({ state: 'offered', agentId: 'ana', units: 3 });
    expect(giveTo(offered, ana, { override: false, units: 3, begun: false, now })).toMatchObject({
      allowed: true,
      over: false,
    });
  });

  it('costs nothing while the work is held', () => {
    const held = work({ state: 'held', heldReason: 'on_hold' });
    expect(giveTo(held, ana, { override: false, units: 3, begun: false, now })).toMatchObject({
      allowed: true,
      work: { state: 'held', agentId: 'ana', units: 0 },
    });
  });
});

describe('giving work back', () => {
  it('forgets who had it, so that it does not come straight back', () => {
    expect(returnToQueue(work({ state: 'assigned', agentId: 'ana', units: 3 }))).toMatchObject({
      state: 'waiting',
      agentId: null,
      preferredAgentId: null,
      units: 0,
    });
    expect(returnToQueue(work())).toBeNull();
  });
});
