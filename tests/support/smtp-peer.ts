/** A mail server for tests: speaks SMTP, keeps what it got, and refuses what a test tells it to. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the peer got it. */
export interface PeerMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly parsed: Email;
  /** First value of a header, by lower-case name. */
  header(name: string): string | null;
}

/** An answer other than 250. */
export interface Refusal {
  readonly code: number;
  readonly words: string;
}

export interface SmtpPeer {
  readonly url: string;
  readonly port: number;
  readonly received: PeerMail[];
  /** Asked for each recipient. */
  refuseRecipient: (address: string) => Refusal | null;
  /** So many of the next mails are kept, and then the line is cut before the answer. */
  cutAfterData: number;
  close(): Promise<void>;
}

/** Starts on a free port of the loopback. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo(address, _session, done) {
      const refusal = peer.refuseRecipient(address.address);
      done(
        refusal === null
          ? null
          : Object.assign(new Error(refusal.words), { responseCode: refusal.code }),
      );
    },
    onData(stream, session, done) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
        const raw = Buffer.concat(chunks).toString('latin1');
        const parsed = await PostalMime.parse(Buffer.concat(chunks));
        const { mailFrom, rcptTo } = session.envelope;
        peer.received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          raw,
          parsed,
          header: (name) => parsed.headers.find((header) => header.key === name)?.value ?? null,
        });
        if (peer.cutAfterData > 0) {
          peer.cutAfterData -= 1;
          for (const connection of server.connections) connection.close();
          return;
        }
        done();
      })().catch(() => {
        // A killed client is gone in the middle of a mail: it was never taken.
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const peer: SmtpPeer = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received: [],
    refuseRecipient: () => null,
    cutAfterData: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return peer;
}
