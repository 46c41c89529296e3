/** A pattern that finds any of some folded phrases as whole words; `*` stands for the rest of a word. */
export function phrases(list: string): RegExp {
  const parts = list
    .split(/[|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    // The longest first: a pattern takes the first that fits, and "no" stands in "no longer".
    .toSorted((one, other) => other.length - one.length)
    .map((part) => part.replace(/ /g, "[ ,'-]{1,3}").replace(/\*/g, '[\\p{L}]{0,12}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
