import { extractAnswer } from './answers/extract.ts';
import { createCollection } from './index/collection.ts';
import { createSynonymTable } from './index/synonym-table.ts';
import { SHIPPED_CONFIDENCE, type ConfidenceModel } from './ranking/confidence.ts';
import { decide } from './ranking/decide.ts';
import { softmax } from './ranking/numbers.ts';
import {
  SHIPPED_RANKING,
  type RankedCandidate,
  type RankingModel,
} from './ranking/ranking-model.ts';
import type { KnowledgeArticle, Question, RetrievalResult, Synonyms } from './retrieval.types.ts';
import { findCandidates, rankFound } from './search.ts';
import { createVectorShelf } from './vector-shelf.ts';
import { readWordVectors, type WordVectors } from './words/word-vectors.ts';

/** An index over the articles of one workspace, in memory. */
export interface RetrievalIndex {
  readonly articleCount: number;
  readonly passageCount: number;
  /** Adds an article, or replaces the one with the same id. */
  put(article: KnowledgeArticle): void;
  /** Takes an article out; false where there is none. */
  remove(articleId: string): boolean;
  setSynonyms(groups: Synonyms): void;
  /** Never throws for any text. */
  query(question: Question): RetrievalResult;
  /** Everything needed to make the same index again, as JSON. */
  serialise(): SerialisedIndex;
}

/** An index put away: making it again from the articles is as fast as reading postings would be. */
export interface SerialisedIndex {
  version: 1;
  articles: KnowledgeArticle[];
  synonyms: Synonyms;
}

/** The learned parts; left out, those that are shipped. Null vectors search by words alone. */
export interface IndexOptions {
  vectors?: WordVectors | null;
  ranking?: RankingModel;
  confidence?: ConfidenceModel;
}

const MOST_RANKED = 20;
const NOTHING: RetrievalResult = {
  ranked: [],
  confidence: 0,
  signals: {},
  clarify: 0,
  decision: 'hand_over',
  answer: '',
  citations: [],
};

/** An empty index. */
export function createRetrievalIndex(options: IndexOptions = {}): RetrievalIndex {
  const vectors = options.vectors === undefined ? readWordVectors() : options.vectors;
  const { ranking = SHIPPED_RANKING, confidence = SHIPPED_CONFIDENCE } = options;
  const collection = createCollection(vectors);
  const shelf = createVectorShelf();
  let synonyms: Synonyms = [];
  let table = createSynonymTable(synonyms, collection.dictionary);
  return {
    get articleCount() {
      return collection.articleCount;
    },
    get passageCount() {
      return collection.passageCount;
    },
    put({ vectors: meanings = [], ...article }) {
      collection.put(article);
      shelf.put(article.id, meanings);
    },
    remove(articleId) {
      shelf.put(articleId, []);
      return collection.remove(articleId);
    },
    setSynonyms: (groups) => {
      synonyms = groups;
      table = createSynonymTable(groups, collection.dictionary);
    },
    query,
    serialise: () => ({ version: 1, articles: collection.articles(), synonyms }),
  };

  function query(question: Question): RetrievalResult {
    const nearness = question.vector ? shelf.nearness(question.vector) : null;
    const found = findCandidates(question, collection, table, nearness);
    const { ranked, signals } = rankFound(found, { collection, ranking, question });
    const [best] = ranked;
    if (!best || !signals) return NOTHING;
    const decided = decide(signals.values, found.parts, confidence);
    const citations = extractAnswer(best.record, found.parts, { signals, collection });
    return {
      ranked: toRanked(
        ranked,
        found.scores.main.bestUnit,
        (unit, slot) => unit - collection.firstUnitOf(slot),
      ),
      signals: signals.values,
      ...decided,
      answer: citations.map(({ quote }) => quote).join('\n'),
      citations,
    };
  }
}

/** An index made again from one that was put away. */
export function restoreIndex(from: SerialisedIndex, options: IndexOptions = {}): RetrievalIndex {
  const index = createRetrievalIndex(options);
  for (const article of from.articles) index.put(article);
  index.setSynonyms(from.synonyms);
  return index;
}

function toRanked(
  ranked: readonly RankedCandidate[],
  bestUnit: Int32Array,
  placeOf: (unit: number, slot: number) => number,
): RetrievalResult['ranked'] {
  const chances = softmax(ranked.map(({ score }) => score));
  return ranked.slice(0, MOST_RANKED).map(({ record, slot }, i) => ({
    articleId: record.article.id,
    score: chances[i] ?? 0,
    passageId: record.passages[Math.max(0, placeOf(bestUnit[slot] ?? -1, slot))]?.id ?? 'empty',
  }));
}
