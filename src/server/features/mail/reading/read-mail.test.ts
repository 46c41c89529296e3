import { describe, expect, it } from 'vitest';
import { defaultMailLimits, isMailUnreadable } from './mail.types.ts';
import { readMail } from './read-mail.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (text: string, limits = {}) =>
  readMail(bytes(text), { ...defaultMailLimits, ...limits });
const head = 'From: Ada <ada@example.test>\r\nTo: Desk <desk@example.test>\r\n';

function multipart(parts: readonly string[], subtype = 'mixed'): string {
  const body = parts.map((part) => `--SEAM\r\n${part}\r\n`).join('');
  return `${head}MIME-Version: 1.0\r\nContent-Type: multipart/${subtype}; boundary=SEAM\r\n\r\n${body}--SEAM--\r\n`;
}

describe('readMail: fields', () => {
  it('reads an ordinary mail', async () => {
    const mail = await read(
      `${head}Cc: a@example.test, b@example.test\r\nReply-To: other@example.test\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n` +
        'Date: Tue, 5 May 2026 15:04:00 +0200\r\nMessage-ID: <1@example.test>\r\nIn-Reply-To: <0@example.test>\r\n' +
        'References: <r@example.test> <0@example.test>\r\n\r\nHello\r\n',
    );
    expect(mail).toMatchObject({
      from: { name: 'Ada', address: 'ada@example.test' },
      to: [{ name: 'Desk', address: 'desk@example.test' }],
      replyTo: [{ address: 'other@example.test' }],
      subject: 'Grüße',
      date: new Date('2026-05-05T13:04:00Z'),
      messageId: '1@example.test',
      inReplyTo: '0@example.test',
      references: ['r@example.test', '0@example.test'],
      text: 'Hello',
      html: null,
    });
    expect(mail.cc).toHaveLength(2);
    expect(Object.values(mail.truncated)).not.toContain(true);
  });

  it('lets no line break or direction trick through in names, subjects and addresses', async () => {
    const name = Buffer.from('Ada\r\nBcc: x@example.test\u202e').toString('base64');
    const mail = await read(
      `From: =?utf-8?B?${name}?= <a\0da@example.test>\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x?=\r\n\r\nx`,
    );
    expect(mail.from?.name).toBe('Ada Bcc: x@example.test');
    expect(mail.subject).toBe('a Bcc: x');
    expect(JSON.stringify([mail.from, mail.subject])).not.toMatch(/\\[rn]|\\u0000/);
  });

  it('keeps a name without an address, and an address without its comment', async () => {
    expect((await read('From: nobody at all\r\n\r\nx')).from).toEqual({
      name: 'nobody at all',
      address: '',
    });
    expect((await read('From: Pete(his)@example.test\r\n\r\nx')).from?.address).toBe(
      'Pete@example.test',
    );
    expect((await read('Subject: x\r\n\r\nx')).from).toBeNull();
  });

  it('hashes an endless Message-ID to the same id wherever it occurs', async () => {
    const long = `<${'x'.repeat(10_000)}@example.test>`;
    const mail = await read(`${head}Message-ID: ${long}\r\nReferences: ${long}\r\n\r\nx`);
    expect(mail.messageId).toMatch(/^[0-9a-f]{64}@long\.invalid$/);
    expect(mail.references).toEqual([mail.messageId]);
  });

  it('keeps the root and the newest of many references', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `<${index}@example.test>`);
    const mail = await read(`${head}References: ${ids.join('\r\n ')}\r\n\r\nx`);
    expect(mail.references).toHaveLength(50);
    expect([mail.references[0], mail.references.at(-1)]).toEqual([
      '0@example.test',
      '499@example.test',
    ]);
    expect(mail.truncated.references).toBe(true);
  });

  it.each(['Tue, 5 May 9999 00:00:00 +0000', 'yesterday', '', 'Thu, 1 Jan 1970 00:00:00 +0000'])(
    'has no date from "%s"',
    async (date) => {
      expect((await read(`${head}Date: ${date}\r\n\r\nx`)).date).toBeNull();
    },
  );

  it('reads headers of old: spaces and comments where no mail program puts them today', async () => {
    const mail = await read(
      'From  : Ada <ada(home).  example.test@example.test>\r\nSubject   : Hi\r\n' +
        'Date  : 21 Nov 97 09(in the morning):   55  :  06 -0600\r\n\r\nx',
    );
    expect(mail.from).toEqual({ name: 'Ada', address: 'ada.example.test@example.test' });
    expect(mail.subject).toBe('Hi');
    expect(mail.date).toEqual(new Date('1997-11-21T15:55:06Z'));
  });

  it('keeps the headers that classification asks for, and Object.prototype out of it', async () => {
    const mail = await read(
      `${head}Auto-Submitted: auto-replied\r\nReturn-Path: <>\r\n__proto__: x\r\nX-Other: y\r\n\r\nx`,
    );
    expect(mail.headers).toEqual({ 'auto-submitted': ['auto-replied'], 'return-path': ['<>'] });
  });
});

