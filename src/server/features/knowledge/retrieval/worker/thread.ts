import { Worker } from 'node:worker_threads';
import type { RetrievalResult } from '../retrieval.types.ts';
import type { NumberedRequest, WorkerReply, WorkerRequest } from './messages.ts';

/** A running thread of indices. */
export interface RetrievalThread {
  /** Rejects when the thread ends before it replied. */
  ask(request: WorkerRequest): Promise<RetrievalResult | null>;
  /** Whether it still runs. */
  isAlive(): boolean;
  end(): Promise<void>;
}

interface Waiting {
  resolve: (result: RetrievalResult | null) => void;
  reject: (error: Error) => void;
}

const MOST_MEMORY_MB = 2048;

/** Starts a thread of indices; `onEnd` is called once when it ended, by itself or not. */
export function startThread(onEnd: () => void): RetrievalThread {
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let alive = true;
  const worker = new Worker(new URL('./retrieval.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  worker.unref();
  worker.on('message', (reply: WorkerReply) => {
    const asked = waiting.get(reply.number);
    waiting.delete(reply.number);
    if (waiting.size === 0) worker.unref();
    if ('error' in reply) asked?.reject(new Error(reply.error));
    else asked?.resolve(reply.result);
  });
  worker.on('error', (error: Error) => {
    alive = false;
    failAll(error);
  });
  worker.on('exit', () => {
    alive = false;
    failAll(new Error('The retrieval thread ended.'));
    onEnd();
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (!alive) return reject(new Error('The retrieval thread ended.'));
        number += 1;
        waiting.set(number, { resolve, reject });
        // A question that waits keeps the process alive, an idle index does not.
        worker.ref();
        worker.postMessage({ number, request } satisfies NumberedRequest);
      }),
    isAlive: () => alive,
    end: async () => {
      await worker.terminate();
    },
  };

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
}
