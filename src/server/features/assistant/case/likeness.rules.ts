/** How alike two answers are, in what they say rather than how. */

const wordPattern = /[\p{L}\p{N}]{3,}/gu;

/**
 * Share of words that two texts have in common, weighted towards the shorter one: an agent who sends the
 * draft with a greeting of their own has used it. 0 to 1. (Mean of the overlap coefficient and Dice's, over
 * sets of words of three letters or more.)
 */
export function likenessOf(one: string, other: string): number {
  const [left, right] = [one, other].map(
    (text) => new Set(text.toLowerCase().match(wordPattern) ?? []),
  );
  if (!left?.size || !right?.size) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  const overlap = shared / Math.min(left.size, right.size);
  const dice = (2 * shared) / (left.size + right.size);
  return (overlap + dice) / 2;
}

/** From here on an agent's answer counts as the draft, sent. */
export const usedFrom = 0.85;
