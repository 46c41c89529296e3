import { createHash } from 'node:crypto';
import type { Scope } from '../../platform/db/database.ts';
import { senderOf } from './arrival.rules.ts';
import type { BounceService } from './bounces.service.ts';
import { hasMemberAddress } from './members.store.ts';
import { originOf } from './origin.ts';
import type { PostService } from './post.service.ts';
import { classifyMail, readMessageId, type MailClass, type ReadMail } from './reading/index.ts';
import { isStored, lockSender } from './threading.store.ts';
import { createThreadFinder, type ThreadFinder } from './threads.service.ts';

/** A mail on its way into a conversation. */
export interface Arrived {
  readonly intakeId: string;
  readonly raw: Buffer;
  readonly mail: ReadMail;
}

/** A mail whose sender and kind are known. */
export interface SortedMail extends Arrived {
  readonly sender: { readonly email: string; readonly name: string | null };
  /** Whether From is the address of a member of the workspace, which proves nothing. */
  readonly fromMember: boolean;
  readonly messageId: string;
  readonly class: MailClass;
}

/** What became of a mail. */
export type Outcome =
  | { readonly state: 'processed'; readonly messageId: string | null }
  | { readonly state: 'ignored'; readonly reason: string }
  | { readonly state: 'quarantined'; readonly reason: string };

export interface DeliveryDeps {
  readonly findWorkspace: (scope: Scope) => Promise<{ identity_secret: string }>;
  readonly bounces: BounceService;
  readonly post: PostService;
}

export type MailDelivery = ReturnType<typeof createMailDelivery>;

/** Decides what a mail is and hands it to whoever deals with that kind. */
export function createMailDelivery({ findWorkspace, bounces, post }: DeliveryDeps) {
  const threads: ThreadFinder = createThreadFinder();

  return {
    /** Stores a mail where it belongs, once, and tells what became of it. */
    async deliver(scope: Scope, arrived: Arrived): Promise<Outcome> {
      const { mail } = arrived;
      const { identity_secret: secret } = await findWorkspace(scope);
      const found = classify(mail, secret);
      if (found.kind === 'own') return { state: 'ignored', reason: found.reason };
      if (found.kind === 'bounce') return bounces.receive(scope, mail);
      const sender = senderOf(mail);
      if (sender === null)
        return { state: 'quarantined', reason: 'The mail names no sender that could be answered.' };
      await lockSender(scope, sender.email);
      const messageId = mail.messageId ?? substituteId(arrived.raw);
      const [stored, fromMember] = await Promise.all([
        isStored(scope, { messageId, sender: sender.email }),
        hasMemberAddress(scope, sender.email),
      ]);
      if (stored) return { state: 'ignored', reason: 'This mail has arrived before.' };
      const sorted: SortedMail = { ...arrived, sender, fromMember, messageId, class: found };
      return post.deliver(scope, sorted, await threads.find(scope, sorted, secret));
    },
  };
}

function classify(mail: ReadMail, secret: string): MailClass {
  if (mail.messageId !== null && readMessageId(mail.messageId, secret) !== null) {
    return { kind: 'own', reason: 'This is one of our own mails; it came back.' };
  }
  return classifyMail(mail.headers, {
    from: mail.from,
    subject: mail.subject,
    isReply: mail.inReplyTo !== null || mail.references.length > 0,
    ownOrigin: originOf(secret),
  });
}

/** Stands for a missing Message-ID: the same for the same bytes, so that a repeated mail is recognised. */
function substituteId(raw: Buffer): string {
  return `${createHash('sha256').update(raw).digest('hex')}@missing.invalid`;
}
