import { describe, expect, it } from 'vitest';
import type { Message, TimelineEntry } from '../../../../contracts/conversations.ts';
import { firstUnseenId, lastSeq, timelineRows } from './timeline.rules.ts';

const dayOf = (at: string) => at.slice(0, 10);

function message(id: string, at: string, change: Partial<Message> = {}): TimelineEntry {
  const whole: Message = {
    id,
    conversationId: 'c',
    seq: 1,
    clientId: null,
    channel: 'messaging',
    author: { kind: 'customer', id: 'u1', name: 'Ada' },
    text: 'Hello',
    html: null,
    quoted: null,
    remoteImages: 0,
    attachments: [],
    mail: null,
    seen: true,
    at,
    ...change,
  };
  return { kind: 'message', at, message: whole };
}

function event(id: string, at: string): TimelineEntry {
  const actor = { kind: 'system' as const, id: null, name: '' };
  return {
    kind: 'event',
    at,
    event: { id, type: 'work.queued', at, actor, sentence: 'queued it', data: {} },
  };
}

const rowsOf = (entries: TimelineEntry[], unreadId: string | null = null) =>
  timelineRows({ entries, outgoing: [], unreadId, dayOf });

describe('timelineRows', () => {
  it('begins each day with its line', () => {
    const rows = rowsOf([
      message('a', '2026-05-01T10:00:00Z'),
      message('b', '2026-05-02T10:00:00Z'),
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message']);
  });

  it('puts messages of one voice within five minutes together', () => {
    const rows = rowsOf([
      message('a', '2026-05-01T10:00:00Z'),
      message('b', '2026-05-01T10:04:00Z'),
      message('c', '2026-05-01T10:10:00Z'),
    ]);
    const marks = rows.flatMap((row) =>
      row.kind === 'message' ? [[row.key, row.first, row.last]] : [],
    );
    expect(marks).toEqual([
      ['a', true, false],
      ['b', false, true],
      ['c', true, true],
    ]);
  });

  it('keeps a run of events in one row and breaks groups by it', () => {
    const rows = rowsOf([
      message('a', '2026-05-01T10:00:00Z'),
      event('e1', '2026-05-01T10:00:10Z'),
      event('e2', '2026-05-01T10:00:20Z'),
      message('b', '2026-05-01T10:00:30Z'),
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'events', 'message']);
    expect(rows[2]).toMatchObject({ events: [{ id: 'e1' }, { id: 'e2' }] });
    expect(rows[3]).toMatchObject({ first: true });
  });

  it('draws the unread line above the first unread message', () => {
    const rows = rowsOf(
      [message('a', '2026-05-01T10:00:00Z'), message('b', '2026-05-01T10:01:00Z')],
      'b',
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'unread', 'message']);
  });

  it('shows what is being sent until the server has it', () => {
    const sending = {
      clientId: 'client-1',
      channel: 'messaging' as const,
      text: 'Hi',
      html: null,
      attachments: [],
      status: null,
      acts: { actions: [], macroIds: [] },
      state: 'sending' as const,
      problem: null,
      at: '2026-05-01T10:00:00Z',
    };
    const input = { outgoing: [sending], unreadId: null, dayOf };
    expect(timelineRows({ ...input, entries: [] }).map(({ kind }) => kind)).toEqual(['outgoing']);
    const arrived = [message('a', '2026-05-01T10:00:00Z', { clientId: 'client-1' })];
    expect(timelineRows({ ...input, entries: arrived }).map(({ kind }) => kind)).toEqual([
      'day',
      'message',
    ]);
  });
});

describe('seen marks', () => {
  it('finds the first unseen message of the customer', () => {
    const mine = message('m', '2026-05-01T09:00:00Z', {
      seen: false,
      author: { kind: 'agent', id: 'x', name: 'Mira' },
    });
    expect(firstUnseenId([mine, message('a', '2026-05-01T10:00:00Z', { seen: false })])).toBe('a');
    expect(firstUnseenId([mine])).toBeNull();
    expect(firstUnseenId([message('a', '2026-05-01T10:00:00Z', { seen: false })])).toBeNull();
  });

  it('knows the place of the last message', () => {
    expect(
      lastSeq([
        message('a', '2026-05-01T10:00:00Z', { seq: 7 }),
        event('e', '2026-05-01T11:00:00Z'),
      ]),
    ).toBe(7);
    expect(lastSeq([])).toBe(0);
  });
});
