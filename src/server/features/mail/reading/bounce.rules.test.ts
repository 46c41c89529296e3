import { describe, expect, it } from 'vitest';
import { readBounce } from './bounce.rules.ts';
import { readMail } from './read-mail.ts';

const report = (status: string, returned: string): string =>
  [
    'From: MAILER-DAEMON@mx.example.test',
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=SEAM',
    '',
    '--SEAM',
    '',
    'Sorry.',
    '--SEAM',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    status,
    '--SEAM',
    returned,
    '--SEAM--',
  ].join('\r\n');

const failed =
  'Final-Recipient: rfc822; Ada@Example.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550\r\n no such user\r\n';
const returnedMail =
  'Content-Type: message/rfc822\r\n\r\nMessage-ID: <our.1@acme.test>\r\nSubject: x\r\n\r\nbody';
const returnedHeaders =
  'Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-ID:\r\n <our.1@acme.test>\r\n';

const read = async (raw: string) => readBounce(await readMail(Buffer.from(raw)));

describe('readBounce', () => {
  it.each([
    ['the mail', returnedMail],
    ['its headers', returnedHeaders],
  ])('reads a report that returns %s', async (_what, returned) => {
    expect(await read(report(failed, returned))).toEqual({
      recipients: [
        {
          address: 'ada@example.test',
          action: 'failed',
          status: '5.1.1',
          diagnostic: 'smtp; 550 no such user',
        },
      ],
      permanent: true,
      originalMessageId: 'our.1@acme.test',
    });
  });

  it('does not take the returned mail for text', async () => {
    expect((await readMail(Buffer.from(report(failed, returnedMail)))).text).toBe('Sorry.');
  });

  it('tells a delay from a failure, and leaves delivered recipients out', async () => {
    const delayed = failed.replace('failed', 'delayed').replace('5.1.1', '4.4.7');
    expect(
      await read(report(`${delayed}\r\n${failed.replace('failed', 'delivered')}`, returnedMail)),
    ).toMatchObject({
      recipients: [{ action: 'delayed', status: '4.4.7' }],
      permanent: false,
    });
  });

  it('reads what an old server writes as text', async () => {
    const raw =
      'From: MAILER-DAEMON@x.test\nX-Failed-Recipients: ada@example.test\nSubject: failure notice\n\n<ada@example.test>:\n550 5.1.1 no such user\n\nMessage-ID: <our.1@acme.test>\n';
    expect(await read(raw)).toEqual({
      recipients: [
        { address: 'ada@example.test', action: 'failed', status: '5.1.1', diagnostic: null },
      ],
      permanent: true,
      originalMessageId: 'our.1@acme.test',
    });
  });

  it('is null for any other mail', async () => {
    expect(await read('Subject: x\n\nHello')).toBeNull();
  });
});
