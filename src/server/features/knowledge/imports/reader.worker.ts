/** The thread in which what is imported is made sense of, one part after the other. */
import { parentPort } from 'node:worker_threads';
import type { Part } from './candidates.ts';
import type { ReaderReply, ReaderRequest } from './reader.ts';
import { candidateOfPage, partsOf } from './reading.ts';

let parts: Part[] = [];

parentPort?.on('message', (request: ReaderRequest) => parentPort?.postMessage(replyTo(request)));
parentPort?.postMessage('ready');

function replyTo(request: ReaderRequest): ReaderReply {
  try {
    switch (request.kind) {
      case 'open':
        parts = partsOf(request.sent);
        return { kind: 'names', names: parts.map(({ name }) => name) };
      case 'part':
        return { kind: 'candidate', candidate: parts[request.at]?.read() ?? null };
      case 'page':
        return { kind: 'candidate', candidate: candidateOfPage(request.page) };
    }
  } catch (error) {
    return {
      kind: 'error',
      message: error instanceof Error ? error.message : 'It cannot be read.',
    };
  }
}
