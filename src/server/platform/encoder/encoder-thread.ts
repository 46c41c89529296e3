import { Worker } from 'node:worker_threads';

/** The encoder beside the event loop, one text at a time. */
export interface EncoderThread {
  /** What a text means. Rejects when the thread fails. A text somebody waits for goes before the others. */
  encode(text: string, isAwaited: boolean): Promise<Float32Array>;
  close(): Promise<void>;
}

interface Waiting {
  readonly text: string;
  resolve(vector: Float32Array): void;
  reject(error: Error): void;
}

const WORKER = new URL('./encoder.worker.ts', import.meta.url);

/** A thread that starts with the first text (30 MB); one that failed is followed by another. */
export function createEncoderThread(): EncoderThread {
  const awaited: Waiting[] = [];
  const others: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;

  function start(): Worker {
    const started = new Worker(WORKER);
    started.unref();
    started.on('message', (vector: Float32Array) => {
      current?.resolve(vector);
      current = null;
      next();
    });
    started.on('error', (error: Error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('The thread of the encoder ended.')));
    return started;
  }

  /** What was asked of a thread that is no more goes with it; it says so once. */
  function fail(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = null;
    for (const { reject } of [current, ...awaited.splice(0), ...others.splice(0)].flatMap(
      (one) => one ?? [],
    ))
      reject(error);
    current = null;
  }

  function next(): void {
    if (current !== null) return;
    current = awaited.shift() ?? others.shift() ?? null;
    if (current === null) return worker?.unref();
    worker ??= start();
    worker.ref();
    worker.postMessage(current.text);
  }

  return {
    encode: (text, isAwaited) =>
      new Promise((resolve, reject) => {
        (isAwaited ? awaited : others).push({ text, resolve, reject });
        next();
      }),
    async close() {
      await worker?.terminate();
    },
  };
}
