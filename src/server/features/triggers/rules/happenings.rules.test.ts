import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, happeningsOf, withSnapshot, type Cause } from './happenings.rules.ts';

let last = 0;
const cause = (type: string, more: Partial<Cause> = {}): Cause => ({
  id: `${(last += 1)}`,
  at: new Date('2026-03-02T10:00:00Z'),
  type,
  actorKind: 'agent',
  data: {},
  ...more,
});
const groups = (causes: Cause[]) =>
  happeningsOf(causes).map((one) => one.causes.map(({ type }) => type));

describe('what happened', () => {
  it('is one event where one person did it in one act', () => {
    const act = [cause('message'), cause('ticket.status'), cause('session.ended')];
    expect(groups(act)).toEqual([['message', 'ticket.status', 'session.ended']]);
  });

  it.each<[string, Cause[]]>([
    ['by another', [cause('message'), cause('ticket.status', { actorKind: 'customer' })]],
    ['to the same field', [cause('ticket.status'), cause('ticket.status')]],
    ['as a second message', [cause('message'), cause('message')]],
    ['later', [cause('message'), cause('note', { at: new Date('2026-03-02T10:00:05Z') })]],
  ])('%s is an event of its own', (_name, causes) => {
    expect(groups(causes)).toHaveLength(2);
  });

  it('loses and doubles nothing, in order', () => {
    const any = fc.array(
      fc.record({
        type: fc.constantFrom('message', 'note', 'ticket.status', 'work.assigned', 'session.ended'),
        actorKind: fc.constantFrom('agent' as const, 'customer' as const, 'system' as const),
        at: fc.nat(20_000).map((ms) => new Date(ms)),
      }),
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const causes = drawn.map((one) => cause(one.type, one));
        expect(happeningsOf(causes).flatMap((one) => one.causes)).toEqual(causes);
      }),
    );
  });

  it('when a ticket is opened is no change of it', () => {
    const { events } = changeOf([cause('ticket.created'), cause('work.queued')]);
    expect([...events]).toEqual(['created']);
  });

  it('at the end of a chat is told with its reason', () => {
    const { fields } = changeOf([cause('session.ended', { data: { reason: 'customer' } })]);
    expect(fields.session_ended_reason).toEqual([{ from: null, to: 'customer' }]);
    expect(fields.session_state).toEqual([{ from: null, to: 'ended' }]);
  });
});

describe('the snapshot', () => {
  const before = {
    routing_channel: 'email',
    session_state: null,
    session_ended_reason: null,
    status: 'new',
    priority: 'low',
    category: null,
    group: null,
    assignee: null,
    queue: 'one',
  };
  const now = { ...before, status: 'open', assignee: 'ana' };

  it('adds what no line tells, and the values where a line tells none', () => {
    const told = changeOf([cause('work.taken')]);
    const { fields } = withSnapshot(told, before, now);
    expect(fields.status).toEqual([{ from: 'new', to: 'open' }]);
    expect(fields.assignee).toContainEqual({ from: null, to: 'ana' });
    expect(fields.priority).toBeUndefined();
  });

  it('says nothing the first time', () => {
    const told = changeOf([cause('note')]);
    expect(withSnapshot(told, null, now)).toEqual(told);
  });
});
