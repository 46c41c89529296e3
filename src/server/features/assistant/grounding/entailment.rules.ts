/** Whether words of an article say what a sentence says, without asking any model. */
import { claimOf, isSameWord, type Claim, type ClaimWord } from './claim.rules.ts';
import {
  markers,
  opposites,
  pivots,
  pronouns,
  restrictors,
  type Marker,
} from './claim-words.rules.ts';

/** What the comparison found. `coverage` is the share of the sentence's words that the article has. */
export interface Entailment {
  readonly ok: boolean;
  readonly coverage: number;
  readonly why: string;
}

/** How strict the comparison is; the shipped values were chosen on `claim-cases.txt`. */
export interface EntailmentBounds {
  /** Share of content words of the sentence that must stand in the article. */
  readonly coverage: number;
  /** Share of content words of the article's sentence that must be kept: a dropped "for members" is a lie. */
  readonly kept: number;
}

/** Measured on `claim-cases.txt`; see the test. */
export const shippedBounds: EntailmentBounds = { coverage: 1, kept: 0.6 };

/** Markers that may neither be added nor dropped. */
const bothWays: readonly Marker[] = [
  'denial',
  'without',
  'only',
  'except',
  'condition',
  'least',
  'most',
  'before',
  'after',
];
/** Markers that may not be added. */
const notAdded: readonly Marker[] = ['all', 'duty'];

/**
 * True where every number, name, marker and content word of the sentence stands in the support, in a sentence
 * that is not said under another condition or the other way round. It refuses good paraphrases rather than let
 * a wrong one pass: what is refused is quoted instead.
 */
export function entails(
  support: string,
  sentence: string,
  bounds: EntailmentBounds = shippedBounds,
): Entailment {
  const claim = claimOf(sentence);
  if (claim.content.length === 0) return refused(0, 'it states nothing that could be found');
  const chosen = bestSentences(claim, sentencesIn(support).map(claimOf));
  const words = chosen.flatMap((one) => [...one.words, boundary]);
  const missing = claim.content.filter((word) => !words.some((other) => isSameWord(word, other)));
  const coverage = 1 - missing.length / claim.content.length;
  const hard = missing.find(({ kind }) => kind !== 'content');
  if (hard) return refused(coverage, `“${hard.word}” is not in the article`);
  if (coverage < bounds.coverage)
    return refused(coverage, `not in the article: ${missing.map(({ word }) => word).join(', ')}`);
  const problem =
    markerProblem(claim, chosen) ??
    numberProblem(claim, words) ??
    oppositeProblem(claim, words) ??
    orderProblem(claim, chosen) ??
    pivotProblem(claim, words) ??
    keptProblem(claim, chosen, bounds.kept);
  return problem === null
    ? { ok: true, coverage, why: 'every word of it stands in the article' }
    : refused(coverage, problem);
}

const boundary: ClaimWord = { word: '.', kind: 'small' };

function refused(coverage: number, why: string): Entailment {
  return { ok: false, coverage, why };
}

