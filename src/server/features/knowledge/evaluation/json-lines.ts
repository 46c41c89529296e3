import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/**
 * The lines of a JSONL file, plain or gzipped, each checked against a schema. Empty lines are skipped.
 * Throws with the file and the number of the first line that does not fit.
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
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes).toString('utf8');
  const found: z.infer<Schema>[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new Error(`${name}, line ${index + 1}: ${issue?.path.join('.')} ${issue?.message}`);
    }
    found.push(parsed.data);
  });
  return found;
}

const mostUnpackedBytes = 256 * 1024 * 1024;

function unpack(bytes: Buffer): Buffer {
  return gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
