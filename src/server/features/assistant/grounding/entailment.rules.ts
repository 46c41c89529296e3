/** Whether words of an article say what a sentence says, without asking any model. */
import { claimOf, isSameWord, type Claim, type ClaimWord } from './claim.rules.ts';
import { markers, opposites, type Marker } from './claim-words.rules.ts';

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
const mostSupport = 3;

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
  const words = chosen.flatMap((one) => [...one.words]);
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
    keptProblem(claim, chosen, bounds.kept);
  return problem === null
    ? { ok: true, coverage, why: 'every word of it stands in the article' }
    : refused(coverage, problem);
}

function refused(coverage: number, why: string): Entailment {
  return { ok: false, coverage, why };
}

function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+|(?<=[;:])\s+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The fewest sentences that together have most of the claim's words, the best first. */
function bestSentences(claim: Claim, all: readonly Claim[]): Claim[] {
  const chosen: Claim[] = [];
  let open = claim.content;
  while (chosen.length < mostSupport && open.length > 0) {
    const [best] = all
      .map((one) => ({
        one,
        left: open.filter((word) => !one.words.some((other) => isSameWord(word, other))),
      }))
      .toSorted((one, other) => one.left.length - other.left.length);
    if (!best || best.left.length === open.length) break;
    chosen.push(best.one);
    open = best.left;
  }
  return chosen;
}

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
      (other, at) => other.word === one.word && sharesUnit(near, [words[at - 1], words[at + 1]]),
    );
    if (!found) return `“${one.word}” stands with something else in the article`;
  }
  return null;
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

/** "The seller pays the buyer" has the words of "the buyer pays the seller". */
function orderProblem(claim: Claim, chosen: readonly Claim[]): string | null {
  for (let index = 1; index < claim.content.length; index += 1) {
    const [one, other] = [claim.content[index - 1], claim.content[index]];
    if (!one || !other || isSameWord(one, other)) continue;
    const orders = chosen.flatMap(({ content }) => ordersOf(content, one, other));
    if (orders.length > 0 && orders.every((order) => order === 'turned'))
      return `“${one.word} ${other.word}” stands the other way round in the article`;
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

function keptProblem(claim: Claim, [best]: readonly Claim[], least: number): string | null {
  if (!best || best.content.length === 0) return 'no sentence of the article says it';
  const lost = best.content.filter(
    (word) => !claim.content.some((other) => isSameWord(word, other)),
  );
  const kept = 1 - lost.length / best.content.length;
  return kept >= least ? null : `the article says more: ${lost.map(({ word }) => word).join(', ')}`;
}
