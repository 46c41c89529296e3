import { randomUUID } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { outboundMailSchema, outboxSchema } from '../../contracts/mail.ts';
import type { Instance } from './instance.ts';
import type { Pace } from './pace.ts';
import type { Person } from './stories/index.ts';

/** A mail of ours that a customer has received. */
export type ReceivedMail = z.infer<typeof receivedSchema>;

/** The outbox does not have to tell the reply address; where it does, customers answer to it. */
const receivedSchema = outboundMailSchema.extend({ replyTo: z.string().nullish() });
const pageSchema = outboxSchema.extend({ items: z.array(receivedSchema) });

export interface CustomerMail {
  readonly from: Person;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  /** Address of a reply; the workspace's own without one. */
  readonly to?: string | null | undefined;
  /** Message-IDs of the thread, oldest first. */
  readonly references: readonly string[];
}

export type PostOffice = ReturnType<typeof createPostOffice>;

/** The customers' side of mail: sends by SMTP, and brings what stands in the outbox to whom it is for. */
export function createPostOffice({ instance, pace }: { instance: Instance; pace: Pace }) {
  const { smtp, support, supervisor } = instance;
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 2,
  });
  const boxes = new Map<string, (mail: ReceivedMail) => void>();
  const seen = new Set<string>();

  /** As mail servers do: while nobody listens, tries again. */
  async function sendSurely(mail: SendMailOptions): Promise<void> {
    for (;;) {
      const error = await transport.sendMail(mail).then(
        () => null,
        (failure: unknown) => failure,
      );
      if (error === null) return;
      if (error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500)
        throw error;
      await pace.waitReal(2_000);
    }
  }

  async function newest(): Promise<ReceivedMail[]> {
    const { items } = await supervisor.get('/api/mail/outbox?limit=100', pageSchema);
    const fresh = items.filter((mail) => !seen.has(mail.id));
    for (const mail of fresh) seen.add(mail.id);
    return fresh.reverse();
  }

  return {
    /** Sends a mail and returns its Message-ID. */
    async send(mail: CustomerMail): Promise<string> {
      const domain = mail.from.email.split('@')[1] ?? 'customer.example';
      const messageId = `<${randomUUID()}@${domain}>`;
      const last = mail.references.at(-1);
      await sendSurely({
        from: { name: mail.from.name, address: mail.from.email },
        to: mail.to ?? support,
        subject: mail.subject,
        text: mail.text,
        ...(mail.html !== undefined && { html: mail.html }),
        messageId,
        ...(last !== undefined && { inReplyTo: last, references: [...mail.references] }),
      });
      return messageId;
    },

    /** Hands every mail to an address to its owner. Returns what stops that. */
    open(address: string, onMail: (mail: ReceivedMail) => void): () => void {
      boxes.set(address, onMail);
      return () => void boxes.delete(address);
    },

    /** Looks at the outbox until the demo ends. What stood there before is nobody's. */
    async deliver(): Promise<void> {
      await newest();
      for (;;) {
        await pace.waitReal(1_500);
        for (const mail of await newest()) boxes.get(mail.to)?.(mail);
      }
    },

    close: () => transport.close(),
  };
}
