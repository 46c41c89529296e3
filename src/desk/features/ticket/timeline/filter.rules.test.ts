import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../../contracts/conversations.ts';
import { kindOf, readHidden, visibleEntries } from './filter.rules.ts';

const message = (channel: string) => ({ kind: 'message', message: { channel } }) as TimelineEntry;
const event = (type: string, kind = 'agent') =>
  ({ kind: 'event', event: { type, actor: { kind } } }) as TimelineEntry;

describe('the kind of an entry', () => {
  it.each<[string, TimelineEntry, string]>([
    ['a chat message', message('messaging'), 'conversation'],
    ['a mail', message('email'), 'conversation'],
    ['a note', message('note'), 'notes'],
    ['a status', event('ticket.status'), 'events'],
    ['the end of a chat', event('session.ended'), 'events'],
    ['an offer', event('offer.accepted'), 'routing'],
    ['another way of routing', event('ticket.routing_channel'), 'routing'],
    ['what a rule did', event('ticket.status', 'trigger'), 'rules'],
    ['a bounce', event('mail.bounced', 'system'), 'mail'],
    ['a copy of the conversation', event('transcript.mailed', 'customer'), 'mail'],
  ])('%s', (_name, entry, kind) => expect(kindOf(entry)).toBe(kind));
});

describe('what is hidden', () => {
  const all = [message('note'), message('messaging'), event('work.taken')];
  it('is left out, and nothing else', () => {
    expect(visibleEntries(all, ['notes', 'routing'])).toEqual([all[1]]);
    expect(visibleEntries(all, [])).toBe(all);
  });

  it.each([
    [null, []],
    ['routing,notes', ['notes', 'routing']],
    ['nonsense,,mail', ['mail']],
  ])('is read from %j', (kept, kinds) => expect(readHidden(kept)).toEqual(kinds));
});
