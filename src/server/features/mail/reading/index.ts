export { readBounce, type Bounce } from './bounce.rules.ts';
export { classifyMail, type MailClass } from './classify.rules.ts';
export { textFromHtml } from './html-text.ts';
export {
  isMailUnreadable,
  type MailAddress,
  type MailAttachment,
  type ReadMail,
} from './mail.types.ts';
export { readMail } from './read-mail.ts';
export { createMailReading } from './read-apart.ts';
export { makeMessageId, readMessageId, replyAddress } from './reply-address.rules.ts';
export { visibleReply } from './visible-reply.ts';
export { sanitiseMailHtml } from './sanitise-html.ts';
export { escapeHtml } from './text-html.rules.ts';
export { threadKeys, threadOf, type ThreadDecision } from './threading.rules.ts';