describe('readMail: text', () => {
  const charsets: readonly (readonly [string, string, string])[] = [
    [
      'ISO-2022-JP',
      'Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n\x1b$B$3$s$K$A$O\x1b(B',
      'こんにちは',
    ],
    ['Latin-1', 'Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdfe', 'Grüße'],
    [
      'UTF-8 that claims Latin-1',
      'Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xc3\xbc\xc3\x9fe',
      'Grüße',
    ],
    [
      'a charset that does not exist',
      'Content-Type: text/plain; charset=klingon\r\n\r\nGr\xfc\xdfe',
      'Grüße',
    ],
    ['no charset', 'Subject: x\r\n\r\nGr\xc3\xbc\xc3\x9fe', 'Grüße'],
    [
      'quoted-printable',
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe=\r\n!',
      'Grüße!',
    ],
    ['null bytes', 'Subject: x\r\n\r\na\0b\x07c', 'abc'],
  ];
  it.each(charsets)('%s', async (_title, rest, text) => {
    expect((await read(head + rest)).text).toBe(text);
  });

  it('reads raw Latin-1 and ISO-2022-JP headers', async () => {
    expect((await read(`${head}Subject: Gr\xfc\xdfe\r\n\r\nx`)).subject).toBe('Grüße');
    expect((await read(`${head}Subject: \x1b$B$3$s$K$A$O\x1b(B\r\n\r\nx`)).subject).toBe(
      'こんにちは',
    );
  });

  it('reads a mail without headers as text, and one with a mailbox line', async () => {
    expect((await read('Hello\n\nno headers here')).text).toBe('Hello\n\nno headers here');
    expect((await read('From ada Tue May 5 2026\nSubject: x\n\nHello')).subject).toBe('x');
  });

  it('shows the body when its boundary never comes', async () => {
    const mail = await read(
      `${head}Content-Type: multipart/mixed; boundary=NEVER\r\n\r\n--OTHER\r\n\r\nHello\r\n`,
    );
    expect(mail.text).toContain('Hello');
    expect(mail.truncated.structure).toBe(true);
  });

  it('flattens a structure deeper than the limit and keeps its sender', async () => {
    let part = 'Content-Type: text/plain\r\n\r\ndeepest';
    for (let depth = 0; depth < 300; depth += 1) {
      part = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${part}\r\n--b${depth}--`;
    }
    const mail = await read(head + part);
    expect(mail.from?.address).toBe('ada@example.test');
    expect(mail.text).toContain('deepest');
    expect(mail.truncated.structure).toBe(true);
  });

  it('bounds headers, size and text', async () => {
    const endless = await read(`${head}X: ${'y'.repeat(900_000)}\r\nSubject: s\r\n\r\nHello`);
    expect(endless).toMatchObject({
      from: { address: 'ada@example.test' },
      text: 'Hello',
      truncated: { headers: true },
    });
    const cut = await read(`${head}\r\n${'x'.repeat(5000)}`, {
      maxSizeBytes: 1000,
      maxTextChars: 100,
    });
    expect(cut.text).toHaveLength(100);
    expect(cut.truncated).toMatchObject({ size: true, text: true });
  });
});

describe('readMail: attachments', () => {
  it('takes type from content and makes names safe', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]).toString('base64');
    const file = (type: string, name: string, content: string) =>
      `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
    const mail = await read(
      multipart([
        'Content-Type: text/plain\r\n\r\nsee files',
        file('application/octet-stream', '../../etc/.picture.png', png),
        file('image/png', 'page.png', Buffer.from('<html><script>1</script>').toString('base64')),
        file('application/ms-tnef', 'winmail.dat', Buffer.from('x\x9f>"').toString('base64')),
        file('application/pdf', 'invoice.pdf.exe', Buffer.from('MZ..').toString('base64')),
      ]),
    );
    expect(mail.text).toBe('see files');
    expect(mail.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['picture.png', 'image/png'],
      ['page.png', 'text/html'],
      ['winmail.dat', 'application/ms-tnef'],
      ['invoice.pdf.exe', 'application/x-msdownload'],
    ]);
    expect(mail.attachments[0]).toMatchObject({ sizeBytes: 8, inline: false, contentId: null });
  });

  it('marks a picture that the HTML refers to', async () => {
    const picture =
      'Content-Type: image/gif; name=x.gif\r\nContent-ID: <pic@example.test>\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh';
    const mail = await read(
      multipart(
        ['Content-Type: text/html\r\n\r\n<img src="cid:pic@example.test">', picture],
        'related',
      ),
    );
    expect(mail.html).toContain('cid:pic@example.test');
    expect(mail.attachments).toMatchObject([
      { contentId: 'pic@example.test', inline: true, type: 'image/gif' },
    ]);
  });

  it('keeps an attached mail as a file and shows its text as forwarded', async () => {
    const inner = 'From: Bob <bob@example.test>\r\nSubject: inner\r\n\r\ninner text';
    const mail = await read(
      multipart([
        'Content-Type: text/plain\r\n\r\nsee below',
        `Content-Type: message/rfc822\r\n\r\n${inner}`,
      ]),
    );
    expect(mail.attachments).toMatchObject([{ name: 'attachment-1.eml', type: 'message/rfc822' }]);
    expect(mail.text).toMatch(
      /^see below\s+-+ Forwarded message -+\nFrom: Bob <bob@example.test>[^]*inner text/,
    );
  });

  it('bounds number and size of files', async () => {
    const file = (size: number) => `Content-Type: application/x-thing\r\n\r\n${'x'.repeat(size)}`;
    const mail = await read(multipart([file(10), file(500), file(10), file(10)]), {
      maxAttachments: 2,
      maxAttachmentBytes: 100,
    });
    expect(mail.attachments).toHaveLength(2);
    expect(mail.truncated.attachments).toBe(true);
  });
});

describe('readMail: what is no mail', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', '\r\n\n\r\n'],
    ['binary data', '\x7fELF\x02\x01\x01\0\0\0\0\xff\xfe\0\0'],
  ])('%s', async (_title, raw) => {
    const error: unknown = await read(raw).catch((thrown: unknown) => thrown);
    expect(isMailUnreadable(error)).toBe(true);
  });
});
