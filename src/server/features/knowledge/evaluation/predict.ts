import {
  createRetrievalIndex,
  type KnowledgeArticle,
  type RetrievalIndex,
} from '../retrieval/index.ts';
import type { EvaluationCase, PredictedItem } from './evaluation.types.ts';

/** Predicts one item a case, in order, from the articles and the cases alone: gold never comes in here. */
export function predictAll(
  articles: readonly KnowledgeArticle[],
  cases: readonly EvaluationCase[],
): PredictedItem[] {
  const index = createRetrievalIndex();
  for (const article of articles) index.put(article);
  return cases.map((given) => predictOne(index, given));
}

function predictOne(index: RetrievalIndex, { id, question }: EvaluationCase): PredictedItem {
  const { ranked, decision, confidence, answer, citations } = index.query(question);
  return {
    id,
    ranked: ranked.map(({ articleId, score }) => ({ article: articleId, score })),
    decision,
    confidence,
    answer,
    citations: citations.map(({ articleId, quote }) => ({ article: articleId, quote })),
  };
}
