/** The thread that reads one large mail and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { isMailUnreadable } from './mail.types.ts';
import { readMail } from './read-mail.ts';

try {
  parentPort?.postMessage({ mail: await readMail(workerData as Uint8Array) });
} catch (error) {
  if (!isMailUnreadable(error)) throw error;
  // Errors lose their code on the way to another thread.
  parentPort?.postMessage({ unreadable: error.message });
}
