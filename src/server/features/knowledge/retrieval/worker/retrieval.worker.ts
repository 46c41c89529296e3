/** The thread that keeps the indices of all open workspaces and answers one request after the other. */
import { parentPort } from 'node:worker_threads';
import { createRetrievalIndex, type RetrievalIndex } from '../retrieval-index.ts';
import type { RetrievalResult } from '../retrieval.types.ts';
import { readWordVectors } from '../words/word-vectors.ts';
import type { NumberedRequest, WorkerReply, WorkerRequest } from './messages.ts';

const vectors = readWordVectors();
const indices = new Map<string, RetrievalIndex>();

parentPort?.on('message', ({ number, request }: NumberedRequest) => {
  parentPort?.postMessage(replyTo(number, request));
});

function replyTo(number: number, request: WorkerRequest): WorkerReply {
  try {
    return { number, result: carryOut(request) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}

function carryOut(request: WorkerRequest): RetrievalResult | null {
  if (request.kind === 'evict') {
    indices.delete(request.workspaceId);
    return null;
  }
  const index = indexOf(request.workspaceId);
  switch (request.kind) {
    case 'put':
      for (const article of request.articles) index.put(article);
      return null;
    case 'remove':
      for (const articleId of request.articleIds) index.remove(articleId);
      return null;
    case 'synonyms':
      index.setSynonyms(request.groups);
      return null;
    case 'query':
      return index.query(request.question);
  }
}

function indexOf(workspaceId: string): RetrievalIndex {
  const index = indices.get(workspaceId) ?? createRetrievalIndex({ vectors });
  indices.set(workspaceId, index);
  return index;
}
