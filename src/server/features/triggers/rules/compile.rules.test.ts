import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionFields,
  conditionSchema,
  type Condition,
  type ConditionField,
} from '../../../../contracts/trigger-conditions.ts';
import { compile, isTimedRule } from './compile.rules.ts';
import type { TicketChange, TicketFacts } from './facts.types.ts';
import { noChange } from './timed.rules.ts';

const hour = 3_600_000;
const facts: TicketFacts = {
  ticketId: 'ticket',
  now: 100 * hour,
  channel: 'messaging',
  tags: ['vip', 'refund'],
  tier: 'standard',
  region: 'North',
  attributes: { plan: 'Gold' },
  emailKnown: true,
  surge: true,
  risks: new Set(['legal', 'press']),
  wishesPerson: true,
  inactiveReason: null,
  subject: 'my parcel',
  lastMessage: 'i want a refund, please',
  allMessages: 'i want a refund, please hello',
  language: 'en',
  sentiment: null,
  queueDepth: 12,
  waiting: true,
  tracked: {
    routing_channel: 'messaging',
    session_state: 'active',
    session_ended_reason: null,
    status: 'open',
    priority: 'normal',
    category: null,
    group: 'billing',
    assignee: null,
    queue: 'queue',
  },
  since: {
    queue_wait: 100 * hour - 5 * 60_000,
    hours_since_created: 0,
    hours_since_updated: 90 * hour,
    hours_since_solved: null,
    hours_since_customer: 99 * hour,
  },
  openSchedules: new Set(['11111111-1111-4111-8111-111111111111']),
};
const change: TicketChange = {
  events: new Set(['updated']),
  actors: new Set(['agent']),
  fields: {
    status: [
      { from: 'new', to: 'pending' },
      { from: 'pending', to: 'open' },
    ],
  },
};
type Asked = Partial<Condition> & Pick<Condition, 'field' | 'op'>;
const holds = (condition: Asked, known = facts, happened = change): boolean =>
  compile({
    kind: 'ticket',
    conditions: { all: [condition as Condition], any: [] },
  })(known, happened).matched;

describe('a condition', () => {
  it.each<[boolean, Asked]>([
    [true, { field: 'event', op: 'is', values: ['created', 'updated'] }],
    [false, { field: 'event', op: 'is_not', values: ['updated'] }],
    [true, { field: 'updated_by', op: 'is', values: ['agent'] }],
    [true, { field: 'channel', op: 'is', values: ['email', 'messaging'] }],
    [true, { field: 'status', op: 'changed', values: [] }],
    [true, { field: 'status', op: 'changed_to', values: ['pending'] }],
    [true, { field: 'status', op: 'changed_from', values: ['new'] }],
    [false, { field: 'status', op: 'changed_to', values: ['solved'] }],
    [false, { field: 'priority', op: 'changed', values: [] }],
    [true, { field: 'category', op: 'is_none', values: [] }],
    [true, { field: 'risk_topic', op: 'is', values: ['safety', 'press'] }],
    [false, { field: 'risk_topic', op: 'is', values: ['safety'] }],
    [true, { field: 'risk_topic', op: 'is_not', values: ['safety'] }],
    [true, { field: 'risk_topic', op: 'is_set', values: [] }],
    [false, { field: 'risk_topic', op: 'is_none', values: [] }],
    [true, { field: 'wishes_person', op: 'yes', values: [] }],
    [false, { field: 'wishes_person', op: 'no', values: [] }],
    [true, { field: 'category', op: 'is_not', values: ['Billing'] }],
    [true, { field: 'group', op: 'is_set', values: [] }],
    [false, { field: 'assignee', op: 'is', values: ['somebody'] }],
    [true, { field: 'tags', op: 'any_of', values: ['vip', 'other'] }],
    [false, { field: 'tags', op: 'all_of', values: ['vip', 'other'] }],
    [true, { field: 'tags', op: 'none_of', values: ['other'] }],
    [true, { field: 'email_known', op: 'yes', values: [] }],
    [true, { field: 'surge', op: 'yes', values: [] }],
    [false, { field: 'surge', op: 'no', values: [] }],
    [true, { field: 'customer_region', op: 'is', values: ['NORTH'] }],
    [true, { field: 'customer_attribute', op: 'is', key: 'plan', values: ['gold'] }],
    [true, { field: 'customer_attribute', op: 'is_none', key: 'toString', values: [] }],
    [true, { field: 'last_message', op: 'contains', values: ['Refund'] }],
    [false, { field: 'last_message', op: 'contains', values: ['fund'] }],
    [true, { field: 'any_message', op: 'contains', values: ['hello'] }],
    [true, { field: 'subject', op: 'contains_not', values: ['invoice'] }],
    [true, { field: 'language', op: 'is', values: ['en'] }],
    [true, { field: 'sentiment', op: 'is_none', values: [] }],
    [true, { field: 'queue_depth', op: 'at_least', amount: 12 }],
    [false, { field: 'queue_depth', op: 'less_than', amount: 12 }],
    [true, { field: 'queue_wait', op: 'at_least', amount: 5 }],
    [true, { field: 'hours_since_updated', op: 'at_least', amount: 10 }],
    [false, { field: 'hours_since_updated', op: 'at_least', amount: 10.1 }],
    [false, { field: 'hours_since_solved', op: 'at_least', amount: 0 }],
    [false, { field: 'hours_since_solved', op: 'less_than', amount: 9 }],
    [true, { field: 'business_hours', op: 'yes', key: '11111111-1111-4111-8111-111111111111' }],
    [true, { field: 'business_hours', op: 'no', key: '22222222-2222-4222-8222-222222222222' }],
  ])('is %s for %o', (expected, condition) => {
    expect(holds({ values: [], key: null, amount: null, ...condition })).toBe(expected);
  });
});