// "It lasts two years and does not cover falls": the denial is of the second half alone.
const deniedClause =
  /,?\s+(?=(?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar|mas)\s+(?:\S+\s+){0,2}?(?:not|no|never|nicht|kein\S*|ne|n['’]\S+|no|non|niet|geen|não)\s)/iu;

function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+|(?<=[;:])\s+/u)
    .flatMap((one) => one.split(deniedClause))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/**
 * The sentence that has most of the claim's words, and the one before it where the claim has words of that and
 * the sentence stands for it ("It lasts two years"). Words from all over a text say nothing together.
 */
function bestSentences(claim: Claim, all: readonly Claim[]): Claim[] {
  const leftBy = (...some: readonly Claim[]) =>
    claim.content.filter(
      (word) => !some.some(({ words }) => words.some((other) => isSameWord(word, other))),
    );
  const [best] = all
    .map((one, at) => ({ one, at, left: leftBy(one).length }))
    .toSorted((one, other) => one.left - other.left);
  if (!best) return [];
  const before = all[best.at - 1];
  if (best.left === 0 || !before || !goesOn(best.one)) return [best.one];
  return [best.one, before];
}

function goesOn({ words }: Claim): boolean {
  return (
    words.slice(0, 6).some(({ word }) => pronouns.has(word)) || joins.has(words[0]?.word ?? '')
  );
}

const joins = new Set('and but und aber et mais y pero e ma en maar mas'.split(' '));

function markerProblem(claim: Claim, chosen: readonly Claim[]): string | null {
  const has = (marker: Marker) => chosen.some((one) => one.markers.has(marker));
  const added = [...bothWays, ...notAdded].find((one) => claim.markers.has(one) && !has(one));
  if (added !== undefined) return `the article has no ${named(added)}`;
  const dropped = bothWays.find((one) => has(one) && !claim.markers.has(one));
  return dropped === undefined ? null : `the article has a ${named(dropped)} that is left out`;
}

function named(marker: Marker): string {
  return `word of ${marker} (such as “${[...markers[marker]][0] ?? marker}”)`;
}

/** A number stands with its unit: "14 days" is not "14 hours", and "14 working days" not "14 days". */
function numberProblem(claim: Claim, words: readonly ClaimWord[]): string | null {
  for (const [index, one] of claim.words.entries()) {
    if (one.kind !== 'number') continue;
    const near = [claim.words[index - 1], claim.words[index + 1]];
    const found = words.some(
      (other, at) =>
        other.word === one.word &&
        sharesUnit(near, [words[at - 1], words[at + 1]]) &&
        keepsUnit(claim, words.slice(at + 1, at + 3)),
    );
    if (!found) return `“${one.word}” stands with something else in the article`;
  }
  return null;
}

/** In many languages the unit's adjective follows: "10 días hábiles". */
function keepsUnit(claim: Claim, [unit, adjective]: readonly ClaimWord[]): boolean {
  if (!isTelling(unit) || !isTelling(adjective)) return true;
  return claim.words.some((word) => isSameWord(word, adjective));
}

function sharesUnit(
  [before, after]: readonly (ClaimWord | undefined)[],
  [beforeThere, afterThere]: readonly (ClaimWord | undefined)[],
): boolean {
  if (isTelling(after) || isTelling(afterThere)) {
    const same = (one?: ClaimWord, other?: ClaimWord) =>
      one !== undefined && other !== undefined && isSameWord(one, other);
    return same(after, afterThere) || same(after, beforeThere) || same(before, afterThere);
  }
  return !isTelling(before) || !isTelling(beforeThere) || isSameWord(before, beforeThere);
}

function isTelling(word: ClaimWord | undefined): word is ClaimWord {
  return word !== undefined && word.kind !== 'small';
}

function oppositeProblem(claim: Claim, words: readonly ClaimWord[]): string | null {
  const among = (list: readonly ClaimWord[], some: ReadonlySet<string>) =>
    list.find(({ word }) => some.has(word));
  for (const [one, other] of opposites)
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const said = among(claim.words, here);
      if (said && !among(words, here) && among(words, there))
        return `“${said.word}” is the opposite of what the article says`;
    }
  return null;
}

const NEAR = 2;

/** "The seller pays the buyer" has the words of "the buyer pays the seller": both neighbours are swapped. */
function orderProblem(claim: Claim, chosen: readonly Claim[]): string | null {
  const isTurned = (at: number): boolean => {
    const [one, other] = [claim.content[at - 1], claim.content[at]];
    if (!one || !other || isSameWord(one, other)) return false;
    if (one.kind === 'number' || other.kind === 'number') return false;
    const orders = chosen.flatMap(({ content }) => ordersOf(content, one, other));
    return orders.length > 0 && orders.every((order) => order === 'turned');
  };
  const at = claim.content.findIndex((_, index) => isTurned(index) && isTurned(index + 1));
  const word = claim.content[at]?.word;
  return word === undefined ? null : `what stands around “${word}” is swapped in the article`;
}

/** "From A to B" is not "from B to A", and "before you pay" not "before you order". */
function pivotProblem(claim: Claim, words: readonly ClaimWord[]): string | null {
  const behind = (list: readonly ClaimWord[], at: number) => list.slice(at + 1).find(isTelling);
  for (const [at, one] of claim.words.entries()) {
    const first = pivots.has(one.word) ? behind(claim.words, at) : undefined;
    const there = words.flatMap((other, index) =>
      other.word === one.word ? (behind(words, index) ?? []) : [],
    );
    if (first && there.length > 0 && !there.some((other) => isSameWord(other, first)))
      return `“${one.word} ${first.word}” is another in the article`;
  }
  return null;
}

function ordersOf(
  content: readonly ClaimWord[],
  one: ClaimWord,
  other: ClaimWord,
): ('kept' | 'turned')[] {
  return content.flatMap((word, at) => {
    if (!isSameWord(word, one)) return [];
    const isBehind = content.slice(at + 1, at + 1 + NEAR).some((next) => isSameWord(next, other));
    const isBefore = content
      .slice(Math.max(0, at - NEAR), at)
      .some((next) => isSameWord(next, other));
    return [...(isBehind ? (['kept'] as const) : []), ...(isBefore ? (['turned'] as const) : [])];
  });
}

function keptProblem(claim: Claim, [best, before]: readonly Claim[], least: number): string | null {
  if (!best || best.content.length === 0) return 'no sentence of the article says it';
  const isKept = (word: ClaimWord) => claim.content.some((other) => isSameWord(word, other));
  const lost = best.content.filter((word) => !isKept(word));
  const kept = 1 - lost.length / best.content.length;
  // With words of another sentence in it, a dropped word may be a replaced one.
  const isEnough = before === undefined ? kept >= least : lost.length === 0;
  const dropped = best.words.find(
    (word, at) =>
      lost.includes(word) &&
      best.words.slice(Math.max(0, at - 2), at).some((one) => restrictors.has(one.word)),
  );
  if (isEnough && !dropped) return null;
  return `the article says more: ${lost.map(({ word }) => word).join(', ')}`;
}
