import { Worker } from 'node:worker_threads';
import { mailUnreadable, type ReadMail } from './mail.types.ts';
import { readMail } from './read-mail.ts';

export interface ApartLimits {
  /** Smaller mails are read in place: they take less than starting a thread does. */
  readonly inPlaceBytes: number;
  /** A mail that takes longer is unreadable. */
  readonly timeoutMs: number;
}

/**
 * A mail of 4.5 MB takes 0.3 to 0.7 s of one core, in which nothing else would be answered; a thread
 * starts in about 0.1 s. One of 256 kB takes less than 50 ms.
 */
const defaultLimits: ApartLimits = { inPlaceBytes: 256 * 1024, timeoutMs: 60_000 };

type Answer = { readonly mail: ReadMail } | { readonly unreadable: string };

/**
 * Makes a reader of mails that keeps the process answering: large ones are read in a thread of their own,
 * one after the other, and given up after a while. Throws what `readMail` throws.
 */
export function createMailReading(limits: ApartLimits = defaultLimits) {
  let turn: Promise<unknown> = Promise.resolve();
  return (raw: Uint8Array): Promise<ReadMail> => {
    if (raw.byteLength <= limits.inPlaceBytes) return readMail(raw);
    const mine = turn.then(() => readApart(raw, limits.timeoutMs));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

function readApart(raw: Uint8Array, timeoutMs: number): Promise<ReadMail> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-mail.worker.ts', import.meta.url), {
      workerData: raw,
      // A mail that would exhaust the memory ends its thread only.
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    });
    const timer = setTimeout(() => {
      reject(mailUnreadable(`Reading it took longer than ${timeoutMs / 1_000} s.`));
      void worker.terminate();
    }, timeoutMs);
    worker.once('message', (answer: Answer) => {
      if ('mail' in answer) resolve(answer.mail);
      else reject(mailUnreadable(answer.unreadable));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // Ignored where it has answered.
      reject(new Error(`The thread that read a mail ended with ${code}.`));
    });
  });
}
