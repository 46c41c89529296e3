import { cleanLine } from './clean.rules.ts';
import type { MailHeaders } from './mail.types.ts';

const keptNames = `
  authentication-results auto-submitted content-type delivered-to envelope-to feedback-id
  importance list-id list-post list-unsubscribe precedence return-path x-auto-response-
  suppress x-autorespond x-autoreply x-autoresponder x-failed-recipients x-loop x-mailer
  x-original-to x-priority x-segue-origin x-spam-flag x-spam-status
`
  .trim()
  .split(/\s+/);
const kept: ReadonlySet<string> = new Set(keptNames);
const maxValues = 20;
const maxValueChars = 1000;

/** Keeps the headers that classification and threading ask for, cleaned and bounded. */
export function keepHeaders(
  all: readonly { readonly key: string; readonly value: string }[],
): MailHeaders {
  const headers: Record<string, string[]> = {};
  for (const { key, value } of all) {
    if (!kept.has(key)) continue;
    const values = (headers[key] ??= []);
    if (values.length < maxValues) values.push(cleanLine(value, maxValueChars));
  }
  return headers;
}

/** The first value of a header in lower case, or null when the mail does not have it. */
export function headerValue(headers: MailHeaders, name: string): string | null {
  return headers[name]?.[0]?.toLowerCase() ?? null;
}
