import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { domainOf, headerLine, isPlainAddress, mailboxHeader } from './addresses.rules.ts';
import { originOf } from './origin.ts';
import {
  countAutomatic,
  findMailboxFor,
  findTicketToAnswer,
  insertOutbound,
} from './outbound.store.ts';
import { marksOf } from './outgoing.rules.ts';
import { makeMessageId } from './reading/index.ts';

/** A mail of a rule to somebody who is not the customer: a colleague or a partner. */
export interface AlertToQueue {
  readonly ticketId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface AlertDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string; identity_secret: string }>;
  readonly serverConfigured: boolean;
}

export type AlertService = ReturnType<typeof createAlertService>;

/** Automatic mails that one address may get in an hour: more is a rule gone wrong. */
const alertBudget = { mails: 100, perMs: 3_600_000 } as const;

/** Mail of rules to colleagues and partners. */
export function createAlertService({ clock, ids, findWorkspace, serverConfigured }: AlertDeps) {
  return {
    /**
     * Queues it in the caller's transaction, marked so that no machine answers it. It has no address of
     * the ticket to answer to: who is told of a ticket does not thereby join it. Throws
     * `request_invalid` without an address to write from or to, and `rate_limited` beyond the budget.
     */
    async queueAlert(scope: Scope, alert: AlertToQueue): Promise<void> {
      const ticket = await findTicketToAnswer(scope, alert.ticketId);
      const mailbox = await findMailboxFor(scope, ticket?.conversation_id ?? alert.ticketId);
      if (!mailbox)
        throw new AppError('request_invalid', 'There is no mail address to write from.');
      if (!isPlainAddress(alert.to))
        throw new AppError('request_invalid', 'It is no mail address.');
      const since = new Date(clock.now().getTime() - alertBudget.perMs);
      if ((await countAutomatic(scope, { to: alert.to, since })) >= alertBudget.mails) {
        throw new AppError('rate_limited', 'This address has had too many automatic mails.');
      }
      const { name, identity_secret: secret } = await findWorkspace(scope);
      const id = ids.next();
      await insertOutbound(scope, {
        id,
        ticketId: alert.ticketId,
        messageId: null,
        from: mailboxHeader(headerLine(name, 100), mailbox.address),
        replyTo: mailbox.address,
        to: alert.to,
        subject: headerLine(alert.subject, 200),
        text: alert.text,
        html: null,
        headers: {
          ...marksOf({ origin: originOf(secret), automatic: true }),
          'Auto-Submitted': 'auto-generated',
        },
        mailMessageId: makeMessageId({
          ticketId: id,
          nonce: id,
          domain: domainOf(mailbox.address),
          secret,
        }),
        at: clock.now(),
        state: serverConfigured ? 'queued' : 'not_configured',
        error: null,
      });
      if (serverConfigured) scope.record({ type: 'mail.queued', mailId: id });
      scope.record({ type: 'mail.changed', mailId: id });
    },
  };
}
