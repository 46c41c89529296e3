import { expect, it } from 'vitest';
import { isMailUnreadable } from './mail.types.ts';
import { createMailReading } from './read-apart.ts';
import { readMail } from './read-mail.ts';

function mailOf(body: string, type = 'text/plain'): Buffer {
  return Buffer.from(
    `From: Kim <kim@example.test>\r\nTo: help@example.test\r\nSubject: Large\r\n` +
      `Date: Mon, 2 Mar 2026 10:00:00 +0000\r\nContent-Type: ${type}\r\n\r\n${body}`,
  );
}

const large = mailOf('Where is order 4711? It is late.\r\n'.repeat(60_000));

it('reads the same apart as in place', async () => {
  const read = createMailReading({ inPlaceBytes: 0, timeoutMs: 20_000 });
  const file = Buffer.from('some bytes').toString('base64');
  const parts = `--b\r\n\r\nHello\r\n--b\r\nContent-Disposition: attachment; filename="a.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n--b--`;
  for (const raw of [large, mailOf(parts, 'multipart/mixed; boundary=b')])
    expect(await read(raw)).toEqual(await readMail(raw));
});

it('leaves the work to another thread', async () => {
  const apart = await ownWorkOf(createMailReading());
  const inPlace = await ownWorkOf(readMail);
  expect(apart).toBeLessThan(inPlace / 3);
});

/** What reading some large mails costs this thread: its own processor time, whoever else is busy. */
async function ownWorkOf(read: (raw: Buffer) => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await Promise.all([read(large), read(large), read(large)]);
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

it('gives up on a mail that takes too long', async () => {
  const read = createMailReading({ inPlaceBytes: 0, timeoutMs: 1 });
  const error: unknown = await read(large).catch((thrown: unknown) => thrown);
  expect(isMailUnreadable(error)).toBe(true);
  const patient = createMailReading({ inPlaceBytes: 0, timeoutMs: 20_000 });
  expect((await patient(mailOf('small'))).subject).toBe('Large');
});
