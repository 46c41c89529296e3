import type { Readable } from 'node:stream';

/** Why a mail was not read to its end into memory. */
export type Oversize = 'too_large' | 'no_memory';

export interface MemoryBudget {
  /** Takes bytes of the budget; false when it is used up. */
  take(bytes: number): boolean;
  release(bytes: number): void;
}

/** Counts what all connections hold together. */
export function createMemoryBudget(limit: number): MemoryBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > limit) return false;
      held += bytes;
      return true;
    },
    release(bytes) {
      held -= bytes;
    },
  };
}

interface Bounds {
  readonly limit: number;
  readonly memory: MemoryBudget;
}

/**
 * Reads a mail into one buffer. Past a bound it lets go of what it held, reads the rest into nothing, as
 * SMTP can be answered only at the end, and tells why. The caller releases the bytes of a returned buffer.
 */
export async function readBounded(
  stream: Readable,
  { limit, memory }: Bounds,
): Promise<Buffer | Oversize> {
  const chunks: Buffer[] = [];
  let held = 0;
  let refused: Oversize | null = null;
  const letGo = () => {
    memory.release(held);
    held = 0;
    chunks.length = 0;
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (refused !== null) continue;
      if (held + chunk.byteLength > limit) refused = 'too_large';
      else if (!memory.take(chunk.byteLength)) refused = 'no_memory';
      if (refused === null) {
        held += chunk.byteLength;
        chunks.push(chunk);
      } else letGo();
    }
  } catch (error) {
    letGo();
    throw error;
  }
  return refused ?? Buffer.concat(chunks, held);
}
