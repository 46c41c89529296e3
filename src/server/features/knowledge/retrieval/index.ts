export type {
  Citation,
  KnowledgeArticle,
  Question,
  RankedArticle,
  RetrievalResult,
} from './retrieval.types.ts';
export { createRetrievalIndex, type RetrievalIndex } from './retrieval-index.ts';
export { passagesOf } from './passages.ts';
export { createRetrievalService } from './worker/retrieval-service.ts';
