import type { OutboundMail, QuarantinedMail } from '../../../contracts/mail.ts';
import type { listQuarantined } from './intake.store.ts';
import type { listOutbound } from './outbound.store.ts';

type Row<List extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<List>
>[number];

/** An outgoing mail as the desk shows it. */
export function outboundViewOf(row: Row<typeof listOutbound>): OutboundMail {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    ticketNumber: row.ticket_number === null ? null : Number(row.ticket_number),
    to: row.mail_to,
    replyTo: row.reply_to,
    subject: row.subject,
    text: row.text_body,
    state: row.state,
    attempts: row.attempts,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}

/** A mail in quarantine as the desk shows it. */
export function quarantinedViewOf(row: Row<typeof listQuarantined>): QuarantinedMail {
  return {
    id: row.id,
    from: row.envelope_from || 'no sender',
    to: row.envelope_to,
    sizeBytes: row.size_bytes,
    error: row.error ?? '',
    receivedAt: row.received_at.toISOString(),
  };
}
