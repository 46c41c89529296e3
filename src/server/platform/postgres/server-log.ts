import { copyFile, open, stat, truncate } from 'node:fs/promises';

const MAX_BYTES = 5_000_000;
const TAIL_BYTES = 4_000;
const TAIL_LINES = 12;

/**
 * Keeps PostgreSQL's log at 5 MB, with as much again in `<file>.1`. The file is copied and emptied,
 * not renamed: a running server goes on writing to the file it has open.
 */
export async function boundLog(file: string, maxBytes = MAX_BYTES): Promise<void> {
  if ((await logSize(file)) <= maxBytes) return;
  await copyFile(file, `${file}.1`);
  await truncate(file, 0);
}

/** The length of the log in bytes, 0 when there is none. */
export async function logSize(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

/** The last lines that were written after `fromByte`. */
export async function tailOfLog(file: string, fromByte: number): Promise<string> {
  const size = await logSize(file);
  const start = Math.max(fromByte, size - TAIL_BYTES);
  if (start >= size) return '';
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(size - start);
    await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8').trim().split('\n').slice(-TAIL_LINES).join('\n');
  } finally {
    await handle.close();
  }
}
