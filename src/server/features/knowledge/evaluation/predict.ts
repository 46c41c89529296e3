import { encodeAll } from '../../../platform/encoder/index.ts';
import { detectLanguage } from '../../followups/index.ts';
import {
  createRetrievalIndex,
  type KnowledgeArticle,
  type RetrievalIndex,
} from '../retrieval/index.ts';
import { textsOf } from '../vectors/texts.ts';
import type { EvaluationCase, PredictedItem } from './evaluation.types.ts';

/** More passages than this are found by words alone: at 10 ms each they would take longer than anybody waits. */
const MOST_ENCODED = 20_000;

/** Predicts one item a case, in order, from the articles and the cases alone: gold never comes in here. */
export async function predictAll(
  articles: readonly KnowledgeArticle[],
  cases: readonly EvaluationCase[],
): Promise<PredictedItem[]> {
  const meanings = await meaningsOf(articles, cases);
  const index = createRetrievalIndex();
  for (const article of articles) {
    const vectors = passagesOf(article).flatMap((text) => meanings.get(text) ?? []);
    index.put({ ...article, vectors });
  }
  return cases.map(({ id, question }) => {
    const vector = meanings.get(question.text);
    return predictOne(index, { id, question: vector ? { ...question, vector } : question });
  });
}

/** The meanings of all passages and of the questions in English. */
async function meaningsOf(
  articles: readonly KnowledgeArticle[],
  cases: readonly EvaluationCase[],
): Promise<Map<string, Float32Array>> {
  const passages = articles.flatMap(passagesOf);
  if (passages.length > MOST_ENCODED) return new Map();
  const questions = cases.map(({ question }) => question.text);
  const english = questions.filter((text) => detectLanguage([text]).language === 'en');
  return encodeAll(english.length === 0 ? [] : [...passages, ...english]);
}

function passagesOf({ title, text }: KnowledgeArticle): string[] {
  return textsOf({ title, body: text }).map((passage) => passage.text);
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
