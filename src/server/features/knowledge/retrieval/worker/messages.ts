import type { KnowledgeArticle, Question, RetrievalResult, Synonyms } from '../retrieval.types.ts';

/** What the thread of the indices is asked. */
export type WorkerRequest =
  | { kind: 'put'; workspaceId: string; articles: readonly KnowledgeArticle[] }
  | { kind: 'remove'; workspaceId: string; articleIds: readonly string[] }
  | { kind: 'synonyms'; workspaceId: string; groups: Synonyms }
  | { kind: 'query'; workspaceId: string; question: Question }
  | { kind: 'evict'; workspaceId: string };

/** A request with the number its reply carries. */
export interface NumberedRequest {
  number: number;
  request: WorkerRequest;
}

/** The reply: a result for a query, null for the rest, or what went wrong. */
export type WorkerReply =
  | { number: number; result: RetrievalResult | null }
  | { number: number; error: string };
