export type {
  Citation,
  KnowledgeArticle,
  Passage,
  Question,
  RankedArticle,
  RetrievalResult,
  Synonyms,
} from './retrieval.types.ts';
export {
  createRetrievalIndex,
  restoreIndex,
  type IndexOptions,
  type RetrievalIndex,
} from './retrieval-index.ts';
export { passagesOf } from './passages.ts';
export {
  createRetrievalService,
  type RetrievalService,
  type RetrievalSource,
} from './worker/retrieval-service.ts';
