import { describe, expect, it } from 'vitest';
import { triggerRuleSchema } from '../../../../contracts/triggers.ts';
import { problemsOfRule } from './validate.rules.ts';

const reply = (channel: string) => ({ do: 'reply', channel, text: 'Hello' });
const solved = { field: 'status', op: 'is', values: ['solved'] };
const problems = (all: object[], actions: object[], kind = 'ticket') =>
  problemsOfRule(
    triggerRuleSchema.parse({ name: 'A rule', kind, conditions: { all }, actions }),
  ).map(({ path, message }) => `${path} ${message}`);
const noEmail = { field: 'email_known', op: 'no' };
const ended = { field: 'session_state', op: 'is', values: ['ended'] };

describe('a rule is refused', () => {
  it.each<[string, object[], object[], string, RegExp]>([
    [
      'for two ends of the chat',
      [solved],
      [{ do: 'end_session' }, { do: 'set_routing_channel', channel: 'email' }],
      'ticket',
      /^actions\.0\.do .*keep one/,
    ],
    [
      'for two statuses',
      [solved],
      [
        { do: 'set_status', status: 'open' },
        { do: 'set_status', status: 'pending' },
      ],
      'ticket',
      /^actions\.1\.do contradicts/,
    ],
    [
      'for acts after the stop',
      [solved],
      [{ do: 'stop' }, { do: 'end_session' }],
      'ticket',
      /^actions\.0\.do must come last/,
    ],
    [
      'for a survey in a messaging rule',
      [solved],
      [{ do: 'send_survey', about: 'ticket' }],
      'messaging',
      /^actions\.0\.do is not possible/,
    ],
    [
      'for mail to nobody',
      [noEmail],
      [reply('email')],
      'ticket',
      /^actions\.0\.channel reaches nobody/,
    ],
    [
      'for chat after the end',
      [ended],
      [reply('messaging')],
      'ticket',
      /^actions\.0\.channel reaches nobody/,
    ],
    [
      'for either to nobody',
      [noEmail, ended],
      [reply('best')],
      'ticket',
      /^actions\.0\.channel reaches nobody/,
    ],
    [
      'for words after the end',
      [solved],
      [{ do: 'end_session' }, reply('messaging')],
      'ticket',
      /^actions\.1\.channel .*move it above/,
    ],
    [
      'for mail while chatting',
      [solved],
      [reply('email')],
      'messaging',
      /^actions\.0\.channel is by mail/,
    ],
    [
      'for the end while chatting',
      [ended],
      [{ do: 'stop' }],
      'messaging',
      /^conditions\.all\.0\.op/,
    ],
    [
      'for events by the clock',
      [
        { field: 'hours_since_created', op: 'at_least', amount: 2 },
        { field: 'status', op: 'changed' },
      ],
      [{ do: 'stop' }],
      'ticket',
      /^conditions\.all\.1\.op .*use two rules/,
    ],
  ])('%s', (...[, all, actions, kind, expected]) => {
    expect(problems(all, actions, kind)).toEqual([expect.stringMatching(expected)]);
  });

  it('no further than that', () => {
    expect(problems([ended, noEmail], [{ do: 'add_tags', tags: ['x'] }])).toEqual([]);
    expect(problems([noEmail], [reply('messaging')], 'messaging')).toEqual([]);
    expect(
      problems([ended], [reply('email'), { do: 'set_routing_channel', channel: 'email' }]),
    ).toEqual([]);
  });
});
