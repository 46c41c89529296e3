/** How well `query` matches `text`: higher is better, 0 is no match. Letters must come in order; starts of words and runs count more. */
export function fuzzyScore(query: string, text: string): number {
  const wanted = normalise(query);
  const given = normalise(text);
  if (wanted === '') return 1;
  const whole = given.indexOf(wanted);
  if (whole >= 0)
    return 1000 - whole + (isWordStart(given, whole) ? 500 : 0) + wanted.length / given.length;
  return scattered(wanted.replaceAll(' ', ''), given);
}

/** The items that match, best first; equal ones keep their order. */
export function fuzzyFilter<Item>(
  query: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): Item[] {
  return items
    .map((item) => ({ item, score: fuzzyScore(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, two) => two.score - one.score)
    .map(({ item }) => item);
}

function scattered(wanted: string, given: string): number {
  let score = 0;
  let from = 0;
  for (const char of wanted) {
    const at = nextMatch(given, char, from);
    if (at < 0) return 0;
    score += isWordStart(given, at) ? 20 : at === from ? 10 : 1;
    from = at + 1;
  }
  // Letters spread thinly over a long text are chance, not a match.
  return score >= wanted.length * 6 ? score : 0;
}

/** A start of a word is preferred, unless the very next letter already fits. */
function nextMatch(given: string, char: string, from: number): number {
  if (given[from] === char) return from;
  for (let at = from; at < given.length; at++)
    if (given[at] === char && isWordStart(given, at)) return at;
  return given.indexOf(char, from);
}

const isWordStart = (text: string, at: number) => at === 0 || text[at - 1] === ' ';

function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
