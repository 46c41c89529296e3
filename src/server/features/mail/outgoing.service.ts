import type { MailState } from '../../../contracts/conversations.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import { domainOf, headerLine, isPlainAddress, mailboxHeader } from './addresses.rules.ts';
import { recordMailChange } from './mail.events.ts';
import { originOf } from './origin.ts';
import {
  countAutomatic,
  findFirstSubject,
  findMailboxFor,
  findTicketToAnswer,
  insertOutbound,
  listThreadIds,
} from './outbound.store.ts';
import {
  automaticBudget,
  footerOf,
  htmlPart,
  marksOf,
  referencesOf,
  subjectOf,
  textPart,
} from './outgoing.rules.ts';
import { escapeHtml, makeMessageId, replyAddress, sanitiseMailHtml } from './reading/index.ts';

export interface OutgoingDeps extends Pick<Core, 'clock' | 'ids'> {
  readonly findWorkspace: (scope: Scope) => Promise<{ name: string; identity_secret: string }>;
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'agentSignature'>>;
  /** Whether a mail server is set: without one mail is kept and nothing leaves. */
  readonly serverConfigured: boolean;
}

/** A reply to a ticket's customer. Files of the message travel with it. */
export interface ReplyToQueue {
  readonly ticketId: string;
  readonly messageId: string;
  readonly text: string;
  /** HTML of the composer; sanitised here. */
  readonly html: string | null;
  readonly authorName: string;
  /** Written by a program: marked so that no machine answers it, and bounded for each address. */
  readonly automatic: boolean;
  /** Whether the text says itself who writes and how to go on: then it gets no footer. */
  readonly signed?: boolean;
}

/** Mail of ours to a ticket's customer that is no message of the conversation. Always marked as automatic. */
export interface NoticeToQueue {
  readonly ticketId: string;
  readonly subject: string;
  readonly text: string;
  /** Written by us, with everything that is not ours escaped. */
  readonly html: string;
}

