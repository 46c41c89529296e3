import { headerBlockLines, isQuoteTitle, quoteLineStart } from './quote-headers.rules.ts';

/** The line our own mails put above their history; whatever follows it is quoted. */
export const replyDelimiter = '## Please reply above this line ##';

/** Set between lines by the HTML reader where a mail program marks the start of the quoted mail. */
export const quoteMark = String.fromCodePoint(0xe000);

/** What a line is: written by the sender, quoted, or the line that announces a quotation. */
export type LineKind = 'own' | 'quote' | 'announcement';

const separator = /^\s*[-_=*]{4,}\s*$/;
const shortLineChars = 60;
// Nobody writes a reply of more lines; past them only lines marked with > count as quoted.
const maxExaminedLines = 10_000;

/** Classifies every line; each rule looks at a few neighbouring lines only, so time grows with length. */
export function classifyLines(lines: readonly string[]): LineKind[] {
  const kinds: LineKind[] = lines.map((line) => (isMarkedQuote(line) ? 'quote' : 'own'));
  for (let index = 0; index < Math.min(lines.length, maxExaminedLines); index += 1) {
    if (kinds[index] !== 'own' || isBlank(lines[index])) continue;
    if (startsRest(lines, index)) return fillFrom(kinds, beforeSeparators(lines, index));
    const follows = quoteFollows(lines, index);
    const start = quoteLineStart(lines, index, follows);
    if (start === null) continue;
    if (!follows) return fillFrom(kinds, beforeSeparators(lines, start));
    kinds.fill('announcement', start, index + 1);
  }
  return joinWrappedQuotes(lines, kinds);
}

/** Whether a line has nothing to read in it. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isMarkedQuote(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function startsRest(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.startsWith(quoteMark) || line.slice(0, 200).includes(replyDelimiter)) return true;
  return isQuoteTitle(line) || headerBlockLines(lines, index) > 0;
}

function fillFrom(kinds: LineKind[], start: number): LineKind[] {
  return kinds.fill('quote', start);
}

// The ruled line above a header block belongs to it.
function beforeSeparators(lines: readonly string[], start: number): number {
  let first = start;
  for (let index = start - 1; index >= 0 && index >= start - 4; index -= 1) {
    if (separator.test((lines[index] ?? '').slice(0, 200))) first = index;
    else if (!isBlank(lines[index])) break;
  }
  return first;
}

function quoteFollows(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1, index + 5).find((line) => !isBlank(line));
  return next !== undefined && isMarkedQuote(next);
}

// A mail program that wraps quoted lines leaves the overhang without its mark.
function joinWrappedQuotes(lines: readonly string[], kinds: LineKind[]): LineKind[] {
  return kinds.map((kind, index) => {
    const before = lines[index - 1] ?? '';
    const between = kinds[index - 1] === 'quote' && kinds[index + 1] === 'quote';
    if (kind !== 'own' || !between || before.length < shortLineChars) return kind;
    const unfinished = !/[.?!:]\s*$/.test(before.slice(-20));
    return unfinished && /^[\p{Ll}\d<]/u.test(lines[index] ?? '') ? 'quote' : kind;
  });
}
