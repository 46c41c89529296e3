import { expect, it } from 'vitest';
import { conditionSchema } from '../../../../contracts/trigger-conditions.ts';
import { describeRule } from './describe-rule.rules.ts';
import { describeCondition } from './words.rules.ts';

const sentence = (condition: object) =>
  describeCondition(conditionSchema.parse(condition), (id) => (id === 'sch' ? 'Berlin' : id));

it.each([
  [{ field: 'event', op: 'is', values: ['created'] }, 'It was opened'],
  [
    { field: 'event', op: 'is', values: ['created', 'message_received'] },
    'It was opened or the customer wrote',
  ],
  [
    { field: 'event', op: 'is_not', values: ['session_ended'] },
    'What happened is not that the chat ended',
  ],
  [{ field: 'email_known', op: 'no' }, 'Email address of the customer is not known'],
  [{ field: 'surge', op: 'yes' }, 'A surge is on'],
  [{ field: 'channel', op: 'is', values: ['messaging'] }, 'Channel is chat'],
  [
    { field: 'session_ended_reason', op: 'changed_to', values: ['inactivity', 'trigger'] },
    'Why the chat ended changed to silence or a rule',
  ],
  [{ field: 'tags', op: 'any_of', values: ['trigger'] }, 'Tags contain any of trigger'],
  [
    { field: 'queue_wait', op: 'at_least', amount: 10 },
    'Minutes it has waited in its queue is at least 10',
  ],
])('says %j in words', (condition, words) => {
  expect(sentence(condition)).toBe(words);
});

it('reads a rule as one sentence for when, and one for each act', () => {
  const rule = {
    name: 'Out of hours',
    description: '',
    kind: 'messaging' as const,
    conditions: {
      all: [
        { field: 'event', op: 'is', values: ['created'] },
        { field: 'business_hours', op: 'no', key: '01900000-0000-7000-8000-000000000001' },
      ].map((one) => conditionSchema.parse(one)),
      any: [],
    },
    actions: [{ do: 'end_session' as const }],
  };
  expect(describeRule(rule, () => 'the default one')).toEqual([
    'When it was opened and outside business hours (the default one).',
    'End the chat.',
  ]);
});
