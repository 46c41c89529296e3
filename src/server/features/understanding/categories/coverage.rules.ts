import { hash } from './tokens.rules.ts';

/** Which words each category's examples use, and how telling each word is. */
export type Coverage = {
  readonly rows: ReadonlyMap<number, number>;
  readonly worth: Float32Array;
  /** One bit a word and class, `bytes` bytes a word. */
  readonly bits: Uint8Array;
  readonly bytes: number;
  /** What a word is worth that no example uses. */
  readonly unknown: number;
};

const WORD = 7;

/** Learns which words belong to which class; examples of class -1 belong to none and are left out. */
export function learnCoverage(
  texts: readonly (readonly string[])[],
  labels: Int32Array,
  classes: number,
): Coverage {
  const rows = new Map<number, number>();
  const counts: number[] = [];
  const found: { row: number; label: number }[] = [];
  texts.forEach((words, index) => {
    const label = labels[index] ?? -1;
    if (label < 0) return;
    for (const word of new Set(words)) {
      const key = hash(word, WORD);
      const row = rows.get(key) ?? rows.size;
      rows.set(key, row);
      counts[row] = (counts[row] ?? 0) + 1;
      found.push({ row, label });
    }
  });
  const bytes = Math.ceil(classes / 8);
  const bits = new Uint8Array(rows.size * bytes);
  for (const { row, label } of found) {
    const at = row * bytes + (label >> 3);
    bits[at] = (bits[at] ?? 0) | (1 << (label & 7));
  }
  const worthOf = (count: number) => Math.log((texts.length + 1) / (count + 0.5));
  return { rows, worth: Float32Array.from(counts, worthOf), bits, bytes, unknown: worthOf(0) };
}

/** Share (0 to 1) of what a text says that examples of the class also say, telling words counting most. */
export function coverageOf(coverage: Coverage, words: readonly string[], label: number): number {
  let total = 0;
  let covered = 0;
  for (const word of words) {
    const row = coverage.rows.get(hash(word, WORD));
    const worth = row === undefined ? coverage.unknown : (coverage.worth[row] ?? 0);
    total += worth;
    if (row !== undefined && isUsed(coverage, row, label)) covered += worth;
  }
  return total === 0 ? 0 : covered / total;
}

function isUsed({ bits, bytes }: Coverage, row: number, label: number): boolean {
  return ((bits[row * bytes + (label >> 3)] ?? 0) & (1 << (label & 7))) !== 0;
}
