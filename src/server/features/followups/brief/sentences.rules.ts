import { clip, fold, oneLine } from './text.rules.ts';

const SENTENCE_LIMIT = 320;
const OPENING_SENTENCES = 14;
const CLOSING_SENTENCES = 6;
const RAW_LIMIT = 6_000;
const SHORT_FORMS =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|ca|approx|e\.g|i\.e|etc|vs|z\.b|z\. b|bzw|d\.h|inkl|evtl|m|mme|mlle|sr|sra|srta|dott|sig|tel|bsp|bijv|p\.ex|p|n)\.$/;

/**
 * Sentences of a chat message, verbatim but on one line each. People in a hurry end a
 * sentence with a new line as often as with a full stop, so both count; numbers
 * ("1.200", "9. bis 12."), short forms ("Mr.") and file names stay whole.
 */
export function splitSentences(text: string): string[] {
  const sentences = shorten(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => splitLine(oneLine(line)))
    .map((sentence) => clip(sentence, SENTENCE_LIMIT));
  if (sentences.length <= OPENING_SENTENCES + CLOSING_SENTENCES) return sentences;
  return [...sentences.slice(0, OPENING_SENTENCES), ...sentences.slice(-CLOSING_SENTENCES)];
}

/** True for the line a chat shows in place of a file, and for a bare file name. */
export function isAttachment(text: string): boolean {
  return /^(?:[[(<]?\s*(?:attachment|attached|image|photo|picture|file|video|voice(?: message)?|screenshot|document|anhang|bild|piece jointe|adjunto|allegato|bijlage|anexo)\b[^\]]{0,120}[\])>]|\S{1,80}\.(?:png|jpe?g|gif|pdf|csv|xlsx?|docx?|zip|har|log|txt|mp4|heic))$/.test(
    fold(text.slice(0, 200).trim()),
  );
}

// A pasted log of 100 kB is cut before anything looks at it; its ends say what it is.
function shorten(text: string): string {
  if (text.length <= RAW_LIMIT) return text;
  return `${text.slice(0, RAW_LIMIT / 2)}\n${text.slice(-RAW_LIMIT / 2)}`;
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[.!?…。！？؟]+["'”’)\]]*(?=\s|$)|[。！？]/g)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && isInside(line, start, end)) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => /[\p{L}\p{N}?]/u.test(sentence));
}

function isInside(line: string, start: number, end: number): boolean {
  const before = fold(line.slice(Math.max(start, end - 12), end));
  if (SHORT_FORMS.test(before)) return true;
  const after = line.slice(end).trimStart();
  const month = /^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[zc])/i.test(after);
  return /(?:^|\s)\d{1,2}\.$/.test(before) && (/^[\p{Ll}\d]/u.test(after) || month);
}
