import { autoReplySubjects, bounceSubjects } from './auto-reply-phrases.rules.ts';
import { headerValue } from './mail-headers.rules.ts';
import type { MailAddress, MailHeaders } from './mail.types.ts';

/** Who or what wrote a mail; nothing but `person` may be answered automatically. */
export type MailKind = 'person' | 'auto_reply' | 'bounce' | 'bulk' | 'own';

/** A kind and the evidence for it, in words. */
export type MailClass = { readonly kind: MailKind; readonly reason: string };

/** What besides the headers tells the kind of a mail. */
export type MailClues = {
  readonly from: MailAddress | null;
  readonly subject: string;
  readonly isReply: boolean;
  /** The value of `X-Segue-Origin` on mails that this installation sends. */
  readonly ownOrigin?: string;
  /** List-Ids of groups that forward the desk's own address: their mail is still from persons. */
  readonly ownLists?: readonly string[];
};

type Rule = (headers: MailHeaders, clues: MailClues) => string | null;

const replyPrefix = /^((re|aw|sv|vs|odp|antw|fwd?|wg|tr|rv)\s{0,3}[:：]\s{0,3})+/i;
const daemon = /^(mailer-daemon|postmaster|mail-daemon|maildaemon)@/i;

const rules: readonly (readonly [MailKind, Rule])[] = [
  ['own', own],
  ['bounce', report],
  ['bounce', bounceWithoutReport],
  ['auto_reply', autoSubmitted],
  ['auto_reply', autoReplyHeader],
  ['auto_reply', autoReplySubject],
  ['bulk', generated],
  ['bulk', mailingList],
  ['auto_reply', emptyReturnPath],
];

/** Decides who or what wrote a mail, by the first rule that has evidence. */
export function classifyMail(headers: MailHeaders, clues: MailClues): MailClass {
  for (const [kind, rule] of rules) {
    const reason = rule(headers, clues);
    if (reason !== null) return { kind, reason };
  }
  return { kind: 'person', reason: 'Nothing shows that a program wrote this mail.' };
}

function own(headers: MailHeaders, { ownOrigin }: MailClues): string | null {
  const origin = headers['x-segue-origin']?.[0];
  return origin !== undefined && origin === ownOrigin
    ? 'This installation sent the mail itself.'
    : null;
}

function report(headers: MailHeaders): string | null {
  const type = headerValue(headers, 'content-type') ?? '';
  const isReport =
    type.startsWith('multipart/report') && !type.includes('disposition-notification');
  return isReport && !type.includes('feedback-report')
    ? 'The mail is a delivery report (multipart/report).'
    : null;
}

function bounceWithoutReport(headers: MailHeaders, { from, subject }: MailClues): string | null {
  if (headers['x-failed-recipients'])
    return 'The mail names recipients it could not reach (X-Failed-Recipients).';
  const announced = bounceSubjects.some((phrase) => plainSubject(subject).startsWith(phrase));
  const fromDaemon = daemon.test(from?.address ?? '');
  if (!announced || !(fromDaemon || isReturnPathEmpty(headers))) return null;
  return `A mail server says that a mail was not delivered: "${subject.slice(0, 80)}".`;
}

function autoSubmitted(headers: MailHeaders, { isReply }: MailClues): string | null {
  const value = word(headers, 'auto-submitted');
  if (value === null || value === 'no') return null;
  // Monitoring and shop mail says auto-generated too; it answers nothing, so it is bulk (see below).
  if (value === 'auto-replied' || isReply)
    return `The mail says that it was sent automatically (Auto-Submitted: ${value}).`;
  return null;
}

function autoReplyHeader(headers: MailHeaders): string | null {
  const names = ['x-autoreply', 'x-autorespond', 'x-autoresponder'].filter((name) => headers[name]);
  if (names.some((name) => word(headers, name) !== 'no'))
    return `An automatic reply says so (${names[0]}).`;
  const precedence = word(headers, 'precedence');
  return precedence === 'auto_reply' || precedence === 'auto-reply'
    ? `Precedence: ${precedence}.`
    : null;
}

/** Only of a mail that answers another: alone, the words may be a person's ("Out of office printer broken"). */
function autoReplySubject(_headers: MailHeaders, { subject, isReply }: MailClues): string | null {
  if (!isReply) return null;
  const plain = plainSubject(subject);
  const phrase = autoReplySubjects.find(
    (start) => plain.startsWith(start) && !isWordAt(plain, start.length),
  );
  return phrase === undefined ? null : `The subject begins like an automatic reply ("${phrase}").`;
}

function generated(headers: MailHeaders): string | null {
  const value = word(headers, 'auto-submitted');
  return value === null || value === 'no'
    ? null
    : `A program wrote the mail (Auto-Submitted: ${value}).`;
}

function mailingList(headers: MailHeaders, { ownLists = [] }: MailClues): string | null {
  const list = headerValue(headers, 'list-id');
  if (list !== null && ownLists.some((own) => list.includes(`<${own.toLowerCase()}>`))) return null;
  if (list !== null) return `The mail came through a mailing list (${list.slice(0, 80)}).`;
  const precedence = word(headers, 'precedence');
  if (precedence !== null && ['bulk', 'junk', 'list'].includes(precedence))
    return `Precedence: ${precedence}.`;
  return headers['list-unsubscribe']
    ? 'The mail can be unsubscribed from (List-Unsubscribe).'
    : null;
}

function emptyReturnPath(headers: MailHeaders): string | null {
  return isReturnPathEmpty(headers) ? 'The sender wants no answer (empty Return-Path).' : null;
}

function isReturnPathEmpty(headers: MailHeaders): boolean {
  return headerValue(headers, 'return-path')?.replace(/\s/g, '') === '<>';
}

function word(headers: MailHeaders, name: string): string | null {
  return headerValue(headers, name)?.split(/[;\s(]/)[0] ?? null;
}

function plainSubject(subject: string): string {
  return subject
    .slice(0, 300)
    .toLowerCase()
    .replace(replyPrefix, '')
    .replace(/^[\s["'(*]+/, '');
}

// "Abwesend: …" is an automatic reply, "Assenteismo" is not; scripts without spaces have no word ends.
function isWordAt(text: string, index: number): boolean {
  return /^\p{L}/u.test(text.slice(index)) && !/[\u3040-\u9fff]/.test(text.charAt(index - 1));
}