describe('a rule', () => {
  const open = { field: 'status', op: 'is', values: ['open'] } as unknown as Condition;
  const vip = { field: 'tags', op: 'any_of', values: ['vip'] } as unknown as Condition;
  const never = { field: 'tags', op: 'any_of', values: ['never'] } as unknown as Condition;
  const verdict = (all: Condition[], any: Condition[], kind: 'ticket' | 'messaging' = 'ticket') =>
    compile({ kind, conditions: { all, any } });

  it('needs all of ALL and one of ANY, and says which', () => {
    expect(verdict([open], [never, vip])(facts, change)).toEqual({
      matched: true,
      because: [open, vip],
    });
    expect(verdict([open], [never])(facts, change).matched).toBe(false);
    expect(verdict([never], [vip])(facts, change).matched).toBe(false);
  });

  it.each(['ended', null])('about chats does not run where the chat is %s', (state) => {
    const after = { ...facts, tracked: { ...facts.tracked, session_state: state } };
    expect(verdict([vip], [], 'messaging')(facts, change).matched).toBe(true);
    expect(verdict([vip], [], 'messaging')(after, change).matched).toBe(false);
    expect(verdict([vip], [])(after, change).matched).toBe(true);
  });

  it('runs by the clock only for what passes', () => {
    const timed = (field: ConditionField, op: Condition['op']) =>
      isTimedRule({
        conditions: { all: [{ field, op, values: [], amount: 1, key: null }], any: [] },
      });
    expect(timed('hours_since_created', 'at_least')).toBe(true);
    expect(timed('hours_since_created', 'less_than')).toBe(false);
    expect(timed('queue_depth', 'at_least')).toBe(false);
  });
});

describe('any condition that its schema takes', () => {
  const given = fc
    .constantFrom(...(Object.keys(conditionFields) as ConditionField[]))
    .chain((field) =>
      fc.record({
        field: fc.constant(field),
        op: fc.constantFrom(...conditionFields[field].operators),
        values: fc.array(fc.string(), { maxLength: 3 }),
        amount: fc.option(fc.nat(100)),
        key: fc.option(fc.string()),
      }),
    );

  it('is answered, and its opposite otherwise, whatever the ticket', () => {
    fc.assert(
      fc.property(given, (asked) => {
        const parsed = conditionSchema.safeParse(asked);
        if (!parsed.success) return;
        const { data } = parsed;
        expect(typeof holds(data, facts, noChange)).toBe('boolean');
        const opposite = data.op === 'is' ? !holds({ ...data, op: 'is_not' }) : holds(data);
        expect(holds(data)).toBe(opposite);
      }),
    );
  });
});
