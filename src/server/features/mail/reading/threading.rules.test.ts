import { describe, expect, it } from 'vitest';
import type { MailAddress, ReadMail } from './mail.types.ts';
import { makeMessageId, replyAddress } from './reply-address.rules.ts';
import { threadKeys, threadOf, type ThreadLookups } from './threading.rules.ts';

const secret = 'a secret of this installation';
const one = '01890a5d-ac96-774b-bcce-b302099a8057';
const two = '01890a5d-ac96-774b-bcce-b302099a8058';
const gone = '01890a5d-ac96-774b-bcce-b302099a8059';
const mailbox = 'support@acme.test';
const addressOf = (ticketId: string): MailAddress => ({
  name: '',
  address: replyAddress({ mailbox, ticketId, secret }),
});
const desk: MailAddress = { name: 'Desk', address: mailbox };
const messageOf = (ticketId: string): string =>
  makeMessageId({ ticketId, nonce: '1', domain: 'acme.test', secret });

const lookups: ThreadLookups = {
  secret,
  tickets: new Map(
    [one, two].map((id) => [
      id,
      {
        id,
        customerAddresses: [id === one ? 'ada@example.test' : 'bob@example.test'],
        participantAddresses: ['cc@example.test', 'agent@acme.test'],
      },
    ]),
  ),
  ticketIdByMessageId: new Map([
    ['first@example.test', one],
    ['second@example.test', two],
  ]),
  agentAddresses: new Set(['agent@acme.test']),
};

type Mail = Pick<ReadMail, 'from' | 'to' | 'cc' | 'headers' | 'inReplyTo' | 'references'>;
const mail = (from: string, change: Partial<Mail> = {}): Mail => ({
  from: { name: 'Somebody', address: from },
  to: [desk],
  cc: [],
  headers: {},
  inReplyTo: null,
  references: [],
  ...change,
});
const first = { inReplyTo: 'first@example.test', references: ['first@example.test'] };

describe('threadOf joins', () => {
  it.each([
    [
      'by reply address',
      mail('ADA@example.test', { to: [addressOf(one)] }),
      'reply_address',
      'customer',
    ],
    [
      'by reply address in Cc',
      mail('ada@example.test', { cc: [addressOf(one)] }),
      'reply_address',
      'customer',
    ],
    [
      'by the envelope',
      mail('ada@example.test', { headers: { 'delivered-to': [addressOf(one).address] } }),
      'reply_address',
      'customer',
    ],
    ['by reference', mail('ada@example.test', first), 'references', 'customer'],
    [
      'by our own Message-ID that was never stored',
      mail('ada@example.test', { references: [messageOf(one)] }),
      'references',
      'customer',
    ],
    ['a participant', mail('cc@example.test', first), 'references', 'participant'],
    [
      'by address before reference',
      mail('ada@example.test', { to: [addressOf(one)], references: ['second@example.test'] }),
      'reply_address',
      'customer',
    ],
    [
      "the sender's own ticket when the address is another's",
      mail('ada@example.test', { to: [addressOf(two)], ...first }),
      'references',
      'customer',
    ],
    [
      'by the other reference when the newest is unknown',
      mail('ada@example.test', { references: ['first@example.test', 'x@example.test'] }),
      'references',
      'customer',
    ],
  ] as const)('%s', (_title, given, by, role) => {
    expect(threadOf(given, lookups)).toMatchObject({ kind: 'existing', ticketId: one, by, role });
  });

  it('prefers the newest reference', () => {
    const given = mail('cc@example.test', {
      references: ['first@example.test', 'second@example.test'],
    });
    expect(threadOf(given, lookups)).toMatchObject({ ticketId: two });
  });
});

describe('threadOf starts a new ticket', () => {
  it.each([
    ['without sender', { ...mail(''), from: null }, 'no_sender', null],
    ['without reference', mail('ada@example.test'), 'no_reference', null],
    [
      'for a guessed plus address',
      mail('ada@example.test', { to: [{ name: '', address: 'support+1001@acme.test' }] }),
      'no_reference',
      null,
    ],
    [
      'for a ticket that is gone',
      mail('ada@example.test', { to: [addressOf(gone)] }),
      'unknown_ticket',
      null,
    ],
    [
      'for a stranger with a valid address',
      mail('eve@example.test', { to: [addressOf(one)] }),
      'stranger',
      one,
    ],
    ['for a stranger with valid references', mail('eve@example.test', first), 'stranger', one],
    ["for another ticket's customer", mail('bob@example.test', first), 'stranger', one],
    [
      "for an agent's address in From with a real notification id",
      mail('agent@acme.test', { references: [messageOf(one)] }),
      'agent_address',
      one,
    ],
    [
      "for an agent's address with a valid reply address",
      mail('Agent@ACME.test', { to: [addressOf(one)] }),
      'agent_address',
      one,
    ],
  ] as const)('%s', (_title, given, cause, related) => {
    const decision = threadOf(given, lookups);
    expect(decision).toMatchObject({ kind: 'new', cause, related });
    expect(decision.reason).toMatch(/\.$/);
  });
});

it('lists what to load, without doubles', () => {
  const given = mail('ada@example.test', {
    to: [addressOf(one), addressOf(one)],
    ...first,
    references: ['first@example.test', messageOf(two)],
  });
  expect(threadKeys(given, secret)).toEqual({
    ticketIds: [one, two],
    messageIds: ['first@example.test', messageOf(two)],
  });
});
