import type { Collection } from '../index/collection.ts';
import type { QuestionParts } from './question-parts.ts';
import { createSimilarities } from './similarities.ts';
import { blocksOf } from '../text/blocks.ts';
import { sentencesOf } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';

/** What an article makes its answer depend on, and how much of that has been said. */
export interface Conditions {
  /** How many conditions the article states, logarithmic: list items, and sentences with if, must, unless. */
  conditions: number;
  /** How many of them nothing in the context or the clarifications speaks of. */
  remaining: number;
  remaining_part: number;
  /** The part of the text's sentences and list items that state one. */
  condition_density: number;
  /** How many questions were asked back already. */
  clarified: number;
  /** Words known besides the question, logarithmic. */
  known_words: number;
  last_no: number;
  last_yes: number;
  /** How many questions asked back were answered with yes. */
  yes: number;
  /** Nothing was asked back yet; and then nothing else is known either. */
  first_turn: number;
  nothing_known: number;
  /** The part of the article's words, by idf, that what is known of the case holds. */
  rule_known: number;
}

const CONDITIONAL =
  /\b(?:if|unless|must|provided|only|either|at least|under|over|aged?|eligible|qualify|when)\b/i;
const YES = /^yes\b/i;
const NO = /^no\b/i;
const SPOKEN_OF = 0.35;
const LONGEST_READ = 6000;

/** Counts the conditions of an article's text against what is known of the case. */
export function conditionsOf(
  text: string,
  {
    parts,
    clarified,
    context,
  }: {
    parts: QuestionParts;
    clarified: readonly { asked: string; answered: string }[];
    context: readonly string[];
  },
  collection: Collection,
): Conditions {
  const known = [...context, ...clarified.map(({ asked }) => asked)].join('\n');
  const numbers = numbersOf(known, collection);
  const { found, all } = conditionTexts(text.slice(0, LONGEST_READ));
  const open = found.filter(
    (condition) => spoken(condition, numbers, { parts, collection }) < SPOKEN_OF,
  );
  const last = clarified.at(-1)?.answered ?? '';
  const yes = clarified.filter(({ answered }) => YES.test(answered)).length;
  const toldWords = numbersOf(context.join('\n'), collection);
  return {
    conditions: Math.log(1 + found.length),
    remaining: Math.log(1 + open.length),
    remaining_part: found.length === 0 ? 0 : open.length / found.length,
    condition_density: found.length / Math.max(1, all),
    clarified: clarified.length,
    known_words: Math.log(1 + numbers.length),
    last_no: NO.test(last) ? 1 : 0,
    last_yes: YES.test(last) ? 1 : 0,
    yes,
    first_turn: clarified.length === 0 ? 1 : 0,
    nothing_known: clarified.length === 0 && toldWords.length === 0 ? 1 : 0,
    rule_known: partKnown(text.slice(0, LONGEST_READ), new Set(toldWords), parts),
  };
}

function conditionTexts(text: string): { found: string[]; all: number } {
  const found: string[] = [];
  let all = 0;
  for (const block of blocksOf(text)) {
    if (block.kind === 'heading') continue;
    for (const { start, end } of sentencesOf(text, block)) {
      all += 1;
      const sentence = text.slice(start, end);
      if (block.kind === 'list' || CONDITIONAL.test(sentence)) found.push(sentence);
    }
  }
  return { found, all };
}

/** The part of a condition's words, by idf, that something known is near to. */
function spoken(
  condition: string,
  known: Uint32Array,
  { parts, collection }: { parts: QuestionParts; collection: Collection },
): number {
  const content = parts.read(condition).content;
  const reached = new Float32Array(content.length);
  createSimilarities(content, collection).raise(reached, known);
  const total = content.reduce((sum, { idf }) => sum + idf, 0);
  if (total === 0) return 1;
  return content.reduce((sum, { idf }, i) => sum + idf * (reached[i] ?? 0), 0) / total;
}

/** The part of a text's content words, by idf, that stand in what is known. */
function partKnown(text: string, known: ReadonlySet<number>, parts: QuestionParts): number {
  if (known.size === 0) return 0;
  let [held, all] = [0, 0];
  for (const { term, idf } of parts.read(text).content) {
    all += idf;
    if (known.has(term)) held += idf;
  }
  return all === 0 ? 0 : held / all;
}

function numbersOf(text: string, { dictionary }: Collection): Uint32Array {
  const numbers = tokensOf(text).map(({ word }) => dictionary.find(word, 'en'));
  return Uint32Array.from(numbers.filter((number) => number >= 0));
}
