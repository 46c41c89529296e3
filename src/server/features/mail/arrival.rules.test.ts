import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  errorLine,
  isCut,
  isHandedOn,
  participantsOf,
  senderOf,
  withEnvelope,
} from './arrival.rules.ts';
import { readMail } from './reading/read-mail.ts';

async function mailOf(lines: string) {
  return readMail(Buffer.from(lines.replaceAll('\n', '\r\n')));
}

test('the sender is From, whatever Reply-To says', async () => {
  const mail = await mailOf('From: "Jo  L" <Jo@Customer.test>\nReply-To: eve@x.test\n\nx');
  expect(senderOf(mail)).toEqual({ email: 'jo@customer.test', name: 'Jo L' });
});

test.each(['From: nobody\n\nx', 'Subject: x\n\nx', 'From: <>\n\nx'])(
  '%j has no sender',
  async (lines) => {
    expect(senderOf(await mailOf(lines))).toBeNull();
  },
);

test('the envelope is believed before the headers', async () => {
  const mail = await mailOf(
    'From: a@x.test\nReturn-Path: <a@x.test>\nEnvelope-To: forged@x.test\n\nx',
  );
  const { headers } = withEnvelope(mail, { from: '', to: 'support+tag@x.test' });
  expect(headers['return-path']).toEqual(['<>']);
  expect(headers['envelope-to']).toEqual(['support+tag@x.test', 'forged@x.test']);
});

test('participants are everybody but us and the sender', async () => {
  const mail = await mailOf(
    'From: a@x.test\nTo: Support+tag@us.test, b@x.test\nCc: B@x.test, a@x.test, c@x.test\n\nx',
  );
  expect(participantsOf(mail, ['support@us.test', 'a@x.test'])).toEqual(['b@x.test', 'c@x.test']);
});

describe('a body', () => {
  test('is the reply, with quotes and signature apart', () => {
    expect(bodyOf({ reply: 'Yes', quoted: '> Really?', signature: 'Jo' })).toEqual({
      text: 'Yes',
      quoted: '> Really?\n\nJo',
    });
    expect(bodyOf({ reply: 'Yes', quoted: '', signature: null })).toEqual({
      text: 'Yes',
      quoted: null,
    });
  });

  test('of a bare forward is what was forwarded', () => {
    expect(bodyOf({ reply: ' ', quoted: 'From: somebody', signature: null })).toEqual({
      text: 'From: somebody',
      quoted: null,
    });
  });

  test('of a mail that was handed on has it below the line that hands it on', () => {
    const split = { reply: 'See below', quoted: 'From: somebody\n\nWhere is it?', signature: 'Jo' };
    const text = 'See below\n\nFrom: somebody\n\nWhere is it?';
    expect(bodyOf(split, { handedOn: true })).toEqual({ text, quoted: 'Jo' });
  });

  test.each([
    ['Fwd: Order', 'See below', true],
    ['WG: Bestellung', 'Zur Info', true],
    ['Re: Order', 'See below', false],
    ['Fwd: Order', 'word '.repeat(30), false],
  ])('of %s, “%s”: handed on %s', (subject, reply, handed) => {
    expect(isHandedOn(subject, { reply, quoted: 'From: a', signature: null })).toBe(handed);
  });

  test('is bounded', () => {
    expect(bodyOf({ reply: 'x'.repeat(1_000_000), quoted: '', signature: null }).text).toHaveLength(
      200_000,
    );
  });
});

test('only a mail that lost something is cut', async () => {
  expect(isCut(await mailOf('From: a@x.test\n\nx'))).toBe(false);
  expect(isCut(await mailOf(`From: a@x.test\n\n${'word '.repeat(41_000)}`))).toBe(true);
});

test('an error becomes one line', () => {
  expect(errorLine(new Error('bad\nthing'))).toBe('bad thing');
  expect(errorLine(new Error(''))).toBe('It failed without saying why.');
});
