import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Candidate } from './candidates.ts';
import type { Page, Sent } from './reading.ts';

export type ReaderRequest =
  | { readonly kind: 'open'; readonly sent: Sent }
  | { readonly kind: 'part'; readonly at: number }
  | { readonly kind: 'page'; readonly page: Page };

export type ReaderReply =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'candidate'; readonly candidate: Candidate | null }
  | { readonly kind: 'error'; readonly message: string };

/** Reads an import beside the event loop: what takes too long or too much memory is left out, nothing waits for it. */
export interface ImportReader {
  /** The names of what was sent. Throws a sentence where it cannot be read. */
  open(sent: Sent): Promise<readonly string[]>;
  /** The part at a place of what was opened. */
  part(at: number, name: string): Promise<Candidate>;
  page(page: Page): Promise<Candidate>;
  close(): Promise<void>;
}

const WORKER = new URL('./reader.worker.ts', import.meta.url);
const mostMemoryMb = 512;

/**
 * A reader with a thread of its own. A page of a megabyte of nested tags kept the server busy for two minutes
 * when it was read in the event loop; here it costs `limitMs` and is told as unreadable.
 */
export function createImportReader({ limitMs = 15_000 } = {}): ImportReader {
  let worker: Worker | null = null;
  let opened: Sent | null = null;

  async function ask(request: ReaderRequest): Promise<ReaderReply> {
    try {
      worker ??= await startedWorker();
      return await replyOf(worker, request, limitMs);
    } catch (error) {
      await worker?.terminate();
      worker = null;
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
    }
  }

  async function candidate(name: string, request: ReaderRequest): Promise<Candidate> {
    const reply = await ask(request);
    if (reply.kind === 'candidate' && reply.candidate) return reply.candidate;
    return { name, reason: reply.kind === 'error' ? reply.message : 'It cannot be read.' };
  }

  async function open(sent: Sent): Promise<readonly string[]> {
    const reply = await ask({ kind: 'open', sent });
    if (reply.kind === 'names') return reply.names;
    throw new Error(reply.kind === 'error' ? reply.message : 'It cannot be read.');
  }

  return {
    open(sent) {
      opened = sent;
      return open(sent);
    },
    async part(at, name) {
      // A thread that was ended over the part before knows nothing.
      if (worker === null && opened !== null) await open(opened);
      return candidate(name, { kind: 'part', at });
    },
    page: (page) => candidate(page.url, { kind: 'page', page }),
    async close() {
      await worker?.terminate();
    },
  };
}

/** A thread that has loaded what it needs, which on a busy machine takes longer than most parts do. */
async function startedWorker(): Promise<Worker> {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  await once(worker, 'message');
  return worker;
}

async function replyOf(
  worker: Worker,
  request: ReaderRequest,
  limitMs: number,
): Promise<ReaderReply> {
  let timer: NodeJS.Timeout | undefined;
  const reply = new Promise<ReaderReply>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It takes too long to read.')), limitMs);
    worker.once('message', resolve);
    worker.once('error', () => reject(new Error('It takes too much memory to read.')));
    worker.once('exit', () => reject(new Error('It takes too much memory to read.')));
    worker.postMessage(request);
  });
  return reply.finally(() => {
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    // An error nobody listens to any more must not end the process.
    worker.on('error', () => undefined);
  });
}
