import type { Dictionary } from './dictionary.ts';

/** In how many units of a collection a word stands, and how many words a unit has on average. */
export interface Holders {
  count: number;
  units: number;
  length: number;
}

/**
 * English at large weighs as much as so many articles, or passages. The rarity of a word among ten articles is
 * mostly chance; among thousands these change nothing. On bases of 12 articles the AUROC of the confidence rose
 * from 0.846 to 0.868; with 10 it came to 0.861, with 100 to 0.867.
 */
const ENGLISH_COUNTS_AS = 30;

/**
 * How rare a word is among the units of a collection: the logarithm of units to units that hold it, smoothed so
 * that it stays positive, as if units of English at large of the same length stood among them. A word of another
 * language is taken to be as frequent at large as it is here.
 */
export function rarityOf(
  term: number,
  { count, units, length }: Holders,
  dictionary: Dictionary,
): number {
  const frequency = dictionary.frequencyAt(term);
  const share = frequency === null ? count / Math.max(1, units) : 1 - Math.exp(-frequency * length);
  const holders = count + ENGLISH_COUNTS_AS * share;
  return Math.log(1 + (units + ENGLISH_COUNTS_AS - holders + 0.5) / (holders + 0.5));
}
