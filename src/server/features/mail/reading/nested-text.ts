import type { Attachment, Email } from 'postal-mime';
import { cleanLine } from './clean.rules.ts';
import { textFromHtml } from './html-text.ts';
import type { MailLimits } from './mail.types.ts';
import { parseMime } from './parse-mime.ts';

/**
 * The text of mails attached to a mail, each under a forwarding line so that it counts as quoted.
 * A bounce's returned mail is evidence, not text, so a report gives nothing.
 */
export async function nestedText(
  attachments: readonly Attachment[],
  limits: MailLimits,
): Promise<string> {
  if (attachments.some((part) => part.mimeType === 'message/delivery-status')) return '';
  const mails = attachments
    .filter((part) => part.mimeType === 'message/rfc822')
    .slice(0, limits.maxNestedMessages);
  const texts = await Promise.all(mails.map((part) => forwarded(part, limits)));
  return texts.filter((text) => text !== '').join('\n\n');
}

async function forwarded(part: Attachment, limits: MailLimits): Promise<string> {
  if (typeof part.content === 'string') return '';
  try {
    const { email } = await parseMime(new Uint8Array(part.content), limits);
    const body = email.text ?? textFromHtml((email.html ?? '').slice(0, limits.maxHtmlChars));
    const deeper = await nestedText(email.attachments, {
      ...limits,
      maxNestedMessages: limits.maxNestedMessages - 1,
    });
    return [header(email), body.trim(), deeper].filter((text) => text !== '').join('\n\n');
  } catch {
    return '';
  }
}

function header(email: Email): string {
  const from = email.from ? `${email.from.name} <${email.from.address ?? ''}>`.trim() : '';
  const lines = [`From: ${from}`, `Date: ${email.date ?? ''}`, `Subject: ${email.subject ?? ''}`];
  return [
    '---------- Forwarded message ----------',
    ...lines.map((line) => cleanLine(line, 500)),
  ].join('\n');
}
