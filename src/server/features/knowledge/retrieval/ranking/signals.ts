import type { ArticleRecord } from '../index/article-record.ts';
import { HIGHEST_TERM_SCORE } from '../index/scoring.ts';
import type { Collection } from '../index/collection.ts';
import { sentencesOf } from '../text/sentences.ts';
import { askingOf } from './asking.ts';
import { align, type Alignment } from './alignment.ts';
import { softmax } from './numbers.ts';
import { proximityOf } from './proximity.ts';
import type { QuestionParts } from './question-parts.ts';
import { fitsType, QUESTION_TYPES } from './question-type.ts';
import type { PartScores } from './rank-features.ts';
import type { RankedCandidate } from './ranking-model.ts';
import { createSimilarities } from './similarities.ts';
import { alignShort } from './title-alignment.ts';

/** What the confidence and the answer are made from. */
export interface Signals {
  values: Record<string, number>;
  /** How the question meets the best article. */
  main: Alignment;
  focus: Alignment;
}

const LOOKED_AT = 5;
const MOST_PASSAGES = 8;

/** Looks closely at the best articles of a question. The list is not empty. */
export function signalsOf(
  ranked: readonly RankedCandidate[],
  parts: QuestionParts,
  { collection, scores }: { collection: Collection; scores: PartScores },
): Signals | undefined {
  const [first] = ranked;
  if (!first) return undefined;
  const mainNear = createSimilarities(parts.main.content, collection);
  const isWhole = scores.focus === scores.main;
  const focusNear = createSimilarities(parts.focus.content, collection);
  const close = ranked.slice(0, LOOKED_AT).map(({ record, slot }) => {
    const looked = bestPassages(record, collection.firstUnitOf(slot), scores);
    const main = align(parts.main, record, { similarities: mainNear, looked });
    const focus = isWhole ? main : align(parts.focus, record, { similarities: focusNear, looked });
    return { main, focus };
  });
  const [main, focus] = [close[0]?.main, close[0]?.focus];
  if (!main || !focus) return undefined;
  const asked = questionSignals(parts, collection);
  const scored = scoreSignals(ranked, parts, scores);
  const values = {
    ...alignmentSignals(
      'main',
      main,
      close.map((found) => found.main),
    ),
    ...alignmentSignals(
      'focus',
      focus,
      close.map((found) => found.focus),
    ),
    ...scored,
    // The best of articles that say nothing of what is asked for leads as far as the right one does.
    known_lead: scored.score_lead * (1 - asked.unknown),
    passage_missed: (1 - main.softPassage) ** 2,
    ...textSignals(first, parts, { main, focus, collection }),
    ...asked,
  };
  return { values, main, focus };
}

/** The places of the passages of an article that score best, or its first ones where none scores. */
function bestPassages(record: ArticleRecord, firstUnit: number, scores: PartScores): number[] {
  const scoreAt = (place: number): number => scores.main.passage[firstUnit + place] ?? 0;
  return record.passages
    .map((_, place) => place)
    .sort((a, b) => scoreAt(b) - scoreAt(a) || a - b)
    .slice(0, MOST_PASSAGES);
}

function alignmentSignals(
  part: string,
  own: Alignment,
  all: readonly Alignment[],
): Record<string, number> {
  const { bestPassage: _, bestSentence: __, ...numbers } = own;
  const found: Record<string, number> = {};
  for (const [name, value] of Object.entries(numbers)) found[`${part}_${name}`] = value;
  for (const name of ['sentence', 'softSentence', 'softPassage'] as const) {
    const others = all.slice(1).reduce((most, other) => Math.max(most, other[name]), 0);
    found[`${part}_${name}_lead`] = own[name] - others;
  }
  return found;
}

