import { systemActor } from '../../../contracts/common.ts';
import type { JobPayload } from '../../../contracts/jobs.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Log } from '../../platform/log.ts';
import { findAttachment, listAttachments } from '../conversations/index.ts';
import { createHistorian } from '../history/index.ts';
import { recordMailChange } from './mail.events.ts';
import {
  lockOutbound,
  updateOutbound,
  type OutboundChanges,
  type OutboundRow,
} from './outbound.store.ts';
import { mailPage } from './outgoing.rules.ts';
import { failureOf } from './send.rules.ts';
import type { MailToSend, MailTransport } from './transport.ts';

export interface SendDeps extends Core {
  readonly log: Log;
  /** Null while no mail server is set. */
  readonly transport: MailTransport | null;
}

/** Hands queued mails to the mail server and writes down what it said. */
export function createSendService(deps: SendDeps) {
  const { database, clock, log, transport } = deps;
  const tell = createHistorian(deps);

  return {
    /**
     * The job `mail.send`. Does nothing for a mail that is not queued. A crash after the server took the
     * mail and before that is written sends it again, under the same Message-ID.
     */
    async send(
      { workspaceId, mailId }: JobPayload<'mail.send'>,
      info: { lastAttempt: boolean },
    ): Promise<void> {
      const mail = await database.inWorkspace(workspaceId, (scope) =>
        begin(scope, mailId, info.lastAttempt),
      );
      if (mail === null || transport === null) return;
      try {
        await transport.send(mail);
      } catch (error) {
        return fail({ workspaceId, mailId, error, last: info.lastAttempt });
      }
      const sent = { state: 'sent', error: null, sent_at: clock.now() } as const;
      await database.inWorkspace(workspaceId, (scope) => change(scope, mailId, sent));
    },
  };

  /**
   * Counts the attempt and loads the mail. The last attempt is written down as failed before it is made:
   * should the process end in it, the mail stands in the outbox and can be sent again by hand.
   */
  async function begin(
    scope: Scope,
    mailId: string,
    lastAttempt: boolean,
  ): Promise<MailToSend | null> {
    const row = await lockOutbound(scope, mailId);
    if (row?.state !== 'queued') return null;
    if (transport === null) {
      await change(scope, mailId, { state: 'not_configured' });
      return null;
    }
    const interrupted = {
      state: 'failed',
      error: 'Segue ended while it sent this mail; it may have arrived.',
    } as const;
    await updateOutbound(scope, mailId, {
      attempts: row.attempts + 1,
      ...(lastAttempt && interrupted),
    });
    return mailOf(row, await filesOf(scope, row.message_id));
  }

  async function fail(of: {
    workspaceId: string;
    mailId: string;
    error: unknown;
    last: boolean;
  }): Promise<void> {
    const { permanent, words } = failureOf(of.error);
    const final = permanent || of.last;
    log.warn({ mailId: of.mailId, final, words }, 'mail not sent');
    const result: OutboundChanges = final ? { state: 'failed', error: words } : { error: words };
    await database.inWorkspace(of.workspaceId, async (scope) => {
      const row = await change(scope, of.mailId, result);
      if (!final || !row || row.ticket_id === null) return;
      const data = { to: row.mail_to, reason: words };
      const happening = { ticketId: row.ticket_id, type: 'mail.failed', actor: systemActor, data };
      await tell(scope, happening);
    });
    if (!final) throw of.error;
  }

  /** The mail that was changed; null when there is none, or its state is settled. */
  async function change(
    scope: Scope,
    mailId: string,
    changes: OutboundChanges,
  ): Promise<OutboundRow | null> {
    const row = await lockOutbound(scope, mailId);
    // A report of failure may be faster than this line, and so may the deletion of the customer.
    if (!row || row.state === 'bounced' || row.state === 'cancelled') return null;
    await updateOutbound(scope, mailId, changes);
    recordMailChange(scope, row);
    return row;
  }
}

async function filesOf(scope: Scope, messageId: string | null): Promise<MailToSend['attachments']> {
  if (messageId === null) return [];
  const files: { filename: string; contentType: string; content: Buffer }[] = [];
  for (const { id } of await listAttachments(scope, [messageId])) {
    const file = await findAttachment(scope, id);
    if (file) files.push({ filename: file.name, contentType: file.type, content: file.content });
  }
  return files;
}

function mailOf(row: OutboundRow, attachments: MailToSend['attachments']): MailToSend {
  return {
    envelope: { from: addressIn(row.mail_from), to: row.mail_to },
    from: row.mail_from,
    replyTo: row.reply_to,
    subject: row.subject,
    text: row.text_body,
    html: row.html_body === null ? null : mailPage(row.html_body),
    messageId: row.mail_message_id,
    date: row.created_at,
    headers: row.headers,
    attachments,
  };
}

function addressIn(header: string): string {
  return /<([^<>]+)>$/.exec(header)?.[1] ?? header;
}
