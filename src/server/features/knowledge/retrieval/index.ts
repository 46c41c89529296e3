export type {
  Citation,
  KnowledgeArticle,
  Passage,
  Question,
  RankedArticle,
  RetrievalResult,
  Synonyms,
} from './retrieval.types.ts';
