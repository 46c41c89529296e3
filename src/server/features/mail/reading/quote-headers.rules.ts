import { dropInvisible } from './clean.rules.ts';
import { phrasesIn, quotePhrases } from './quote-phrases.rules.ts';

type Kind = 'from' | 'sent' | 'to' | 'subject';

const maxHeaderChars = 400;
const maxHeaderLines = 4;
const maxBlockLines = 12;

const starts = quotePhrases.flatMap((row) => phrasesIn(row.starts));
const verbs = [...new Set(quotePhrases.flatMap((row) => phrasesIn(row.verbs)))].sort(
  (a, b) => b.length - a.length,
);
const titles = new Set(quotePhrases.flatMap((row) => phrasesIn(row.titles)));
const labels = new Map<string, readonly Kind[]>();
for (const kind of ['from', 'sent', 'to', 'subject'] as const) {
  for (const label of quotePhrases.flatMap((row) => phrasesIn(row[kind]))) {
    labels.set(label, [...(labels.get(label) ?? []), kind]);
  }
}

const endPunctuation = /[\s:：*_.~-]+$/;
const decoration = /^[\s*_~-]+/;
const hasTime = /\p{Nd}{1,2}\s?[:.h時时点點]\s?\p{Nd}{2}/u;
const hasDate = /\p{Nd}{4}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}/u;
const hasYear = /(?<!\p{Nd})(?:19|20|25|[۱١][۳۴٣٤]|[۲٢][۰٠])\p{Nd}{2}(?!\p{Nd})/u;
const quotedSender =
  /^(?:quoting|zitat von|citando|citando a|cituji|citerar|citeren) [^:]{0,120}@[^\s:]{1,120}:$/;
const address = /<[^<>\s]{1,200}@[^<>\s]{1,200}>/;
const maxUnknownChars = 200;
const maxUnknownWords = 16;
const datedStart = /^(\d|\p{L}{1,14}[.,]{0,2} ?\(?\d)/u;
const writtenByOneself = /\bi wrote\s*[:.]?$/;

/**
 * Whether the mail's quoting line ("On Tue, 3 May, Ann <a@b> wrote:") ends in this line.
 * Returns the index of its first line, which may be up to three lines above, or null.
 */
export function quoteLineStart(
  lines: readonly string[],
  end: number,
  quoteFollows: boolean,
): number | null {
  const last = readable(lines[end]);
  if (!mayEndQuoteLine(last, quoteFollows)) return null;
  let weak: number | null = null;
  let text = '';
  for (let first = end; first >= 0 && first > end - maxHeaderLines; first -= 1) {
    const line = readable(lines[first]);
    if (line === '' || line.startsWith('>')) break;
    text = text === '' ? line : `${line} ${text}`;
    if (text.length > maxHeaderChars) break;
    const strength = quoteLineStrength(text, quoteFollows);
    if (strength === 'strong') return first;
    if (strength === 'weak') weak ??= first;
  }
  return weak;
}

/** Whether a line is a title such as "-----Original Message-----" or "Begin forwarded message:". */
export function isQuoteTitle(line: string): boolean {
  if (line.length > 120) return false;
  const text = readable(line);
  const bare = text
    .replace(/^[\s=_<[]+/, '')
    .replace(/[\s=_:：>\]]+$/, '')
    .replace(endPunctuation, '');
  if (!titles.has(bare)) return false;
  return /^\s*(>\s*)*[-=_*]{2,}/.test(line) || /[:：]\s*$/.test(line);
}

/**
 * The number of lines of a header block ("From: … / Sent: … / Subject: …") that starts here, or 0.
 * A person may write "From:" and "To:" too (a journey), so a subject, a sent line or an address is asked for.
 */
export function headerBlockLines(lines: readonly string[], first: number): number {
  if (labelKinds(lines[first]).length === 0) return 0;
  const kinds = new Set<Kind>();
  let used = 0;
  let unlabelled = 0;
  let addressed = false;
  for (let index = first; index < Math.min(lines.length, first + maxBlockLines); index += 1) {
    const found = labelKinds(lines[index]);
    unlabelled = found.length === 0 ? unlabelled + 1 : 0;
    // A long address wraps, and some programs put one blank line between labels.
    if (unlabelled > 1) break;
    addressed ||= (lines[index] ?? '').slice(0, maxHeaderChars).includes('@');
    for (const kind of found) kinds.add(kind);
    if (found.length > 0) used = index - first + 1;
  }
  return isHeaderBlock(kinds, addressed) ? used : 0;
}

function isHeaderBlock(kinds: ReadonlySet<Kind>, addressed: boolean): boolean {
  if (!kinds.has('from') || kinds.size < 2) return false;
  return (
    (kinds.has('sent') && kinds.has('subject')) ||
    addressed ||
    (kinds.size >= 3 && kinds.has('subject'))
  );
}

function labelKinds(line: string | undefined): readonly Kind[] {
  const text = (line ?? '').slice(0, 80).replace(decoration, '');
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 30) return [];
  const label = text
    .slice(0, colon)
    .replace(/[\s*_\u00a0]+$/g, '')
    .toLowerCase();
  return labels.get(label) ?? [];
}

function quoteLineStrength(text: string, quoteFollows: boolean): 'strong' | 'weak' | null {
  const known = knownLineStrength(text, quoteFollows);
  return known ?? (isAnnouncementInAnyLanguage(text) ? 'weak' : null);
}

function knownLineStrength(text: string, quoteFollows: boolean): 'strong' | 'weak' | null {
  const dated = hasTime.test(text) || hasDate.test(text);
  const named = address.test(text);
  const prefixed = starts.some((start) => text.startsWith(start)) && /\d|@/.test(text);
  const strongStart = prefixed || datedStart.test(text);
  if (quotedSender.test(text)) return 'strong';
  if (dated && /@[^\s<>]{1,200}>\s?[:：]$/.test(text))
    return strongStart ? 'strong' : quoteFollows ? 'weak' : null;
  if (quoteFollows && dated && strongStart && named && text.endsWith('>')) return 'strong';
  if (!quoteFollows && writtenByOneself.test(text)) return null;
  if (endsWithVerb(text)) {
    if (strongStart) return 'strong';
    return quoteFollows || (named && (dated || text.length < 120)) ? 'weak' : null;
  }
  if (!/[:：]$/.test(text) || !verbs.some((verb) => text.includes(` ${verb} `))) return null;
  if (strongStart) return dated || text.includes('@') ? 'strong' : null;
  return named && dated ? 'weak' : null;
}

// A whole date, a time and an address before a colon need no word to be known by; a sentence has more words.
function isAnnouncementInAnyLanguage(text: string): boolean {
  if (text.length > maxUnknownChars || !/[:：]$/.test(text)) return false;
  if ((text.match(/\p{L}[\p{L}\p{M}.'’]*/gu)?.length ?? 0) > maxUnknownWords) return false;
  return address.test(text) && hasYear.test(text) && hasTime.test(text);
}

function endsWithVerb(text: string): boolean {
  const bare = text.replace(endPunctuation, '');
  return verbs.some((verb) => bare.endsWith(verb));
}

function mayEndQuoteLine(text: string, quoteFollows: boolean): boolean {
  if (text === '' || text.length > maxHeaderChars) return false;
  if (/[:：]$/.test(text) || (quoteFollows && text.endsWith('>'))) return true;
  return endsWithVerb(text);
}

function readable(line: string | undefined): string {
  return dropInvisible((line ?? '').slice(0, maxHeaderChars + 50))
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(decoration, '')
    .trim()
    .toLowerCase();
}
