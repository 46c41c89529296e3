import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { evalMail, readMailOptions } from './mail.ts';

const folder = mkdtempSync(join(tmpdir(), 'segue-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

const quoted = 'Thanks.\n\nOn 5 May 2026 at 15:04, Ada <ada@example.test> wrote:\n> Hello\n';
const mail = [
  'From: Bo <bo@example.test>',
  'To: desk@example.test, Cy <cy@example.test>',
  'Subject: Re: Order',
  'Date: Tue, 5 May 2026 15:04:00 +0200',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=SEAM',
  '',
  `--SEAM\nContent-Type: text/plain\n\n${quoted}`,
  '--SEAM\nContent-Type: text/csv; name=a.csv\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nMSwy',
  '--SEAM--',
].join('\n');

mkdirSync(path('eml'));
writeFileSync(path('eml/b.eml'), mail);
writeFileSync(path('eml/a.eml'), new Uint8Array([0, 1, 2, 3, 0, 0, 0, 1]));

async function run(options: Parameters<typeof evalMail>[0]) {
  const said: string[] = [];
  await evalMail({ ...options, json: path('out') }, (line) => said.push(line));
  return { said: said.join('\n'), report: JSON.parse(readFileSync(path('out'), 'utf8')) };
}

test('a folder of mails is read by name, and one that cannot be read says so', async () => {
  const { report } = await run({ dir: folder });
  expect(report.items[0]).toMatchObject({
    file: 'eml/a.eml',
    error: expect.stringMatching(/mail/),
  });
  expect(report.items[1]).toEqual({
    file: 'eml/b.eml',
    subject: 'Re: Order',
    from: 'Bo <bo@example.test>',
    to: ['desk@example.test', 'Cy <cy@example.test>'],
    date: '2026-05-05T13:04:00.000Z',
    text: quoted.trimEnd(),
    reply: 'Thanks.',
    attachments: [{ name: 'a.csv', type: 'text/csv', sizeBytes: 3 }],
    error: null,
  });
  expect(report.metrics).toMatchObject({ mails: 2, unreadable: 1, replyAccuracy: null });
});

test('expected replies change what is measured and nothing that is read', async () => {
  const bare = (await run({ dir: path('eml') })).report;
  writeFileSync(
    path('manifest.jsonl'),
    `${JSON.stringify({ file: 'eml/b.eml', expected_reply: ' Thanks. \n' })}\n`,
  );
  const { report, said } = await run({ dir: path('eml') });
  expect(report.items).toEqual(bare.items);
  expect(report.metrics).toMatchObject({ replies: 1, repliesExact: 1, replyAccuracy: 1 });
  expect(said).toMatch(/replyAccuracy +1/);
  expect((await run({ dir: folder })).report.metrics.replies).toBe(1);
});

test('bodies keep the order of their file, in text and in HTML', async () => {
  const lines = [
    { id: 'z', format: 'text', body: quoted, expected_reply: 'Something else' },
    { id: 'a', format: 'html', body: '<p>Thanks.</p><blockquote>Hello</blockquote>' },
  ];
  writeFileSync(path('replies.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const { report } = await run({ replies: path('replies.jsonl') });
  expect(report.items.map(({ id, reply }: { id: string; reply: string }) => [id, reply])).toEqual([
    ['z', 'Thanks.'],
    ['a', 'Thanks.'],
  ]);
  expect(report.metrics).toMatchObject({ replies: 1, repliesExact: 0, replyAccuracy: 0 });
});

test('options are read, and missing ones are named', () => {
  expect(readMailOptions(['--dir', 'a', '--json', 'b'])).toEqual({ dir: 'a', json: 'b' });
  expect(readMailOptions(['--help'])).toBeNull();
  expect(() => readMailOptions([])).toThrow('--dir');
  expect(() => readMailOptions(['--dir', 'a', '--replies', 'b'])).toThrow('--replies');
});
