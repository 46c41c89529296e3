import type { ArticleRecord, PassageRecord } from '../index/article-record.ts';
import type { Collection } from '../index/collection.ts';
import type { QueryTerm } from '../index/query-terms.ts';
import type { QuestionParts } from '../ranking/question-parts.ts';
import { fitsType } from '../ranking/question-type.ts';
import type { Signals } from '../ranking/signals.ts';
import { createSimilarities } from '../ranking/similarities.ts';
import type { Citation } from '../retrieval.types.ts';
import { tokensOf } from '../text/tokens.ts';
import { chooseUnits } from './choose.ts';
import { unitsOf, type Unit } from './units.ts';
import { isWanted, wantedOf, wantsAll, type Wanted } from './wanted.ts';
import { joined, whole } from './whole.ts';

/** How much of a question, by idf, the title must say for the question to name the article. */
const NAMED = 0.8;
/** A passage that is quoted whole where the question names its article; passages aim at 900 characters. */
const LONGEST_WHOLE = 1_200;
const TYPE_BONUS = 0.12;
const WANTED_BONUS = 0.12;

interface Reading {
  readonly record: ArticleRecord;
  readonly terms: readonly QueryTerm[];
  readonly reachOf: (words: Uint32Array) => Float32Array;
  readonly wanted: Wanted;
}

/**
 * The fewest paragraphs, lists, tables and blocks of code of the best passage that speak of what is asked, in
 * the order of the article; the whole of it where the question only names the article. Neighbours that are
 * cited together make one citation.
 */
export function extractAnswer(
  record: ArticleRecord,
  parts: QuestionParts,
  { signals, collection }: { signals: Signals; collection: Collection },
): Citation[] {
  const reading = readingOf(record, parts, collection);
  const isNamed = namesArticle(reading);
  const best = record.passages[signals.focus.bestPassage];
  const passage = isNamed ? passageWanted(reading, best) : best;
  if (!passage) return [];
  const { text, id: articleId } = record.article;
  const units = unitsOf(text, passage);
  const chosen = choose(units, reading, { parts, collection });
  const saysItAlone = !wantsAll(parts.type) && [...chosen].every(({ kind }) => kind === 'sentence');
  const isWhole = isNamed && !saysItAlone && passage.end - passage.start <= LONGEST_WHOLE;
  const taken = isWhole ? units : whole(units, chosen);
  return joined(taken, units).map(({ start, end }) => ({
    articleId,
    passageId: passage.id,
    start,
    end,
    quote: text.slice(start, end),
  }));
}

function readingOf(record: ArticleRecord, parts: QuestionParts, collection: Collection): Reading {
  const asked = parts.focus.content.length > 0 ? parts.focus : parts.main;
  const terms = [...asked.content, ...asked.extra];
  const similarities = createSimilarities(terms, collection);
  const reachOf = (words: Uint32Array): Float32Array => {
    const reached = new Float32Array(terms.length);
    similarities.raise(reached, words);
    return reached;
  };
  return { record, terms, reachOf, wanted: wantedOf(parts.focusText, parts.type) };
}

/** Whether the title says what the question says: "How do I descale?" to "Descale the machine". */
function namesArticle({ record, terms, reachOf }: Reading): boolean {
  const reached = reachOf(record.titleTerms);
  const total = terms.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  const said = terms.reduce((sum, { idf, weight }, i) => sum + idf * weight * (reached[i] ?? 0), 0);
  return total > 0 && said / total >= NAMED;
}

/** The best passage, or where steps are wanted and it has none, the first one that has. */
function passageWanted(
  { record, wanted }: Reading,
  best: PassageRecord | undefined,
): PassageRecord | undefined {
  if (wanted !== 'steps') return best;
  const hasSteps = (passage: PassageRecord): boolean =>
    unitsOf(record.article.text, passage).some((unit) => isWanted(unit, wanted));
  return best && hasSteps(best) ? best : (record.passages.find(hasSteps) ?? best);
}

function choose(
  units: readonly Unit[],
  { record, terms, reachOf, wanted }: Reading,
  { parts, collection }: { parts: QuestionParts; collection: Collection },
): Set<Unit> {
  const { text } = record.article;
  const scored = units.map((unit) => {
    const words = text.slice(unit.start, unit.end);
    const numbers = tokensOf(words).map(({ word }) =>
      collection.dictionary.find(word, record.language),
    );
    const reached = reachOf(Uint32Array.from(numbers.filter((n) => n >= 0)));
    const isReached = reached.some((value) => value >= 1);
    const bonus =
      TYPE_BONUS * fitsType(words, parts.type) +
      (isReached && isWanted(unit, wanted) ? WANTED_BONUS : 0);
    return { unit, reached, bonus };
  });
  return chooseUnits(scored, terms);
}
