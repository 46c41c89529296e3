import { textFromHtml, textWithQuotesFromHtml } from './html-text.ts';
import { classifyLines, isBlank, quoteMark, type LineKind } from './reply-lines.rules.ts';
import { mayHide } from './unseen.rules.ts';
import { isOnlySignature, signatureStart } from './signature.rules.ts';

/** What a person wrote, what they quoted, and their signature where it can be told apart. */
export type VisibleReply = {
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string | null;
};

type Line = { readonly text: string; readonly kind: LineKind };

/**
 * Separates what the sender wrote from what they quoted.
 * The plain text decides; HTML is asked when there is no text, no quotation was found in it, or the HTML hides words
 * from its reader: they stand in the plain text as well, and nobody wrote them to be read.
 * Answers written between quoted lines stay, with the quoted lines above them.
 */
export function visibleReply(mail: {
  readonly text: string | null;
  readonly html: string | null;
}): VisibleReply {
  const text = mail.text?.trim() ? splitReply(mail.text.replaceAll(quoteMark, '')) : null;
  if (mail.html === null) return text ?? { reply: '', quoted: '', signature: null };
  if (text && text.quoted !== '' && !mayHide(mail.html)) return text;
  const { html, hid } = readHtml(mail.html);
  if (text && (text.quoted !== '' || html.quoted === '') && (!hid || html.reply === ''))
    return text;
  return html.reply === '' && html.quoted === '' ? splitReply(textFromHtml(mail.html)) : html;
}

function readHtml(source: string): { html: VisibleReply; hid: boolean } {
  const seen = textWithQuotesFromHtml(source);
  const html = splitReply(seen.text);
  if (html.reply !== '' || !seen.hid) return { html, hid: seen.hid };
  // Nobody sends white paper: these words were white on a dark screen.
  const all = textWithQuotesFromHtml(source, { keepWhite: true });
  return { html: splitReply(all.text), hid: all.hid };
}

function splitReply(text: string): VisibleReply {
  const raw = text.replaceAll('\r', '').split('\n');
  const kinds = classifyLines(raw);
  const lines = raw.map((line, index): Line => ({ text: line, kind: kinds[index] ?? 'own' }));
  const { body, afterQuote, quotes } = cutTail(lines);
  const inline = quotes > 1 || !body.some((line) => line.kind === 'announcement');
  const kept = new Set(
    body.filter((line) => line.kind === 'own' || (inline && line.kind === 'quote')),
  );
  const keptText = Array.from(kept, (line) => line.text);
  const start = signatureStart(keptText);
  const hidden = lines.filter((line) => line.kind !== 'own' && !kept.has(line));
  return {
    reply: join(keptText.slice(0, start)),
    quoted: join(hidden.map((line) => line.text)).replaceAll(quoteMark, ''),
    signature: join([...keptText.slice(start), ...afterQuote]) || null,
  };
}

// Takes the quotation at the end away, and a signature that follows it.
function cutTail(lines: readonly Line[]) {
  const quotes = countQuotes(lines);
  const lastQuote = lines.findLastIndex((line) => line.kind !== 'own');
  const after = lines.slice(lastQuote + 1).map((line) => line.text);
  const signed = isOnlySignature(after);
  if (lastQuote < 0 || !(signed || after.every(isBlank)))
    return { body: lines, afterQuote: [], quotes };
  const lastOwn = lines
    .slice(0, lastQuote)
    .findLastIndex((line) => line.kind === 'own' && !isBlank(line.text));
  return { body: lines.slice(0, lastOwn + 1), afterQuote: signed ? after : [], quotes };
}

// Quotations that only blank lines part are one.
function countQuotes(lines: readonly Line[]): number {
  const text = lines.filter((line) => !isBlank(line.text));
  return text.filter(
    (line, index) =>
      line.kind !== 'own' &&
      text[index - 1]?.kind !== line.kind &&
      (text[index - 1]?.kind ?? 'own') === 'own',
  ).length;
}

function join(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
