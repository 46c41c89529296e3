import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/**
 * The lines of a JSONL file, plain or gzipped, each checked against a schema. Empty lines are skipped.
 * Throws with the file, the number of the first line that does not fit, and the field.
 */
export function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema>[] {
  return parseJsonLines(readFileSync(file), { name: file, schema });
}

/** The same of a file at hand, called by a name where a line does not fit. */
export function parseJsonLines<Schema extends z.ZodType>(
  bytes: Buffer,
  { name, schema }: { name: string; schema: Schema },
): z.infer<Schema>[] {
  // The decoder leaves out the mark that some editors begin a file with.
  const text = new TextDecoder().decode(isPacked(bytes) ? unpack(bytes) : bytes);
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line, `${name}, line ${index + 1}`));
    if (parsed.success) return [parsed.data];
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'does not fit' };
    const field = path.length === 0 ? '' : ` ${path.join('.')}:`;
    throw new Error(`${name}, line ${index + 1}:${field} ${message}.`);
  });
}

const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;

function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpack(bytes: Buffer): Buffer {
  return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES });
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place}: this is not JSON.`, { cause });
  }
}
