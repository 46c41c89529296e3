import { phrasesIn, quotePhrases } from './quote-phrases.rules.ts';
import { isBlank } from './reply-lines.rules.ts';

const maxSignatureLines = 25;
const maxContactLines = 6;
const maxContactLineChars = 60;
const maxDeviceLineChars = 160;
const maxDeviceWords = 5;

const devicePhrases = quotePhrases
  .flatMap((row) => phrasesIn(row.sentFrom))
  .map((phrase) => phrase.split(' … '));
const contactLine =
  /^(\S+@\S+\.\S+|(https?:\/\/|www\.)\S+|[+(\d][\d\s()./-]{6,}|\p{L}{1,10}[.:]\s?([+(\d][\d\s()./-]{6,}|\S+@\S+))$/u;

/**
 * The index of the first line of the signature, or the number of lines when there is none.
 * A signature is what follows `-- `, a phone's closing line, or a last block of contact lines.
 */
export function signatureStart(lines: readonly string[]): number {
  const delimited = delimiterAt(lines);
  if (delimited !== null) return delimited;
  const end = lastTextLine(lines);
  const afterDevice = isDeviceLine(lines[end] ?? '') ? end : lines.length;
  const contact = contactBlockAt(lines.slice(0, afterDevice));
  return contact ?? afterDevice;
}

/** Whether text that follows a quotation is nothing but a signature. */
export function isOnlySignature(lines: readonly string[]): boolean {
  const text = lines.filter((line) => !isBlank(line));
  if (text.length === 1) return isDeviceLine(text[0] ?? '') || isDelimiter(text, 0);
  return isDelimiter(text, 0) && text.length <= maxSignatureLines;
}

function delimiterAt(lines: readonly string[]): number | null {
  const at = lines.findLastIndex((_line, index) => isDelimiter(lines, index));
  if (at < 0 || lines.slice(0, at).every(isBlank)) return null;
  return lines.length - at <= maxSignatureLines ? at : null;
}

// A mailing list program puts its name below a ruled line of underscores.
function isDelimiter(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.length < 200 && line.trim() === '--') return line.startsWith('--');
  return (
    /^_{2,}$/.test(line.slice(0, 200).trim()) &&
    /\bmailing list\s*$/i.test(lines[index + 1]?.slice(0, 200) ?? '')
  );
}

function isDeviceLine(line: string): boolean {
  if (line.length > maxDeviceLineChars * 4) return false;
  const text = line.replace(/<[^<>]*>|\(https?:[^()]*\)|https?:\S+/g, '').trim();
  if (text.length > maxDeviceLineChars || !/^[\p{Lu}\p{Lo}i]/u.test(text)) return false;
  if (/[,;!?]/.test(text) || text.endsWith('.')) return false;
  const lower = text.toLowerCase();
  return devicePhrases.some(([start = '', rest = '']) => {
    const device = lower.slice(start.length).trim();
    return (
      lower.startsWith(start) &&
      device.includes(rest) &&
      device.split(/\s+/).length <= maxDeviceWords
    );
  });
}

function contactBlockAt(lines: readonly string[]): number | null {
  const end = lastTextLine(lines);
  const gap = lines.slice(0, end + 1).findLastIndex(isBlank);
  const block = lines.slice(gap + 1, end + 1).map((line) => line.trim());
  if (gap < 1 || block.length < 3 || block.length > maxContactLines) return null;
  const before = lines.slice(0, gap).findLast((line) => !isBlank(line)) ?? '';
  // "You can reach me here:" makes the lines below it an answer, not a signature.
  if (before === '' || /[:：]\s*$/.test(before.slice(-10))) return null;
  if (block.some((line) => line.length > maxContactLineChars || /[?!]$/.test(line))) return null;
  const contacts = block.filter((line) => contactLine.test(line)).length;
  return contacts >= 2 && !contactLine.test(block[0] ?? '') ? gap + 1 : null;
}

function lastTextLine(lines: readonly string[]): number {
  return lines.findLastIndex((line) => !isBlank(line));
}
