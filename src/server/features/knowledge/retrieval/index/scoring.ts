import type { Collection } from './collection.ts';
import type { QueryTerm } from './query-terms.ts';
import { rarityOf } from './rarity.ts';

/** The lexical scores of one bag of words over a whole collection. */
export interface Scores {
  /** By passage. */
  passage: Float32Array;
  /** By article: its text as a whole, its title, and its best passage with that passage's unit. */
  article: Float32Array;
  title: Float32Array;
  /** By article: text and title as two fields of one score. */
  full: Float32Array;
  best: Float32Array;
  bestUnit: Int32Array;
}

const K1 = 1.2;
/** What a word scores at most, times its rarity. */
export const HIGHEST_TERM_SCORE = K1 + 1;
const PASSAGE_B = 0.6;
const ARTICLE_B = 0.6;
const TITLE_B = 0.5;
const HEADING_WEIGHT = 1.5;
const TITLE_WEIGHT = 2;

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
    full: new Float32Array(slots),
    best: new Float32Array(slots),
    bestUnit: new Int32Array(slots).fill(-1),
  };
  const counts = new Float32Array(slots);
  for (const term of terms) if (term.term >= 0) addTerm(term, collection, { scores, counts });
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

interface Work {
  scores: Scores;
  /** How often the text of each article holds the term; zero again when a term is done. */
  counts: Float32Array;
}

function addTerm(query: QueryTerm, collection: Collection, { scores, counts }: Work): void {
  const inPassage = query.idf * query.weight;
  const { passage, article, title, full } = scores;
  const { meanPassageLength, meanArticleLength, meanTitleLength } = collection;
  const touched: number[] = [];
  let last = -1;
  collection.passages.each(query.term, (unit, body, head) => {
    const slot = collection.slotOf(unit);
    // What was removed or replaced makes no word more common.
    if (!collection.recordAt(slot)) return;
    const length = collection.lengthOf(unit) / meanPassageLength;
    const count = body / (1 - PASSAGE_B + PASSAGE_B * length) + (head > 0 ? HEADING_WEIGHT : 0);
    passage[unit] = (passage[unit] ?? 0) + inPassage * saturate(count);
    if (slot !== last) touched.push(slot);
    last = slot;
    counts[slot] = (counts[slot] ?? 0) + body + head;
  });
  // A word of every article tells nothing about which one, however rare it is among their passages.
  const holders = Math.max(touched.length, collection.titles.countOf(query.term));
  const units = Math.max(holders, collection.articleCount);
  const among = { count: holders, units, length: meanArticleLength };
  const gain = query.weight * rarityOf(query.term, among, collection.dictionary);
  for (const slot of touched) {
    const length = collection.articleLengthOf(slot) / meanArticleLength;
    const count = (counts[slot] ?? 0) / (1 - ARTICLE_B + ARTICLE_B * length);
    counts[slot] = count;
    article[slot] = (article[slot] ?? 0) + gain * saturate(count);
    full[slot] = (full[slot] ?? 0) + gain * saturate(count);
  }
  collection.titles.each(query.term, (slot, times) => {
    const length = (collection.recordAt(slot)?.titleTerms.length ?? 0) / meanTitleLength;
    const count = times / (1 - TITLE_B + TITLE_B * length);
    title[slot] = (title[slot] ?? 0) + gain * saturate(count);
    const body = counts[slot] ?? 0;
    full[slot] =
      (full[slot] ?? 0) + gain * (saturate(body + TITLE_WEIGHT * count) - saturate(body));
  });
  for (const slot of touched) counts[slot] = 0;
}

/** How much a count is worth: rising to K1 + 1, ever slower. */
function saturate(count: number): number {
  return (count * (K1 + 1)) / (count + K1);
}
