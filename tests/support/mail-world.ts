/** A running Segue with a mail server on the other side, and the few things tests of mail do with them. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Message, TimelineEntry } from '../../src/contracts/conversations.ts';
import type { Ticket, TicketEvent, TicketSummary } from '../../src/contracts/tickets.ts';
import type { Api } from './api.ts';
import { startTestApp, type TestApp, type TestAppOptions } from './app.ts';
import { startSmtpPeer, type PeerMail, type SmtpPeer } from './smtp-peer.ts';
import { until } from './wait.ts';

/** Address of the demo workspace. */
export const support = 'support@lowtide.test';

export interface MailWorld {
  readonly app: TestApp;
  readonly peer: SmtpPeer;
  readonly ana: Api;
  /** A supervisor: may see the outbox and the quarantine. */
  readonly clara: Api;
  /** Port of Segue's mail listener. */
  readonly port: number;
  readonly workspaceId: string;
  send(mail: SendMailOptions): Promise<void>;
  tickets(search: string): Promise<TicketSummary[]>;
  /** Waits for the one ticket of a subject. */
  ticket(subject: string): Promise<Ticket>;
  timeline(ticketId: string): Promise<TimelineEntry[]>;
  messages(ticketId: string): Promise<Message[]>;
  events(ticketId: string): Promise<TicketEvent[]>;
  /** An agent answers by mail; gives the mail that reached the customer's server. */
  reply(ticketId: string, text: string, more?: object): Promise<PeerMail>;
  /** Rows of the intake, oldest first. */
  intake(): Promise<
    { id: string; state: string; error: string | null; raw: Buffer | null; envelope_to: string }[]
  >;
  /** Waits until no mail is waiting to be read. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

let clientIds = 0;

/** Starts both sides on the loopback. */
export async function openMailWorld(options: TestAppOptions = {}): Promise<MailWorld> {
  const peer = await startSmtpPeer();
  const app = await startTestApp({
    ...options,
    config: { outgoingSmtp: peer.url, ...options.config },
  });
  const [ana, clara] = [await app.as('ana'), await app.as('clara')];
  const { id: workspaceId } = await app.demo();
  const { body: ways } = await clara.get('/api/mail/intake');
  const port: number = ways.smtp.port;
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 2,
  });

  const world: MailWorld = {
    app,
    peer,
    ana,
    clara,
    port,
    workspaceId,
    async send(mail) {
      await transport.sendMail(mail);
    },
    async tickets(search) {
      const { body } = await ana.get(`/api/tickets?search=${encodeURIComponent(search)}`);
      return body.items;
    },
    async ticket(subject) {
      const found = await until(`the ticket "${subject}"`, async () =>
        (await world.tickets(subject)).find((one) => one.subject === subject),
      );
      return (await ana.get(`/api/tickets/${found.id}`)).body;
    },
    async timeline(ticketId) {
      return (await ana.get(`/api/tickets/${ticketId}/timeline`)).body.entries;
    },
    async messages(ticketId) {
      return (await world.timeline(ticketId)).flatMap((entry) =>
        entry.kind === 'message' ? [entry.message] : [],
      );
    },
    async events(ticketId) {
      return (await world.timeline(ticketId)).flatMap((entry) =>
        entry.kind === 'event' ? [entry.event] : [],
      );
    },
    async reply(ticketId, text, more = {}) {
      const before = peer.received.length;
      clientIds += 1;
      const body = {
        clientId: `client-${clientIds}-${Date.now()}`,
        channel: 'email',
        text,
        ...more,
      };
      const answer = await ana.post(`/api/tickets/${ticketId}/messages`, body);
      if (answer.status !== 200) throw new Error(`Reply refused: ${JSON.stringify(answer.body)}`);
      return until('the reply at the mail server', () =>
        peer.received.slice(before).find((mail) => mail.parsed.text?.includes(text)),
      );
    },
    async intake() {
      return app.database.inWorkspace(workspaceId, (scope) =>
        scope.db
          .selectFrom('mail_intake')
          .select(['id', 'state', 'error', 'raw', 'envelope_to'])
          .orderBy('id')
          .execute(),
      );
    },
    async settled() {
      await until('mail to be read', async () =>
        (await world.intake()).every((row) => row.state !== 'received'),
      );
    },
    async stop() {
      transport.close();
      await app.stop();
      await peer.close();
    },
  };
  return world;
}

/** Headers of an answer to a mail: sent to its reply address unless told otherwise. */
export function answerTo(mail: PeerMail, answer: SendMailOptions): SendMailOptions {
  const id = mail.header('message-id') ?? '';
  return {
    to: mail.parsed.replyTo?.[0]?.address ?? '',
    subject: `Re: ${mail.parsed.subject ?? ''}`,
    inReplyTo: id,
    references: `${mail.header('references') ?? ''} ${id}`.trim(),
    ...answer,
  };
}
