import { availableParallelism } from 'node:os';
import { createEncoderThread } from './encoder-thread.ts';

/** What many texts mean, each encoded once, by as many threads as there are processors. */
export async function encodeAll(texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const distinct = [...new Set(texts)];
  const threads = Array.from({ length: availableParallelism() }, createEncoderThread);
  const found = new Map<string, Float32Array>();
  try {
    await Promise.all(
      distinct.map(async (text, i) => {
        const thread = threads[i % threads.length];
        if (thread) found.set(text, await thread.encode(text, false));
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
  return found;
}
