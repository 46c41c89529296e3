import { createTransport } from 'nodemailer';

/** A mail ready to leave; addresses and header values have been checked. */
export interface MailToSend {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly from: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

/** Hands mails to a mail server. `send` rejects with what the server said. */
export interface MailTransport {
  send(mail: MailToSend): Promise<void>;
  close(): void;
}

/**
 * Connects to the mail server of a URL such as `smtp://user:password@host:587`. Connections are kept and
 * shared; nothing is fetched from files or addresses, whatever stands in a mail.
 */
export function createMailTransport(url: string): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ replyTo, html, attachments, headers, messageId, envelope, ...mail }) {
      await transport.sendMail({
        ...mail,
        envelope: { from: envelope.from, to: [envelope.to] },
        to: envelope.to,
        messageId: `<${messageId}>`,
        headers: { ...headers },
        attachments: attachments.map((file) => ({ ...file })),
        ...(replyTo !== null && { replyTo }),
        ...(html !== null && { html }),
      });
    },
    close: () => transport.close(),
  };
}