function scoreSignals(
  ranked: readonly RankedCandidate[],
  parts: QuestionParts,
  scores: PartScores,
) {
  const slot = ranked[0]?.slot ?? -1;
  const plain = ranked.map((candidate) => candidate.plain);
  const chances = softmax(plain);
  const full = ranked.map((candidate) => scores.main.full[candidate.slot] ?? 0);
  const best = ranked.map((candidate) => scores.main.best[candidate.slot] ?? 0);
  const possible = parts.main.content.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  const [own, ownBest] = [full[0] ?? 0, best[0] ?? 0];
  const chance = chances[0] ?? 0;
  const passagePart = ownBest / (HIGHEST_TERM_SCORE * possible + 1);
  return {
    chance,
    chance_lead: chance - (chances[1] ?? 0),
    // Either alone says little: the best of bad articles, or one of several good ones.
    chance_of_part: chance * passagePart,
    score: plain[0] ?? 0,
    score_lead: (plain[0] ?? 0) - (plain.length < 2 ? 0 : Math.max(...plain.slice(1))),
    score_spread: spread(plain.slice(0, 10)),
    bm25_part: own / (HIGHEST_TERM_SCORE * possible + 1),
    passage_part: passagePart,
    bm25_lead: lead(full),
    passage_lead: lead(best),
    bm25_log: Math.log(1 + own),
    focus_share: (scores.focus.best[slot] ?? 0) / (1 + ownBest),
    agrees_passage: ownBest >= Math.max(...best) ? 1 : 0,
    agrees_full: own >= Math.max(...full) ? 1 : 0,
  };
}

/** How far the first value stands above the best other one, as a part of the larger. */
function lead(values: readonly number[]): number {
  const others = Math.max(...values.slice(1), 0);
  const own = values[0] ?? 0;
  return (own - others) / Math.max(own, others, 1e-9);
}

/** How many standard deviations the first value lies above the mean. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length),
  );
  return deviation < 1e-9 ? 0 : ((values[0] ?? 0) - mean) / deviation;
}

interface TextView {
  main: Alignment;
  focus: Alignment;
  collection: Collection;
}

function textSignals(
  { record, features }: RankedCandidate,
  parts: QuestionParts,
  { main, focus, collection }: TextView,
): Record<string, number> {
  const passage = record.passages[main.bestPassage];
  const focused = record.passages[focus.bestPassage];
  const empty = new Uint32Array(0);
  const near = proximityOf(parts.main, passage?.terms ?? empty);
  const nearFocus = proximityOf(parts.focus, focused?.terms ?? empty);
  const { dictionary } = collection;
  return {
    pairs: near.pairs,
    run: near.run,
    focus_pairs: nearFocus.pairs,
    focus_run: nearFocus.run,
    sense_passage: features['sense_passage'] ?? 0,
    sense_focus: features['sense_focus'] ?? 0,
    sense_title: features['sense_title'] ?? 0,
    title_named_last: features['title_named_last'] ?? 0,
    title_align: alignShort(parts.focus.sequence, record.titleTerms, dictionary),
    heading_align: alignShort(parts.focus.sequence, focused?.headingTerms ?? empty, dictionary),
    type_fit: fitsType(textAround(record.article.text, focused, focus.bestSentence), parts.type),
  };
}

function textAround(
  text: string,
  passage: { start: number; end: number } | undefined,
  at: number,
): string {
  if (!passage) return '';
  const sentences = sentencesOf(text, passage);
  const from = sentences[Math.max(0, at - 1)];
  const to = sentences[Math.min(sentences.length - 1, at + 1)];
  return from && to ? text.slice(from.start, to.end) : '';
}

function questionSignals(parts: QuestionParts, collection: Collection) {
  const { content } = parts.main;
  const mass = content.reduce((sum, { idf }) => sum + idf, 0);
  const unknown = content.filter(({ term }) => term < 0);
  const highest = Math.log(1 + 2 * collection.passageCount);
  return {
    words: Math.log(1 + content.length),
    focus_words: Math.log(1 + parts.focus.content.length),
    turns: Math.log(1 + parts.turns.length),
    unknown: unknown.reduce((sum, { idf }) => sum + idf, 0) / Math.max(mass, 1e-9),
    rarity: mass / Math.max(1, content.length) / highest,
    names: content.filter(({ isName }) => isName).length / Math.max(1, content.length),
    asks: parts.mainText.includes('?') ? 1 : 0,
    ...askingOf(parts.askedText),
    passages: Math.log(1 + collection.passageCount),
    ...Object.fromEntries(
      QUESTION_TYPES.map((type) => [`type_${type}`, parts.type === type ? 1 : 0]),
    ),
  };
}
