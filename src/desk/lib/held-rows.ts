/** Rows as shown, and how many newer ones wait to be let in. */
export type HeldRows<Item> = { rows: readonly Item[]; waiting: number };

/**
 * Merges a fresh list into what is on screen without moving a row: rows that are there keep their place and take the
 * new content, rows that are gone stay until the hold ends, new rows at the end are let in, others wait.
 */
export function holdRows<Item>(
  shown: readonly Item[],
  fresh: readonly Item[],
  keyOf: (item: Item) => string,
): HeldRows<Item> {
  const freshByKey = new Map(fresh.map((item) => [keyOf(item), item]));
  const shownKeys = new Set(shown.map(keyOf));
  const tail = newTail(fresh, shownKeys, keyOf);
  const rows = [...shown.map((item) => freshByKey.get(keyOf(item)) ?? item), ...tail];
  const unseen = fresh.filter((item) => !shownKeys.has(keyOf(item))).length;
  return { rows, waiting: unseen - tail.length };
}

function newTail<Item>(
  fresh: readonly Item[],
  shownKeys: ReadonlySet<string>,
  keyOf: (item: Item) => string,
): readonly Item[] {
  const lastKnown = fresh.findLastIndex((item) => shownKeys.has(keyOf(item)));
  return shownKeys.size === 0 || lastKnown >= 0 ? fresh.slice(lastKnown + 1) : [];
}
