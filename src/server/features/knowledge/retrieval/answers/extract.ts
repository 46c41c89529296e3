import type { ArticleRecord } from '../index/article-record.ts';
import type { Collection } from '../index/collection.ts';
import type { QueryTerm } from '../index/query-terms.ts';
import type { QuestionParts } from '../ranking/question-parts.ts';
import { fitsType } from '../ranking/question-type.ts';
import type { Signals } from '../ranking/signals.ts';
import { createSimilarities } from '../ranking/similarities.ts';
import type { Citation } from '../retrieval.types.ts';
import { tokensOf } from '../text/tokens.ts';
import { unitsOf, type Unit } from './units.ts';

const MOST_UNITS = 3;
/** How much of the question, by idf, a further unit must add to be taken. */
const LEAST_GAIN = 0.15;
/** Below this nothing in the passage repeats the question, and its beginning answers (an FAQ). */
const LEAST_COVERED = 0.15;
const TYPE_BONUS = 0.12;

/**
 * The fewest sentences, lists, tables and blocks of code of the best passage that speak of what is asked,
 * in the order of the article. Neighbours that are cited together make one citation.
 */
export function extractAnswer(
  record: ArticleRecord,
  parts: QuestionParts,
  { signals, collection }: { signals: Signals; collection: Collection },
): Citation[] {
  const { text, id: articleId } = record.article;
  const passage = record.passages[signals.focus.bestPassage];
  if (!passage) return [];
  const units = unitsOf(text, passage);
  const terms = parts.focus.content.length > 0 ? parts.focus.content : parts.main.content;
  const scored = units.map((unit) => ({
    unit,
    reached: reachOf(text.slice(unit.start, unit.end), terms, { collection, record }),
  }));
  const chosen = chooseUnits(scored, terms, (unit) =>
    fitsType(text.slice(unit.start, unit.end), parts.type),
  );
  return joined(withLeadIns(units, chosen), units).map(({ start, end }) => ({
    articleId,
    passageId: passage.id,
    start,
    end,
    quote: text.slice(start, end),
  }));
}

interface Scored {
  unit: Unit;
  reached: Float32Array;
}

function reachOf(
  text: string,
  terms: readonly QueryTerm[],
  { collection, record }: { collection: Collection; record: ArticleRecord },
): Float32Array {
  const numbers = tokensOf(text).map(({ word }) =>
    collection.dictionary.find(word, record.language),
  );
  const reached = new Float32Array(terms.length);
  createSimilarities(terms, collection).raise(
    reached,
    Uint32Array.from(numbers.filter((n) => n >= 0)),
  );
  return reached;
}

/** Takes the unit that adds most, again and again, until nothing adds enough. */
function chooseUnits(
  scored: readonly Scored[],
  terms: readonly QueryTerm[],
  fits: (unit: Unit) => number,
): Set<Unit> {
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const have = new Float32Array(terms.length);
  const chosen = new Set<Unit>();
  while (chosen.size < Math.min(MOST_UNITS, scored.length)) {
    const bonus = (unit: Unit): number => (chosen.size === 0 ? TYPE_BONUS * fits(unit) : 0);
    const gains = scored.map(({ unit, reached }) =>
      chosen.has(unit) ? -1 : gainOf(reached, have, terms) / total + bonus(unit),
    );
    const most = Math.max(...gains);
    const best = scored[gains.indexOf(most)];
    if (!best || most < (chosen.size === 0 ? LEAST_COVERED : LEAST_GAIN)) break;
    chosen.add(best.unit);
    best.reached.forEach((value, i) => (have[i] = Math.max(have[i] ?? 0, value)));
  }
  if (chosen.size === 0) for (const { unit } of scored.slice(0, 2)) chosen.add(unit);
  return chosen;
}

function gainOf(reached: Float32Array, have: Float32Array, terms: readonly QueryTerm[]): number {
  return terms.reduce(
    (sum, { idf }, i) => sum + idf * Math.max(0, (reached[i] ?? 0) - (have[i] ?? 0)),
    0,
  );
}

/**
 * A unit that leads in brings the next one; a list, a table or code brings what leads in to it; a step
 * brings the steps before and after it, so that instructions stay whole.
 */
function withLeadIns(units: readonly Unit[], chosen: ReadonlySet<Unit>): Unit[] {
  const taken = units.map((unit) => chosen.has(unit));
  const goesOn = (i: number): boolean => {
    const [before, unit] = [units[i - 1], units[i]];
    if (!before || !unit) return false;
    return before.leadsIn || (before.isStep && unit.isStep);
  };
  for (let i = 1; i < units.length; i += 1)
    if (taken[i - 1] && goesOn(i) && (units[i]?.isStep || units[i - 1]?.leadsIn)) taken[i] = true;
  for (let i = units.length - 1; i > 0; i -= 1)
    if (taken[i] && goesOn(i) && (units[i]?.isStep || units[i]?.kind !== 'sentence'))
      taken[i - 1] = true;
  return units.filter((_, i) => taken[i]);
}

function joined(taken: readonly Unit[], units: readonly Unit[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number; last: number }[] = [];
  for (const unit of taken) {
    const at = units.indexOf(unit);
    const open = ranges.at(-1);
    if (open && open.last === at - 1) Object.assign(open, { end: unit.end, last: at });
    else ranges.push({ start: unit.start, end: unit.end, last: at });
  }
  return ranges;
}
