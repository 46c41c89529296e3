/** The shape of mail that leaves: subject, thread, parts and marks. */
import { headerLine } from './addresses.rules.ts';
import type { Channel } from '../../../contracts/tickets.ts';

const maxSubjectChars = 200;
const maxReferences = 12;
const replyPrefix = /^((re|aw|sv|antw|fwd?|wg)\s{0,3}:\s{0,3})+/i;
const messageId = /^[!-;=?-~]{1,255}$/;

export interface SubjectFacts {
  /** Subject of the first mail that left for this ticket; null before it. */
  readonly first: string | null;
  readonly ticketSubject: string;
  readonly channel: Channel;
  readonly workspaceName: string;
}

/**
 * The subject of a reply. It stays what it was in the first mail, also when an agent renames the ticket:
 * mail programs part a thread where its subject changes. What was born elsewhere names the workspace.
 */
export function subjectOf(facts: SubjectFacts): string {
  if (facts.first !== null) return facts.first;
  const subject = headerLine(facts.ticketSubject, maxSubjectChars).replace(replyPrefix, '');
  if (facts.channel === 'email') return `Re: ${subject}`;
  return `[${headerLine(facts.workspaceName, 60)}] ${subject}`;
}

/**
 * The ids a mail refers to: the first of the conversation, which roots the thread, and the latest.
 * What cannot stand in a header as it is (spaces, brackets, other scripts) is left out.
 */
export function referencesOf(ids: readonly string[]): string[] {
  const known = [...new Set(ids)].filter((id) => messageId.test(id));
  if (known.length <= maxReferences) return known;
  return [...known.slice(0, 1), ...known.slice(1 - maxReferences)];
}

export interface Parts {
  readonly text: string;
  /** Already sanitised; null where the author wrote plain text. */
  readonly html: string | null;
  readonly signature: string;
  /** Empty where the text itself says whose it is and how to go on. */
  readonly footer: string;
}

/** The text part: what was written, the signature, one line about how to go on. */
export function textPart(parts: Parts): string {
  const signature = parts.signature.trim();
  const footer = parts.footer === '' ? '' : `-- \n${parts.footer}`;
  return [parts.text.trim(), signature, footer].filter((one) => one !== '').join('\n\n');
}

/** The HTML part of the same; null where there is none. */
export function htmlPart(parts: Parts, escape: (text: string) => string): string | null {
  if (parts.html === null) return null;
  const signature = parts.signature.trim();
  return [
    `<div>${parts.html}</div>`,
    signature === '' ? '' : `<p>${escape(signature)}</p>`,
    // No colour: what is readable on white is not on the black of a program in its dark mode.
    parts.footer === '' ? '' : `<p style="font-size:12px;opacity:.75">${escape(parts.footer)}</p>`,
  ].join('');
}

/**
 * The HTML part as it is sent: a whole page, since a bare fragment is set in the serifs of 1995 by programs that have
 * no font of their own. No colours, so that it follows the light or dark of whoever reads it.
 */
export function mailPage(part: string): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"></head>',
    `<body style="margin:0;padding:16px;${letter}"><div style="max-width:640px;${letter}">`,
    part,
    '</div></body></html>',
  ].join('');
}

/** Repeated on the inner block: some programs take the body away. */
const letter =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;';

/** The one plain line under every mail that does not say it itself. */
export function footerOf(sender: string): string {
  return `${sender} · Reply to this mail and your answer joins the same conversation.`;
}

/** Marks of our own mail, and of automatic mail so that machines do not answer machines (RFC 3834). */
export function marksOf(mail: {
  readonly origin: string;
  readonly automatic: boolean;
}): Record<string, string> {
  const own = { 'X-Segue-Origin': mail.origin };
  if (!mail.automatic) return own;
  return {
    ...own,
    'Auto-Submitted': 'auto-replied',
    'X-Auto-Response-Suppress': 'All',
    Precedence: 'auto_reply',
  };
}

/** The last stop of a loop that nothing else has seen: automatic mails one address may get. */
export const automaticBudget = { mails: 20, perMs: 3_600_000 } as const;

/** How old mail kept without a server may be and still be sent; older answers would only puzzle. */
export const keptForMs = 7 * 24 * 3_600_000;
