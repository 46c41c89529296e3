import type {
  AnswerCitation,
  ConfidencePart,
  FoundPassage,
} from '../../../../contracts/answers.ts';
import { passagesOf, type Citation, type RankedArticle } from '../retrieval/index.ts';
import type { AnswerableArticle } from './answers.store.ts';

/** Where a customer reads an article; null where they cannot. */
export type ArticleUrl = (article: AnswerableArticle) => string | null;

const emptyPassage = { headings: [], start: 0, end: 0 };

/** A ranked article with the words of its best passage. */
export function passageView(
  article: AnswerableArticle,
  { passageId, score }: RankedArticle,
  urlOf: ArticleUrl,
): FoundPassage {
  const passages = passagesOf(article.body);
  const passage = passages.find(({ id }) => id === passageId) ?? passages[0] ?? emptyPassage;
  return {
    ...sourceOf(article, urlOf),
    headings: passage.headings,
    text: article.body.slice(passage.start, passage.end),
    score,
  };
}

/** A quote with its article; null when the article no longer says so. */
export function citationView(
  article: AnswerableArticle,
  { passageId, start, end, quote }: Citation,
  urlOf: ArticleUrl,
): AnswerCitation | null {
  if (article.body.slice(start, end) !== quote) return null;
  const passage = passagesOf(article.body).find(({ id }) => id === passageId) ?? emptyPassage;
  return { ...sourceOf(article, urlOf), headings: passage.headings, quote, start, end };
}

/** What raised and lowered the confidence, strongest first. */
export function confidenceParts(
  signals: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): ConfidencePart[] {
  return Object.entries(weights)
    .map(([name, weight]) => ({
      name,
      value: signals[name] ?? 0,
      effect: weight * (signals[name] ?? 0),
    }))
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

function sourceOf(article: AnswerableArticle, urlOf: ArticleUrl) {
  const { id: articleId, version, title, visibility } = article;
  const url = visibility === 'public' ? urlOf(article) : null;
  return { articleId, version, title, visibility, url };
}
