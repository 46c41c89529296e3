import type { Scope } from '../../platform/db/database.ts';

/** The part of an outgoing mail that screens are told of. */
export interface ChangedMail {
  readonly id: string;
  readonly message_id: string | null;
  readonly conversation_id: string | null;
  readonly ticket_id: string | null;
}

/** Says that the state of an outgoing mail is another: in the outbox, and at the message it carries. */
export function recordMailChange(scope: Scope, mail: ChangedMail): void {
  scope.record({ type: 'mail.changed', mailId: mail.id });
  if (mail.message_id === null || mail.conversation_id === null) return;
  scope.record({
    type: 'message.changed',
    messageId: mail.message_id,
    conversationId: mail.conversation_id,
    ticketId: mail.ticket_id,
  });
}
