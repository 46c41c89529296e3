import { logistic } from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';

const PASSES = 60;
const PACE = 0.8;
const PENALTY = 1e-4;

/**
 * A baseline: TF-IDF of words and pairs of words that two texts hold, with logistic regression. Gives the
 * probability of the label for a text.
 */
export function learnByWords(
  examples: readonly { text: string; label: boolean }[],
): (text: string) => number {
  const counts = new Map<string, number>();
  const bags = examples.map(({ text }) => bagOf(text));
  for (const bag of bags)
    for (const gram of bag.keys()) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const rarity = new Map(
    [...counts]
      .filter(([, count]) => count > 1)
      .map(([gram, count]) => [gram, Math.log((1 + bags.length) / (1 + count)) + 1]),
  );
  const rows = bags.map((bag) => vectorOf(bag, rarity));
  const weights = new Map<string, number>();
  let bias = 0;
  const chance = (row: [string, number][]): number =>
    logistic(row.reduce((sum, [gram, value]) => sum + value * (weights.get(gram) ?? 0), bias));
  for (let pass = 0; pass < PASSES; pass += 1) {
    const pace = PACE / (1 + pass / 10);
    rows.forEach((row, i) => {
      const error = chance(row) - (examples[i]?.label ? 1 : 0);
      bias -= pace * error * 0.1;
      for (const [gram, value] of row) {
        const weight = weights.get(gram) ?? 0;
        weights.set(gram, weight - pace * (error * value + PENALTY * weight));
      }
    });
  }
  return (text) => chance(vectorOf(bagOf(text), rarity));
}

function bagOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const bag = new Map<string, number>();
  words.forEach((word, i) => {
    const next = words[i + 1];
    for (const gram of next === undefined ? [word] : [word, `${word} ${next}`])
      bag.set(gram, (bag.get(gram) ?? 0) + 1);
  });
  return bag;
}

/** A bag of unit length, grams that are not known left out. */
function vectorOf(
  bag: ReadonlyMap<string, number>,
  rarity: ReadonlyMap<string, number>,
): [string, number][] {
  const row = [...bag].flatMap(([gram, count]): [string, number][] => {
    const idf = rarity.get(gram);
    return idf === undefined ? [] : [[gram, (1 + Math.log(count)) * idf]];
  });
  const length = Math.hypot(...row.map(([, value]) => value)) || 1;
  return row.map(([gram, value]) => [gram, value / length]);
}
