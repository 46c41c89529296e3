import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { domainOf, headerLine, isPlainAddress, mailboxHeader } from './addresses.rules.ts';
import { originOf } from './origin.ts';
import { countAutomatic, findMailboxFor, insertOutbound } from './outbound.store.ts';
import { marksOf } from './outgoing.rules.ts';
import { makeMessageId } from './reading/index.ts';

/** An automatic mail that belongs to no thread: answers to it open a ticket of their own. */
export interface Letter {
  /** The ticket it tells of; null when it tells of none. */
  readonly ticketId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Written by us, with everything that is not ours escaped. */
  readonly html?: string;
  /** Automatic mails this address may get in an hour; more is a rule gone wrong or somebody's joke. */
  readonly mostInAnHour: number;
}

export interface LetterDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string; identity_secret: string }>;
  readonly serverConfigured: boolean;
}

/** Mail outside of conversations: to colleagues, and links that customers asked for. */
export function createLetterService({ clock, ids, findWorkspace, serverConfigured }: LetterDeps) {
  return {
    /**
     * Queues it in the caller's transaction, marked so that no machine answers it. Throws
     * `request_invalid` without an address to write from or to, and `rate_limited` beyond the budget.
     */
    async queueLetter(scope: Scope, letter: Letter): Promise<void> {
      const id = ids.next();
      const mailbox = await findMailboxFor(scope, letter.ticketId ?? id);
      if (!mailbox)
        throw new AppError('request_invalid', 'There is no mail address to write from.');
      if (!isPlainAddress(letter.to))
        throw new AppError('request_invalid', 'It is no mail address.');
      const since = new Date(clock.now().getTime() - 3_600_000);
      if ((await countAutomatic(scope, { to: letter.to, since })) >= letter.mostInAnHour) {
        throw new AppError('rate_limited', 'This address has had too many automatic mails.');
      }
      const { name, identity_secret: secret } = await findWorkspace(scope);
      const domain = domainOf(mailbox.address);
      await insertOutbound(scope, {
        id,
        ticketId: letter.ticketId,
        messageId: null,
        from: mailboxHeader(headerLine(name, 100), mailbox.address),
        replyTo: mailbox.address,
        to: letter.to,
        subject: headerLine(letter.subject, 200),
        text: letter.text,
        html: letter.html ?? null,
        headers: {
          ...marksOf({ origin: originOf(secret), automatic: true }),
          'Auto-Submitted': 'auto-generated',
        },
        mailMessageId: makeMessageId({ ticketId: id, nonce: id, domain, secret }),
        at: clock.now(),
        state: serverConfigured ? 'queued' : 'not_configured',
        error: null,
      });
      if (serverConfigured) scope.record({ type: 'mail.queued', mailId: id });
      scope.record({ type: 'mail.changed', mailId: id });
    },
  };
}
