import { monitorEventLoopDelay } from 'node:perf_hooks';
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

it('keeps the process answering', async () => {
  const read = createMailReading();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const mails = await Promise.all([read(large), read(large), read(large)]);
  delay.disable();
  expect(mails).toHaveLength(3);
  // In place one takes about 300 ms, and three come one after the other.
  expect(delay.max / 1e6).toBeLessThan(250);
});

it('gives up on a mail that takes too long', async () => {
  const read = createMailReading({ inPlaceBytes: 0, timeoutMs: 1 });
  const error: unknown = await read(large).catch((thrown: unknown) => thrown);
  expect(isMailUnreadable(error)).toBe(true);
  const patient = createMailReading({ inPlaceBytes: 0, timeoutMs: 20_000 });
  expect((await patient(mailOf('small'))).subject).toBe('Large');
});
