/** Where the stems of an index stand: for each stem the units that hold it, with counts. */
export interface Postings {
  /** Calls `visit` for each unit that holds a term, in ascending order of units. */
  each(term: number, visit: (unit: number, body: number, head: number) => void): void;
  /** How many units hold a term, without those that were let go. */
  countOf(term: number): number;
  /** Adds a unit; numbers ascend. */
  add(unit: number, body: Uint32Array, head: Uint32Array): void;
  /** A unit with these terms is not counted any more; `each` still visits it. */
  letGo(body: Uint32Array, head: Uint32Array): void;
}

interface Packed {
  starts: Uint32Array;
  units: Uint32Array;
  /** Two counts in one byte each: in the body, and in the headings or the title. */
  counts: Uint16Array;
}

const EMPTY: Packed = {
  starts: new Uint32Array(1),
  units: new Uint32Array(0),
  counts: new Uint16Array(0),
};
const SMALLEST_MERGE = 20_000;

/**
 * Postings in two parts: a packed one, and a small one that takes new units and is merged into the packed
 * one when it holds an eighth of it. 8 million postings take 48 MB packed; as arrays of objects about 400.
 */
export function createPostings(): Postings {
  let packed = EMPTY;
  let fresh = new Map<number, number[]>();
  let freshCount = 0;
  const gone = new Map<number, number>();
  return {
    each,
    countOf: (term) => Math.max(0, entriesOf(term) - (gone.get(term) ?? 0)),
    add,
    letGo(body, head) {
      for (const term of new Set([...body, ...head])) gone.set(term, (gone.get(term) ?? 0) + 1);
    },
  };

  function each(term: number, visit: (unit: number, body: number, head: number) => void): void {
    const { starts, units, counts } = packed;
    const end = starts[term + 1] ?? 0;
    for (let i = starts[term] ?? 0; i < end; i += 1) {
      const count = counts[i] ?? 0;
      visit(units[i] ?? 0, count & 255, count >> 8);
    }
    const more = fresh.get(term);
    if (!more) return;
    for (let i = 0; i < more.length; i += 2) {
      const count = more[i + 1] ?? 0;
      visit(more[i] ?? 0, count & 255, count >> 8);
    }
  }

  function entriesOf(term: number): number {
    const inPacked = (packed.starts[term + 1] ?? 0) - (packed.starts[term] ?? 0);
    return Math.max(0, inPacked) + (fresh.get(term)?.length ?? 0) / 2;
  }

  function add(unit: number, body: Uint32Array, head: Uint32Array): void {
    const counts = new Map<number, number>();
    for (const term of body) {
      const count = counts.get(term) ?? 0;
      if ((count & 255) < 255) counts.set(term, count + 1);
    }
    for (const term of head) {
      const count = counts.get(term) ?? 0;
      if (count < 65_000) counts.set(term, count + 256);
    }
    for (const [term, count] of counts) {
      const list = fresh.get(term);
      if (list) list.push(unit, count);
      else fresh.set(term, [unit, count]);
    }
    freshCount += counts.size;
    if (freshCount > Math.max(SMALLEST_MERGE, packed.units.length / 8)) merge();
  }

  function merge(): void {
    let terms = packed.starts.length - 1;
    for (const term of fresh.keys()) terms = Math.max(terms, term + 1);
    const starts = new Uint32Array(terms + 1);
    for (let term = 0; term < terms; term += 1)
      starts[term + 1] = (starts[term] ?? 0) + entriesOf(term);
    const total = starts[terms] ?? 0;
    const next: Packed = { starts, units: new Uint32Array(total), counts: new Uint16Array(total) };
    for (let term = 0; term < terms; term += 1) {
      let at = starts[term] ?? 0;
      each(term, (unit, body, head) => {
        next.units[at] = unit;
        next.counts[at] = body | (head << 8);
        at += 1;
      });
    }
    packed = next;
    fresh = new Map();
    freshCount = 0;
  }
}
