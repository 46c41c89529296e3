/** Finds known words that an unknown one may have been meant to be. */
export interface Spelling {
  /** The nearest stems: one letter away, or two for eight letters and more; the more frequent first. */
  near(stem: string): number[];
  /** The one stem it must have been meant to be: a letter away, where no other is; -1 where there is none. */
  meant(stem: string): number;
}

interface Near {
  readonly term: number;
  readonly distance: number;
  readonly frequency: number;
}

const SHORTEST = 4;
const AT_MOST = 2;

/**
 * Looks among the stems that begin with the same letter and differ by at most two in length. Built when
 * first asked and again once the dictionary has grown by a tenth.
 */
export function createSpelling(
  stems: () => readonly string[],
  frequencyOf: (term: number) => number,
): Spelling {
  let buckets = new Map<string, number[]>();
  let covered = 0;
  return {
    near: (stem) =>
      nearest(stem)
        .slice(0, AT_MOST)
        .map(({ term }) => term),
    meant,
  };

  function meant(stem: string): number {
    const [best, ...others] = nearest(stem).filter(({ distance }) => distance === 1);
    return best !== undefined && others.length === 0 ? best.term : -1;
  }

  function nearest(stem: string): Near[] {
    if (stem.length < SHORTEST || /\p{N}/u.test(stem)) return [];
    refresh();
    const allowed = stem.length >= 8 ? 2 : 1;
    const found: Near[] = [];
    for (let length = stem.length - allowed; length <= stem.length + allowed; length += 1) {
      for (const term of buckets.get(keyOf(stem, length)) ?? []) {
        const distance = editDistance(stem, stems()[term] ?? '', allowed);
        const frequency = frequencyOf(term);
        if (distance <= allowed && frequency > 0) found.push({ term, distance, frequency });
      }
    }
    return found.sort((a, b) => a.distance - b.distance || b.frequency - a.frequency);
  }

  function refresh(): void {
    const all = stems();
    if (covered > 0 && all.length <= covered * 1.1) return;
    buckets = new Map();
    all.forEach((stem, term) => {
      const key = keyOf(stem, stem.length);
      const bucket = buckets.get(key);
      if (bucket) bucket.push(term);
      else buckets.set(key, [term]);
    });
    covered = all.length;
  }
}

function keyOf(stem: string, length: number): string {
  return `${stem.charAt(0)}${length}`;
}

/** Insertions, deletions, replacements and swaps of neighbours; stops counting above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [
    new Uint8Array(b.length + 1),
    Uint8Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Uint8Array(b.length + 1);
    row[0] = i;
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}
