import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Log } from '../../platform/log.ts';
import { headerLine } from './addresses.rules.ts';
import type { MailReceiver, Recipient } from './receive.service.ts';
import { createMemoryBudget, readBounded, type Oversize } from './smtp-data.ts';

export interface SmtpOptions {
  readonly receiver: MailReceiver;
  readonly log: Log;
  /** Loopback unless the installation says otherwise: encryption is the work of the relay in front. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The name it greets with. */
  readonly hostName: string;
  readonly limits?: Partial<SmtpLimits>;
}

export interface SmtpLimits {
  readonly mailBytes: number;
  /** Mails of all connections that may be held in memory together. */
  readonly memoryBytes: number;
  readonly connections: number;
  readonly recipients: number;
  readonly idleMs: number;
  /** However busy it looks, a connection ends after this. */
  readonly connectionMs: number;
}

export interface RunningSmtp {
  readonly host: string;
  readonly port: number;
  /** Lets mails in progress finish for a short while. */
  close(): Promise<void>;
}

/** Limits that any honest relay stays far below. */
export const defaultSmtpLimits: SmtpLimits = {
  mailBytes: 25 * 1024 * 1024,
  memoryBytes: 256 * 1024 * 1024,
  connections: 50,
  recipients: 50,
  idleMs: 60_000,
  connectionMs: 15 * 60_000,
};

type Answer = Error & { responseCode: number };

/**
 * Listens for mail to the addresses of all workspaces. It relays nothing, knows no sign-in, answers 250
 * only after the mail is committed, and 451 when the database does not answer, so that the sender tries
 * again.
 */
export async function startSmtp(options: SmtpOptions): Promise<RunningSmtp> {
  const limits = { ...defaultSmtpLimits, ...options.limits };
  const server = createServer(options, limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (error) => options.log.debug({ err: error }, 'smtp connection failed'));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  options.log.info({ host: options.host, port }, 'listening for mail');
  return {
    host: options.host,
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function createServer({ receiver, log, hostName }: SmtpOptions, limits: SmtpLimits): SMTPServer {
  const recipientsOf = new WeakMap<SMTPServerSession, Map<string, Recipient>>();
  const memory = createMemoryBudget(limits.memoryBytes);
  const lifetimes = createLifetimes(limits.connectionMs, (id) => {
    for (const connection of server.connections) if (connection.id === id) connection.close();
  });
  const server = new SMTPServer({
    name: hostName,
    banner: 'Segue',
    size: limits.mailBytes,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    socketTimeout: limits.idleMs,
    closeTimeout: 3_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onConnect(session, done) {
      lifetimes.start(session.id);
      done();
    },
    onClose(session) {
      lifetimes.end(session.id);
    },
    onRcptTo: (address, session, done) => void settle(admit(address.address, session), log, done),
    onData: (stream, session, done) => void settle(keep(stream, session), log, done),
  });
  return server;

  async function admit(recipient: string, session: SMTPServerSession): Promise<Answer | null> {
    const address = recipient.toLowerCase();
    const found = await receiver.find(address);
    if (found === null) return answer(550, 'No such mailbox here');
    const known = recipientsOf.get(session) ?? new Map<string, Recipient>();
    known.set(address, { ...found, address });
    recipientsOf.set(session, known);
    return null;
  }

  async function keep(stream: Readable, session: SMTPServerSession): Promise<Answer | null> {
    const raw = await readBounded(stream, { limit: limits.mailBytes, memory });
    if (!Buffer.isBuffer(raw)) return refusalOf(raw);
    try {
      await receiver.take({
        from: senderOf(session),
        recipients: accepted(session, recipientsOf),
        raw,
      });
      return null;
    } finally {
      memory.release(raw.byteLength);
    }
  }
}

/** Answers once the work is done: its refusal, or 451 when it failed. */
async function settle(
  work: Promise<Answer | null>,
  log: Log,
  done: (error?: Error | null) => void,
): Promise<void> {
  let refusal: Answer | null;
  try {
    refusal = await work;
  } catch (error) {
    log.warn({ err: error }, 'mail not taken in; its sender will try again');
    refusal = answer(451, 'Cannot keep the mail now, try again later');
  }
  done(refusal);
}

/** Ends connections that have lasted too long. */
function createLifetimes(ms: number, end: (id: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    start(id: string) {
      timers.set(id, setTimeout(() => end(id), ms).unref());
    },
    end(id: string) {
      clearTimeout(timers.get(id));
      timers.delete(id);
    },
  };
}

/** The recipients of this mail, in the order they were given: the connection may have carried others before. */
function accepted(
  session: SMTPServerSession,
  recipientsOf: WeakMap<SMTPServerSession, Map<string, Recipient>>,
): Recipient[] {
  const known = recipientsOf.get(session);
  return session.envelope.rcptTo.flatMap(({ address }) => known?.get(address.toLowerCase()) ?? []);
}

function senderOf(session: SMTPServerSession): string {
  const { mailFrom } = session.envelope;
  return mailFrom === false ? '' : headerLine(mailFrom.address, 320).toLowerCase();
}

function refusalOf(reason: Oversize): Answer {
  return reason === 'too_large'
    ? answer(552, 'The mail is too large')
    : answer(451, 'Too many mails at once, try again later');
}

function answer(responseCode: number, message: string): Answer {
  return Object.assign(new Error(message), { responseCode });
}
