import { expect, it } from 'vitest';
import { briefFieldNames } from '../../../contracts/briefs.ts';
import { sentenceOf } from './sentences.rules.ts';

it.each([
  ['ticket.status', { from: 'open', to: 'on_hold' }, 'set the status from open to on hold'],
  [
    'sla.breached',
    { metric: 'resolution', policy: 'Gold' },
    'saw the solution of Gold run out of time',
  ],
  ['offer.declined', { reason: 'wrong_skill' }, 'declined it: wrong skill'],
  [
    'offer.declined',
    { reason: 'other', comment: 'It is my cousin' },
    'declined it: other: “It is my cousin”',
  ],
  [
    'brief.confirmed',
    { fields: 'category nextStep' },
    'found the brief right: category, next step',
  ],
  ['brief.corrected', { field: 'nextStep' }, 'corrected the brief: next step'],
  ['brief.corrected', { field: 'openQuestions' }, 'corrected the brief: open questions'],
  [
    'session.ended',
    { reason: 'system', cause: 'channel_closed' },
    'ended the chat, because the chat channel was closed.',
  ],
  [
    'session.ended',
    { reason: 'trigger', rule: 'Surge', routingChannel: 'email' },
    'ended the chat by the rule “Surge”. The rest goes on as email work.',
  ],
  [
    'session.ended',
    { reason: 'agent', followup: 21 },
    'ended the chat. The rest goes on in ticket #21.',
  ],
  ['call.ended', { seconds: 40 }, 'ended the call after 40 s'],
  [
    'call.ended',
    { seconds: 14_400, agent: 'Ana', why: 'nobody ended it' },
    'ended the call of Ana after 240 min: nobody ended it',
  ],
  ['session.inactive', { reason: 'offline' }, 'noted that the customer is inactive or offline'],
  ['session.active', { over: 3 }, 'is back in the chat, which puts its agent over by 3 units'],
])('says %s in words', (type, data, sentence) => {
  expect(sentenceOf(type, data)).toBe(sentence);
});

it('names every field of the brief without the writing of code', () => {
  for (const field of briefFieldNames)
    expect(sentenceOf('brief.corrected', { field })).toMatch(/^corrected the brief: [a-z ]+$/);
});
