export { readBounce, type Bounce, type FailedRecipient } from './bounce.rules.ts';
export { classifyMail, type MailClass, type MailClues, type MailKind } from './classify.rules.ts';
export { textFromHtml } from './html-text.ts';
export {
  defaultMailLimits,
  isMailUnreadable,
  type MailAddress,
  type MailAttachment,
  type MailHeaders,
  type MailLimits,
  type MailTruncation,
  type MailUnreadable,
  type ReadMail,
} from './mail.types.ts';
export { readMail } from './read-mail.ts';
export {
  makeMessageId,
  readMessageId,
  readReplyAddress,
  replyAddress,
} from './reply-address.rules.ts';
export { replyDelimiter } from './reply-lines.rules.ts';
export { visibleReply, type VisibleReply } from './visible-reply.ts';
export { sanitiseMailHtml, type SafeMailHtml } from './sanitise-html.ts';
export { escapeHtml, textToHtml } from './text-html.rules.ts';
export {
  threadKeys,
  threadOf,
  type NewThreadCause,
  type ThreadDecision,
  type ThreadKeys,
  type ThreadLookups,
  type ThreadTicket,
} from './threading.rules.ts';
