import { createVectorTable } from '../../../../platform/encoder/index.ts';
import type { KnowledgeArticle } from '../retrieval.types.ts';
import type { WordVectors } from '../words/word-vectors.ts';
import { recordOf, type ArticleRecord } from './article-record.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { centred, meanOf, type Meaning } from './meaning.ts';
import { createPostings, type Postings } from './postings.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** The articles of one index with everything that finding them needs. */
export interface Collection {
  readonly dictionary: Dictionary;
  readonly spelling: Spelling;
  readonly vectors: WordVectors | null;
  /** Units are passages: where each stem stands in their text and headings. */
  readonly passages: Postings;
  /** Units are articles: where each stem stands in their titles. */
  readonly titles: Postings;
  readonly articleCount: number;
  readonly passageCount: number;
  /** One more than the largest unit ever given out, and the same for articles. */
  readonly unitEnd: number;
  readonly slotEnd: number;
  /** The record in a slot, or undefined where the article was removed. */
  recordAt(slot: number): ArticleRecord | undefined;
  /** The slot of a passage's article. */
  slotOf(unit: number): number;
  /** The slot of an article; undefined for one that is not there. */
  slotOfArticle(articleId: string): number | undefined;
  /** The first unit of an article. */
  firstUnitOf(slot: number): number;
  /** Words in the text of a unit. */
  lengthOf(unit: number): number;
  /** Words in the text of an article. */
  articleLengthOf(slot: number): number;
  readonly meanPassageLength: number;
  readonly meanArticleLength: number;
  readonly meanTitleLength: number;
  /** Adds an article, or puts it in the place of the one with the same id. */
  put(article: KnowledgeArticle): void;
  /** Takes an article out; false where there is none. */
  remove(articleId: string): boolean;
  articles(): KnowledgeArticle[];
  /** What all passages share; made anew once a tenth of the articles changed. */
  meanMeaning(): Float32Array;
  /** How near a centred meaning is to passages and titles. */
  sensesNear(asked: Float32Array): SensesNear;
}

const NO_TERMS = new Uint32Array(0);

/** How near a meaning is to all passages by unit, and to all titles by slot, as cosines. */
export interface SensesNear {
  readonly passages: Float32Array;
  readonly titles: Float32Array;
}

interface Slot {
  record: ArticleRecord | undefined;
  firstUnit: number;
  words: number;
}

/** An empty collection. Stems of an earlier one may be given, so that numbers stay the same. */
export function createCollection(vectors: WordVectors | null): Collection {
  const dictionary = createDictionary(vectors);
  const slots: Slot[] = [];
  const slotOfUnit: number[] = [];
  const lengths: number[] = [];
  const slotOfId = new Map<string, number>();
  let passages = createPostings();
  let titles = createPostings();
  let mean: Float32Array = new Float32Array(0);
  let changes = 0;
  const units = createVectorTable(vectors?.dimensions ?? 0);
  const heads = createVectorTable(vectors?.dimensions ?? 0);
  const live = { articles: 0, passages: 0, words: 0, titleWords: 0 };
  const spelling = createSpelling(
    dictionary.stems,
    (term) => passages.countOf(term) + titles.countOf(term),
  );
  return {
    dictionary,
    spelling,
    vectors,
    get passages() {
      return passages;
    },
    get titles() {
      return titles;
    },
    get articleCount() {
      return live.articles;
    },
    get passageCount() {
      return live.passages;
    },
    get unitEnd() {
      return slotOfUnit.length;
    },
    get slotEnd() {
      return slots.length;
    },
    get meanPassageLength() {
      return live.words / Math.max(1, live.passages);
    },
    get meanArticleLength() {
      return live.words / Math.max(1, live.articles);
    },
    get meanTitleLength() {
      return live.titleWords / Math.max(1, live.articles);
    },
    recordAt: (slot) => slots[slot]?.record,
    slotOf: (unit) => slotOfUnit[unit] ?? -1,
    slotOfArticle: (articleId) => slotOfId.get(articleId),
    firstUnitOf: (slot) => slots[slot]?.firstUnit ?? 0,
    articleLengthOf: (slot) => slots[slot]?.words ?? 0,
    lengthOf: (unit) => lengths[unit] ?? 0,
    put,
    remove,
    meanMeaning,
    sensesNear: (asked) => ({ passages: units.cosines(asked), titles: heads.cosines(asked) }),
    articles: () => slots.flatMap((slot) => (slot.record ? [slot.record.article] : [])),
  };

  function meanMeaning(): Float32Array {
    if (changes === 0 || (changes < live.articles / 10 && mean.length > 0)) return mean;
    const meanings = slots.flatMap(({ record }) =>
      (record?.passages ?? []).map(({ meaning }) => meaning),
    );
    mean = meanOf(meanings, vectors?.dimensions ?? 0);
    changes = 0;
    slots.forEach((_, slot) => place(slot));
    return mean;
  }

  function put(article: KnowledgeArticle): void {
    remove(article.id);
    insert(recordOf(article, dictionary));
  }

  function insert(record: ArticleRecord): void {
    const slot = slots.length;
    slots.push({ record, firstUnit: slotOfUnit.length, words: wordsOf(record) });
    slotOfId.set(record.article.id, slot);
    titles.add(slot, record.titleTerms, NO_TERMS);
    for (const passage of record.passages) {
      passages.add(slotOfUnit.length, passage.terms, passage.headingTerms);
      slotOfUnit.push(slot);
      lengths.push(passage.terms.length);
    }
    if (mean.length > 0) place(slot);
    count(record, 1);
  }

  /** Writes the meanings of an article into the tables. */
  function place(slot: number): void {
    const { record, firstUnit } = slots[slot] ?? { record: undefined, firstUnit: 0 };
    if (!record) return;
    const turned = (meaning: Meaning | null) => meaning && centred(meaning, mean);
    heads.set(slot, turned(record.titleMeaning));
    record.passages.forEach(({ meaning }, i) => units.set(firstUnit + i, turned(meaning)));
  }

  function remove(articleId: string): boolean {
    const number = slotOfId.get(articleId);
    const slot = number === undefined ? undefined : slots[number];
    if (!slot?.record) return false;
    count(slot.record, -1);
    titles.letGo(slot.record.titleTerms, NO_TERMS);
    for (const passage of slot.record.passages) passages.letGo(passage.terms, passage.headingTerms);
    slot.record = undefined;
    slotOfId.delete(articleId);
    if (slotOfUnit.length > 1000 && live.passages < slotOfUnit.length / 2) compact();
    return true;
  }

  /** Gives the living articles new numbers once more than half of all passages are dead. */
  function compact(): void {
    const records = slots.flatMap((slot) => (slot.record ? [slot.record] : []));
    slots.length = 0;
    slotOfUnit.length = 0;
    lengths.length = 0;
    passages = createPostings();
    titles = createPostings();
    Object.assign(live, { articles: 0, passages: 0, words: 0, titleWords: 0 });
    for (const record of records) insert(record);
  }

  function count(record: ArticleRecord, sign: 1 | -1): void {
    changes += 1;
    live.articles += sign;
    live.passages += sign * record.passages.length;
    live.titleWords += sign * record.titleTerms.length;
    live.words += sign * wordsOf(record);
  }
}

function wordsOf({ passages }: ArticleRecord): number {
  return passages.reduce((sum, passage) => sum + passage.terms.length, 0);
}
