import type { Collection } from './collection.ts';
import type { QueryTerm } from './query-terms.ts';

/** The lexical scores of one bag of words over a whole collection. */
export interface Scores {
  /** By passage. */
  passage: Float32Array;
  /** By article: its text as a whole, its title, and its best passage with that passage's unit. */
  article: Float32Array;
  title: Float32Array;
  best: Float32Array;
  bestUnit: Int32Array;
}

const K1 = 1.2;
const PASSAGE_B = 0.6;
const ARTICLE_B = 0.6;
const TITLE_B = 0.5;
const HEADING_WEIGHT = 1.5;

/**
 * BM25F (Zaragoza et al., TREC 2004) over passages, with headings as a second field; BM25 over whole
 * articles and over titles, all from the same postings.
 */
export function scoresOf(terms: readonly QueryTerm[], collection: Collection): Scores {
  const slots = collection.slotEnd;
  const scores: Scores = {
    passage: new Float32Array(collection.unitEnd),
    article: new Float32Array(slots),
    title: new Float32Array(slots),
    best: new Float32Array(slots),
    bestUnit: new Int32Array(slots).fill(-1),
  };
  for (const term of terms) if (term.term >= 0) addTerm(term, collection, scores);
  for (let unit = 0; unit < collection.unitEnd; unit += 1) {
    const score = scores.passage[unit] ?? 0;
    if (score === 0) continue;
    const slot = collection.slotOf(unit);
    if (score > (scores.best[slot] ?? 0)) {
      scores.best[slot] = score;
      scores.bestUnit[slot] = unit;
    }
  }
  return scores;
}

function addTerm({ term, idf, weight }: QueryTerm, collection: Collection, scores: Scores): void {
  const gain = idf * weight;
  const { passage, article, title } = scores;
  const { meanPassageLength, meanArticleLength, meanTitleLength } = collection;
  let open = -1;
  let inArticle = 0;
  const closeArticle = (): void => {
    if (open < 0) return;
    const length = collection.articleLengthOf(open) / meanArticleLength;
    article[open] = (article[open] ?? 0) + gain * saturate(inArticle, 1 - ARTICLE_B + ARTICLE_B * length);
  };
  collection.passages.each(term, (unit, body, head) => {
    const length = collection.lengthOf(unit) / meanPassageLength;
    const count = body / (1 - PASSAGE_B + PASSAGE_B * length) + (head > 0 ? HEADING_WEIGHT : 0);
    passage[unit] = (passage[unit] ?? 0) + gain * saturate(count, 1);
    const slot = collection.slotOf(unit);
    if (slot !== open) {
      closeArticle();
      open = slot;
      inArticle = 0;
    }
    inArticle += body + head;
  });
  closeArticle();
  collection.titles.each(term, (slot, count) => {
    const length = (collection.recordAt(slot)?.titleTerms.length ?? 0) / meanTitleLength;
    title[slot] = (title[slot] ?? 0) + gain * saturate(count, 1 - TITLE_B + TITLE_B * length);
  });
}

function saturate(count: number, length: number): number {
  return (count * (K1 + 1)) / (count + K1 * length);
}
