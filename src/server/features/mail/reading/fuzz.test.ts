import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spentMs } from '../../../platform/spent-ms.ts';
import { readBounce } from './bounce.rules.ts';
import { classifyMail } from './classify.rules.ts';
import { isMailUnreadable } from './mail.types.ts';
import { readMail } from './read-mail.ts';
import { visibleReply } from './visible-reply.ts';
import { sanitiseMailHtml } from './sanitise-html.ts';
import { textToHtml } from './text-html.rules.ts';
import { threadKeys } from './threading.rules.ts';

const sample = Buffer.from(
  [
    'From: =?utf-8?B?QWRh?= <ada@example.test>',
    'To: Team: a@example.test, b@example.test;, "Desk" <desk@example.test>',
    'Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?Q?x',
    'References: <1@example.test>',
    ' <2@example.test>',
    'Content-Type: multipart/mixed; boundary="SEAM"',
    '',
    '--SEAM',
    'Content-Type: multipart/alternative; boundary=INNER',
    '',
    '--INNER',
    'Content-Type: text/plain; charset=iso-2022-jp; format=flowed',
    '',
    'On Tue, 5 May 2026 at 15:04, Desk <desk@example.test> wrote:',
    '> Which order?',
    '55',
    '-- ',
    'Ada',
    '--INNER',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<div class=3D"gmail_quote"><blockquote type=3Dcite><p style=3D"color:red">x</p></blockquote></div>',
    '--INNER--',
    '--SEAM',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; a@example.test',
    'Action: failed',
    '',
    '--SEAM',
    'Content-Type: message/rfc822',
    'Content-Transfer-Encoding: base64',
    '',
    'RnJvbTogYUBleGFtcGxlLnRlc3QKCmhlbGxv',
    '--SEAM--',
    '',
  ].join('\r\n'),
);

// Long runs of one piece are what makes a careless pattern backtrack for minutes.
const pieces = [
  ' ',
  '\t',
  '\n',
  'a',
  'a\n',
  '>',
  '> a\n',
  '<',
  '"',
  '(',
  '-',
  '--\n',
  '_',
  '*',
  '@',
  'a@b ',
  '<a@b>',
  'From: a\n',
  'On 1:\n',
  'wrote ',
  'a:\n',
  '=?',
  '=?utf-8?Q?=',
  ';',
  'http://',
  '<a href="',
  '<blockquote>',
  '<!--',
  '&#',
  '\u00a0',
  '。',
  '\0',
  '1:1 ',
  '<ul><li>',
  'ü',
];
const chars = 1_000_000;
// The slowest takes 0.8 s on an idle core; the machine may be busy.
const longestMs = 5000;

async function readAll(raw: Uint8Array): Promise<boolean> {
  const mail = await readMail(raw).catch((error: unknown) => {
    if (isMailUnreadable(error)) return null;
    throw error;
  });
  if (mail === null) return true;
  visibleReply(mail);
  visibleReply({ text: null, html: mail.html });
  sanitiseMailHtml(mail.html ?? '');
  textToHtml(mail.text ?? '');
  readBounce(mail);
  classifyMail(mail.headers, {
    from: mail.from,
    subject: mail.subject,
    isReply: mail.references.length > 0,
  });
  threadKeys(mail, 'secret');
  expect(
    JSON.stringify({ ...mail, attachments: mail.attachments.map(({ name }) => name) }),
  ).not.toContain('\\u0000');
  for (const { name } of mail.attachments) expect(name).not.toMatch(/^\.|[/\\\r\n]/);
  expect(`${mail.subject}${mail.from?.name}${mail.from?.address}`).not.toMatch(/[\r\n]/);
  return true;
}

describe('hostile input never throws anything but the tagged error', () => {
  it('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), readAll), {
      numRuns: 300,
    });
  });

  it('a valid mail with random edits', async () => {
    const edit = fc.record({
      at: fc.nat({ max: sample.length }),
      length: fc.nat({ max: 60 }),
      piece: fc.oneof(
        fc.constantFrom(...pieces, '\r\n\r\n', '--SEAM\r\n', '--INNER--'),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        let raw = sample;
        for (const { at, length, piece } of edits) {
          raw = Buffer.concat([raw.subarray(0, at), Buffer.from(piece), raw.subarray(at + length)]);
        }
        expect(await readAll(raw)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a valid mail cut anywhere', async () => {
    for (let end = 0; end < sample.length; end += 7) {
      expect(await readAll(sample.subarray(0, end))).toBe(true);
    }
  });

  it('random text as a reply and as HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { reply } = visibleReply({ text, html: null });
        expect(text.replaceAll('\r', '')).toContain(reply.split('\n')[0] ?? '');
        expect(sanitiseMailHtml(text).html).not.toMatch(/<script|onerror=|javascript:[^<]*"/i);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile length takes bounded time', () => {
  it.each(pieces)('a megabyte of %j as text', (piece) => {
    const text = piece.repeat(chars / piece.length);
    expect(spentMs(() => visibleReply({ text, html: null }))).toBeLessThan(longestMs);
    expect(spentMs(() => textToHtml(text))).toBeLessThan(longestMs);
  });

  it.each(pieces)('300 kB of %j as HTML', (piece) => {
    const html = piece.repeat(300_000 / piece.length);
    expect(spentMs(() => visibleReply({ text: null, html }))).toBeLessThan(longestMs);
    expect(spentMs(() => sanitiseMailHtml(html))).toBeLessThan(longestMs);
  });

  it.each(pieces)('60 kB of %j in headers and body', async (piece) => {
    const run = piece.repeat(60_000 / piece.length);
    for (const raw of [
      `From: ${run}\n\nx`,
      `Subject: ${run}\nReferences: ${run}\n\nx`,
      `Subject: x\n\n${run}`,
    ]) {
      const started = performance.now();
      await readAll(Buffer.from(raw));
      expect(performance.now() - started).toBeLessThan(longestMs);
    }
  });
});
