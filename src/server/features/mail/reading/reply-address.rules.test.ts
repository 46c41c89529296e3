import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeMessageId,
  readMessageId,
  readReplyAddress,
  replyAddress,
} from './reply-address.rules.ts';

const ticketId = '01890a5d-ac96-774b-bcce-b302099a8057';
const secret = 'a secret of this installation';
const mailbox = 'support@acme.test';
const ids = fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }));

describe('replyAddress', () => {
  it('carries the ticket through servers that fold case', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const address = replyAddress({ mailbox: 'a@acme.test', ticketId: id, secret });
        expect(readReplyAddress(address, secret)).toBe(id);
        expect(readReplyAddress(address.toUpperCase(), secret)).toBe(id);
      }),
    );
  });

  it('keeps the local part within 64 characters, else gives the mailbox itself', () => {
    const address = replyAddress({ mailbox: `${'x'.repeat(21)}@acme.test`, ticketId, secret });
    expect(address.indexOf('@')).toBe(64);
    const long = `${'x'.repeat(22)}@acme.test`;
    expect(replyAddress({ mailbox: long, ticketId, secret })).toBe(long);
  });

  it('keeps a tag that the mailbox already has', () => {
    const address = replyAddress({ mailbox: 'support+eu@acme.test', ticketId, secret });
    expect(address).toMatch(/^support\+eu\+[a-z2-7]{42}@acme\.test$/);
    expect(readReplyAddress(address, secret)).toBe(ticketId);
  });

  it('refuses every address with one changed character, another secret or another purpose', () => {
    const address = replyAddress({ mailbox, ticketId, secret });
    const at = address.indexOf('@');
    for (let index = address.indexOf('+') + 1; index < at; index += 1) {
      const other = address.charAt(index) === 'a' ? 'b' : 'a';
      expect(
        readReplyAddress(address.slice(0, index) + other + address.slice(index + 1), secret),
      ).toBeNull();
    }
    expect(readReplyAddress(address, 'other')).toBeNull();
    const messageId = makeMessageId({ ticketId, nonce: '1', domain: 'acme.test', secret });
    expect(readReplyAddress(`support+${messageId.split('.')[1]}`, secret)).toBeNull();
    expect(() => replyAddress({ mailbox, ticketId, secret: '' })).toThrow(RangeError);
  });

  it.each([
    '',
    '@',
    '+',
    '+@x',
    'support@acme.test',
    'support+@acme.test',
    'support+1@acme.test',
    `support+${'a'.repeat(5000)}@x.test`,
  ])('reads nothing from "%s"', (address) => {
    expect(readReplyAddress(address, secret)).toBeNull();
  });

  it('reads nothing from any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readReplyAddress(`support+${text}@acme.test`, secret)).toBeNull();
      }),
    );
  });
});

describe('makeMessageId', () => {
  it('is unique by nonce and names its ticket to whoever has the secret', () => {
    const one = makeMessageId({ ticketId, nonce: '1', domain: 'acme.test', secret });
    const two = makeMessageId({ ticketId, nonce: '2', domain: 'acme.test', secret });
    expect(one).not.toBe(two);
    expect(one).toMatch(/^[a-z2-7]{16}\.[a-z2-7]{42}@acme\.test$/);
    expect(readMessageId(`<${one}>`, secret)).toBe(ticketId);
    expect(readMessageId(one, 'other')).toBeNull();
    expect(readMessageId('20260505.1@example.test', secret)).toBeNull();
  });
});
