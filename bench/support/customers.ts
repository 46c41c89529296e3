/**
 * Customers and their mail server beside a benchmark, in a process of their own: mails are sent at a steady
 * rate, or one after the other over a few connections, and for each it is kept when it was accepted and when
 * the answer to it was handed over. Says its mail server's port first, then a `Sent` for each order.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** What is to be sent: `perSecond` null means as fast as it is accepted. */
export interface SendOrder {
  readonly port: number;
  readonly to: string;
  readonly perSecond: number | null;
  readonly seconds: number;
  readonly mails: readonly {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

/** Instants in milliseconds since 1970, by the customer's address. */
export interface Sent {
  readonly accepted: Readonly<Record<string, number>>;
}

const connections = 8;
const handed = new Map<string, number>();
const now = () => performance.timeOrigin + performance.now();

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, { envelope }, done) {
    stream.on('end', () => {
      for (const { address } of envelope.rcptTo)
        if (!handed.has(address)) handed.set(address, now());
      done();
    });
    stream.resume();
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.send?.((server.server.address() as AddressInfo).port);

process.on('message', (order: SendOrder | 'handed') => {
  if (order === 'handed') process.send?.(Object.fromEntries(handed));
  else void send(order).then((sent) => process.send?.(sent));
});
process.on('disconnect', () => process.exit(0));

async function send({ port, to, perSecond, seconds, mails }: SendOrder): Promise<Sent> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: 1e9,
  });
  const accepted: Record<string, number> = {};
  const queue = [...mails];
  const begun = performance.now();
  const isOver = () => queue.length === 0 || performance.now() - begun > seconds * 1_000;
  const sendNext = async () => {
    const mail = queue.shift();
    if (mail === undefined) return;
    await transport.sendMail({ ...mail, to });
    accepted[mail.from] = now();
  };
  const underWay: Promise<void>[] = [];
  if (perSecond === null) {
    const line = async () => {
      while (!isOver()) await sendNext();
    };
    underWay.push(...Array.from({ length: connections }, line));
  } else {
    for (let sent = 0; !isOver(); sent += 1) {
      underWay.push(sendNext());
      await sleep(Math.max(0, begun + ((sent + 1) * 1_000) / perSecond - performance.now()));
    }
  }
  await Promise.all(underWay);
  transport.close();
  return { accepted };
}
