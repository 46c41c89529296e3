/** The thread that encodes one text after the other. */
import { parentPort } from 'node:worker_threads';
import { createEncoder } from './encode.ts';

const encode = createEncoder();

parentPort?.on('message', (text: string) => parentPort?.postMessage(encode(text)));
