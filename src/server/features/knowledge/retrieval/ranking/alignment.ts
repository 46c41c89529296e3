import type { ArticleRecord, PassageRecord } from '../index/article-record.ts';
import type { QueryTerm, QueryTerms } from '../index/query-terms.ts';
import type { Similarities } from './similarities.ts';

/** How the words of a question meet those of an article. Parts are of the idf of the question's content. */
export interface Alignment {
  /** The part found in the whole article with its title. */
  article: number;
  /** The part found in the best passage, its headings and the title; likewise without the title. */
  passage: number;
  passageBare: number;
  /** The part found in the best sentence, and in the best three sentences in a row. */
  sentence: number;
  window: number;
  /** The same with near words counting by how near they are. */
  softArticle: number;
  softPassage: number;
  softSentence: number;
  /** The idf of the rarest content word that the article lacks, over the largest idf. */
  rarestMissing: number;
  /** The part of names, codes and numbers that the article lacks; 0 where the question has none. */
  namesMissing: number;
  /** The passage with the best exact and soft coverage. */
  bestPassage: number;
  /** The best sentence in it. */
  bestSentence: number;
}

/** Aligns the content words of a question with some passages of an article, by their places in it. */
export function align(
  query: QueryTerms,
  record: ArticleRecord,
  { similarities, looked }: { similarities: Similarities; looked: readonly number[] },
): Alignment {
  const terms = query.content;
  const total = massOf(terms);
  const result: Alignment = {
    article: 0,
    passage: 0,
    passageBare: 0,
    sentence: 0,
    window: 0,
    softArticle: 0,
    softPassage: 0,
    softSentence: 0,
    rarestMissing: 0,
    namesMissing: 0,
    bestPassage: 0,
    bestSentence: 0,
  };
  if (total === 0) return result;
  const title = reach(terms.length);
  similarities.raise(title, record.titleTerms);
  const whole = title.slice();
  let bestScore = -1;
  for (const index of looked) {
    const passage = record.passages[index];
    if (!passage) continue;
    const found = alignPassage(terms, passage, similarities);
    raiseBy(whole, found.reach);
    const withTitle = found.reach.slice();
    raiseBy(withTitle, title);
    const exact = exactPart(terms, withTitle, total);
    const soft = softPart(terms, withTitle, total);
    result.sentence = Math.max(result.sentence, found.sentence / total);
    result.window = Math.max(result.window, found.window / total);
    result.softSentence = Math.max(result.softSentence, found.softSentence / total);
    result.passageBare = Math.max(result.passageBare, exactPart(terms, found.reach, total));
    result.passage = Math.max(result.passage, exact);
    result.softPassage = Math.max(result.softPassage, soft);
    const score = exact + soft + (found.sentence + found.softSentence) / total;
    if (score <= bestScore) continue;
    bestScore = score;
    result.bestPassage = index;
    result.bestSentence = found.bestSentence;
  }
  result.article = exactPart(terms, whole, total);
  result.softArticle = softPart(terms, whole, total);
  return { ...result, ...missing(terms, whole) };
}

interface PassageAlignment {
  /** By query term: the nearest word, 1 for the same stem. */
  reach: Float32Array;
  sentence: number;
  window: number;
  softSentence: number;
  bestSentence: number;
}

function alignPassage(
  terms: readonly QueryTerm[],
  passage: PassageRecord,
  similarities: Similarities,
): PassageAlignment {
  const whole = reach(terms.length);
  similarities.raise(whole, passage.headingTerms);
  const found: PassageAlignment = {
    reach: whole,
    sentence: 0,
    window: 0,
    softSentence: 0,
    bestSentence: 0,
  };
  const last: Float32Array[] = [];
  let best = -1;
  let start = 0;
  passage.sentenceEnds.forEach((end, index) => {
    const here = reach(terms.length);
    similarities.raise(here, passage.terms.subarray(start, end));
    start = end;
    raiseBy(whole, here);
    const exact = exactPart(terms, here, 1);
    const soft = softPart(terms, here, 1);
    found.sentence = Math.max(found.sentence, exact);
    found.softSentence = Math.max(found.softSentence, soft);
    if (exact + soft > best) {
      best = exact + soft;
      found.bestSentence = index;
    }
    last.push(here);
    if (last.length > 3) last.shift();
    const window = here.slice();
    for (const other of last) raiseBy(window, other);
    found.window = Math.max(found.window, exactPart(terms, window, 1));
  });
  return found;
}

function reach(size: number): Float32Array {
  return new Float32Array(size);
}

function raiseBy(into: Float32Array, from: Float32Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = Math.max(into[i] ?? 0, from[i] ?? 0);
}

function massOf(terms: readonly QueryTerm[]): number {
  return terms.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
}

function exactPart(terms: readonly QueryTerm[], reached: Float32Array, total: number): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i];
    if (term && (reached[i] ?? 0) >= 1) sum += term.idf * term.weight;
  }
  return sum / total;
}

function softPart(terms: readonly QueryTerm[], reached: Float32Array, total: number): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i];
    if (term) sum += term.idf * term.weight * (reached[i] ?? 0);
  }
  return sum / total;
}

function missing(
  terms: readonly QueryTerm[],
  reached: Float32Array,
): Pick<Alignment, 'rarestMissing' | 'namesMissing'> {
  const largest = terms.reduce((most, { idf }) => Math.max(most, idf), 0.001);
  const absent = terms.filter((_, i) => (reached[i] ?? 0) < 1);
  const names = terms.filter(({ isName }) => isName);
  return {
    rarestMissing: absent.reduce((most, { idf }) => Math.max(most, idf), 0) / largest,
    namesMissing:
      names.length === 0 ? 0 : massOf(absent.filter(({ isName }) => isName)) / massOf(names),
  };
}
