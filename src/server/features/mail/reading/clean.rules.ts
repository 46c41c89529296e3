import { createHash } from 'node:crypto';

// Built from code points so that no invisible character stands in this file.
const chars = (...ranges: readonly (readonly [number, number])[]): string =>
  ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('');

const breaksAndControls = new RegExp(
  `[${chars([0, 0x1f], [0x7f, 0x9f], [0x2028, 0x2029])}]+`,
  'gu',
);
const controlsButLineBreaks = new RegExp(
  `[${chars([0, 8], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x7f])}]`,
  'gu',
);
// Direction overrides make `gpj.exe` look like `exe.jpg`; zero-width characters hide lookalikes.
const invisible = new RegExp(
  `[${chars([0xad, 0xad], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2069], [0xfeff, 0xfeff])}]`,
  'gu',
);
const maxMessageIdChars = 255;

/** One safe line: no line breaks, controls or invisible direction marks, at most `maxChars` long. */
export function cleanLine(value: string, maxChars: number): string {
  return value
    .slice(0, maxChars * 4)
    .toWellFormed()
    .replace(breaksAndControls, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, maxChars)
    .toWellFormed();
}

/** Text that a database accepts: LF line ends, no NUL, no control characters, no lone surrogates. */
export function cleanText(value: string, maxChars: number): string {
  return value
    .slice(0, maxChars)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controlsButLineBreaks, '');
}

/** Removes characters that take no room and change how the others look. */
export function dropInvisible(value: string): string {
  return value.replace(invisible, '');
}

/**
 * All Message-IDs in a header value, without angle brackets.
 * An id longer than 255 characters becomes its hash: equal ids stay equal, so threading still works.
 */
export function messageIdsIn(value: string): string[] {
  const bracketed = value.match(/<[^<>]+>/g);
  const found = bracketed ? bracketed.map((id) => id.slice(1, -1)) : value.split(/[\s,]+/);
  return found.map(cleanMessageId).filter((id) => id !== '');
}

function cleanMessageId(value: string): string {
  const id = value
    .replace(breaksAndControls, '')
    .replace(invisible, '')
    .replace(/\s/g, '')
    .toWellFormed();
  if (id.length <= maxMessageIdChars) return id;
  return `${createHash('sha256').update(id).digest('hex')}@long.invalid`;
}
