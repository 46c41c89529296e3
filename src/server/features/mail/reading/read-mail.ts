import type { Email } from 'postal-mime';
import { boundLines } from './bound-lines.rules.ts';
import { repairCharset } from './charset.rules.ts';
import { cleanLine, cleanText, messageIdsIn } from './clean.rules.ts';
import { keepHeaders } from './mail-headers.rules.ts';
import { defaultMailLimits, type MailLimits, type ReadMail } from './mail.types.ts';
import { parseMime } from './parse-mime.ts';
import { readAddresses, readAttachments, readDate, readReferences } from './read-parts.ts';
import { nestedText } from './nested-text.ts';

const maxSubjectChars = 998;

/**
 * Reads one raw mail into data. Nothing is executed, fetched or trusted.
 * What a limit cuts off is flagged in `truncated`. Throws only `mail_unreadable`.
 */
export async function readMail(
  raw: Uint8Array,
  limits: MailLimits = defaultMailLimits,
): Promise<ReadMail> {
  const bounded = boundLines(raw.subarray(0, limits.maxSizeBytes));
  const { email, shallow, headersCut } = await parseMime(bounded, limits);
  const people = readPeople(email, limits);
  const { references, cut: referencesCut } = readReferences(email, limits);
  const { attachments, cut: attachmentsCut } = readAttachments(email, limits);
  const text = await readText(email, limits);
  const html = email.html ?? '';
  return {
    ...people.kept,
    subject: cleanLine(repairCharset(email.subject ?? ''), maxSubjectChars),
    date: readDate(email.date),
    messageId: messageIdsIn(email.messageId ?? '')[0] ?? null,
    inReplyTo: messageIdsIn(email.inReplyTo ?? '')[0] ?? null,
    references,
    text: cleanText(repairCharset(text), limits.maxTextChars).trimEnd() || null,
    html: cleanText(repairCharset(html), limits.maxHtmlChars) || null,
    attachments,
    headers: keepHeaders(email.headers),
    truncated: {
      size: bounded.length < raw.length,
      headers: headersCut,
      structure: shallow,
      text: text.length > limits.maxTextChars,
      html: html.length > limits.maxHtmlChars,
      attachments: attachmentsCut,
      references: referencesCut,
      recipients: people.cut,
    },
  };
}

function readPeople(email: Email, limits: MailLimits) {
  const lists = {
    replyTo: readAddresses(email.replyTo),
    to: readAddresses(email.to),
    cc: readAddresses(email.cc),
  };
  const bound = limits.maxRecipients;
  const [from = null] = readAddresses(email.from ? [email.from] : []);
  const [sender = null] = readAddresses(email.sender ? [email.sender] : []);
  const kept = {
    from,
    sender,
    replyTo: lists.replyTo.slice(0, bound),
    to: lists.to.slice(0, bound),
    cc: lists.cc.slice(0, bound),
  };
  return { kept, cut: Object.values(lists).some((list) => list.length > bound) };
}

async function readText(email: Email, limits: MailLimits): Promise<string> {
  const nested = await nestedText(email.attachments, limits);
  return [email.text ?? '', nested].filter((part) => part !== '').join('\n\n');
}