/** Mail to customers: composed and stored with the message it carries, sent by a job. */
export function createOutgoingService(deps: OutgoingDeps) {
  const { clock, ids } = deps;

  return {
    /**
     * Queues a message as mail, in the caller's transaction. Throws `customer_unreachable` when no address
     * is known, `not_found` without the ticket.
     */
    async queueReply(scope: Scope, reply: ReplyToQueue): Promise<void> {
      const ticket = await findTicketToAnswer(scope, reply.ticketId);
      if (!ticket) throw notFound('ticket');
      const [to, mailbox, workspace, first, thread] = await Promise.all([
        addressOf(scope, ticket.customer_id),
        mailboxFor(scope, ticket.conversation_id),
        deps.findWorkspace(scope),
        findFirstSubject(scope, ticket.conversation_id),
        threadHeaders(scope, ticket.conversation_id),
      ]);
      const secret = workspace.identity_secret;
      const id = ids.next();
      const sender = senderName(reply.authorName, workspace.name);
      const state = await stateFor(scope, { to, automatic: reply.automatic });
      const domain = domainOf(mailbox.address);
      await insertOutbound(scope, {
        id,
        ticketId: ticket.id,
        messageId: reply.messageId,
        from: mailboxHeader(sender, mailbox.address),
        replyTo: replyAddress({ mailbox: mailbox.address, ticketId: ticket.id, secret }),
        to,
        subject: subjectOf({
          first,
          ticketSubject: ticket.subject,
          channel: ticket.channel,
          workspaceName: workspace.name,
        }),
        ...(await partsOf(scope, reply, sender)),
        headers: {
          ...thread,
          ...marksOf({ origin: originOf(secret), automatic: reply.automatic }),
        },
        mailMessageId: makeMessageId({ ticketId: ticket.id, nonce: id, domain, secret }),
        at: clock.now(),
        ...state,
      });
      if (state.state === 'queued') scope.record({ type: 'mail.queued', mailId: id });
      const place = {
        message_id: reply.messageId,
        conversation_id: ticket.conversation_id,
        ticket_id: ticket.id,
      };
      recordMailChange(scope, { id, ...place });
    },

    /**
     * Queues a notice, in the caller's transaction; an answer to it joins the ticket. Returns the mail's id
     * and where it goes. Throws `customer_unreachable` when no address is known, `not_found` without the
     * ticket.
     */
    async queueNotice(
      scope: Scope,
      notice: NoticeToQueue,
    ): Promise<{ id: string; to: string; state: MailState }> {
      const ticket = await findTicketToAnswer(scope, notice.ticketId);
      if (!ticket) throw notFound('ticket');
      const to = await addressOf(scope, ticket.customer_id);
      const mailbox = await mailboxFor(scope, ticket.conversation_id);
      const { name, identity_secret: secret } = await deps.findWorkspace(scope);
      const id = ids.next();
      const { state, error } = await stateFor(scope, { to, automatic: true });
      const footer = footerOf(headerLine(name, 100));
      const domain = domainOf(mailbox.address);
      await insertOutbound(scope, {
        id,
        ticketId: ticket.id,
        messageId: null,
        from: mailboxHeader(headerLine(name, 100), mailbox.address),
        replyTo: replyAddress({ mailbox: mailbox.address, ticketId: ticket.id, secret }),
        to,
        subject: headerLine(notice.subject, 200),
        text: textPart({ text: notice.text, html: null, signature: '', footer }),
        html: htmlPart({ text: '', html: notice.html, signature: '', footer }, escapeHtml),
        headers: marksOf({ origin: originOf(secret), automatic: true }),
        mailMessageId: makeMessageId({ ticketId: ticket.id, nonce: id, domain, secret }),
        at: clock.now(),
        state,
        error,
      });
      if (state === 'queued') scope.record({ type: 'mail.queued', mailId: id });
      recordMailChange(scope, {
        id,
        message_id: null,
        conversation_id: ticket.conversation_id,
        ticket_id: ticket.id,
      });
      return { id, to, state };
    },
  };

  async function addressOf(scope: Scope, customerId: string): Promise<string> {
    const email = (await findCustomer(scope, customerId))?.email ?? null;
    if (email !== null && isPlainAddress(email)) return email;
    throw new AppError('customer_unreachable', 'Ask the customer for an address, or write a note.');
  }

  async function mailboxFor(scope: Scope, conversationId: string) {
    const mailbox = await findMailboxFor(scope, conversationId);
    if (mailbox) return mailbox;
    throw new AppError('request_invalid', 'This workspace has no mail address to write from.');
  }

  async function stateFor(scope: Scope, mail: { to: string; automatic: boolean }): Promise<State> {
    if (mail.automatic && (await isOverBudget(scope, mail.to))) {
      return {
        state: 'failed',
        error: 'Held back: this address has had too many automatic mails in an hour.',
      };
    }
    return { state: deps.serverConfigured ? 'queued' : 'not_configured', error: null };
  }

  async function isOverBudget(scope: Scope, to: string): Promise<boolean> {
    const since = new Date(clock.now().getTime() - automaticBudget.perMs);
    return (await countAutomatic(scope, { to, since })) >= automaticBudget.mails;
  }

  async function partsOf(scope: Scope, reply: ReplyToQueue, sender: string) {
    const { agentSignature } = await deps.settingsOf(scope);
    const html = reply.html === null ? null : sanitiseMailHtml(reply.html).html;
    const signature = reply.automatic ? '' : agentSignature;
    const footer = reply.signed === true ? '' : footerOf(sender);
    const parts = { text: reply.text, html, signature, footer };
    return { text: textPart(parts), html: htmlPart(parts, escapeHtml) };
  }
}

interface State {
  readonly state: MailState;
  readonly error: string | null;
}

function senderName(author: string, workspace: string): string {
  return headerLine(author === workspace ? workspace : `${author} at ${workspace}`, 100);
}

/** The customer's last mail is what we answer; the conversation's mails are the thread. */
async function threadHeaders(
  scope: Scope,
  conversationId: string,
): Promise<Record<string, string>> {
  const known = await listThreadIds(scope, conversationId);
  const references = referencesOf(known.map((mail) => mail.id));
  const last =
    known.findLast((mail) => mail.fromCustomer && references.includes(mail.id)) ?? known.at(-1);
  if (references.length === 0 || last === undefined || !references.includes(last.id)) return {};
  return { 'In-Reply-To': `<${last.id}>`, References: references.map((id) => `<${id}>`).join(' ') };
}
