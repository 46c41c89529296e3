import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  shuffle<Item>(items: readonly Item[]): Item[];
  /** A chance of its own for somebody: what others draw does not change what they draw. */
  fork(name: string): Random;
}

/** Makes repeatable chance from a word (mulberry32 over the word's hash). */
export function createRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const random: Random = {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    between: (least, most) => least + random.next() * (most - least),
    chance: (probability) => random.next() < probability,
    shuffle: (items) =>
      items
        .map((item) => ({ item, place: random.next() }))
        .toSorted((left, right) => left.place - right.place)
        .map(({ item }) => item),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
  return random;
}
