import type { Meanings } from './category.types.ts';

/** What the examples of each class mean, one byte a number, those of a class together; zeros where that is not known. */
export type Nearness = {
  readonly meanings: Meanings;
  readonly bytes: Int8Array;
  /** Where the examples of each class begin, in examples; one more for the end. */
  readonly starts: Uint32Array;
};

const FACTOR = 127;

/** Keeps what the examples of each class mean; those of class -1 belong to none and are left out. */
export function learnNearness(
  senses: readonly (Float32Array | null)[],
  labels: Int32Array,
  { classes, meanings }: { classes: number; meanings: Meanings },
): Nearness {
  const byClass = Array.from({ length: classes }, (): Float32Array[] => []);
  const unknown = new Float32Array(meanings.size);
  senses.forEach((sense, index) => {
    byClass[labels[index] ?? -1]?.push(sense ?? unknown);
  });
  const starts = new Uint32Array(classes + 1);
  byClass.forEach((own, place) => (starts[place + 1] = (starts[place] ?? 0) + own.length));
  const bytes = new Int8Array((starts[classes] ?? 0) * meanings.size);
  byClass.flat().forEach((sense, at) => bytes.set(inBytes(sense), at * meanings.size));
  return { meanings, bytes, starts };
}

/**
 * The largest cosine (-1 to 1) of a text with an example of a class; null where that says nothing: the class has
 * no examples, or some of them are as foreign as the text.
 */
export function nearnessOf(
  { bytes, starts, meanings }: Nearness,
  words: readonly string[],
  label: number,
): number | null {
  const { size } = meanings;
  const own = bytes.subarray((starts[label] ?? 0) * size, (starts[label + 1] ?? 0) * size);
  const sense = meanings.of(words);
  const isForeign = (from: number) => own.subarray(from, from + size).every((value) => value === 0);
  let best = own.length === 0 ? null : -1;
  for (let from = 0; from < own.length; from += size) {
    if (!sense && isForeign(from)) return null;
    best = Math.max(best ?? -1, sense ? productOf(sense, own, from) / FACTOR : 0);
  }
  return best;
}

function productOf(sense: Float32Array, bytes: Int8Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < sense.length; at += 1)
    sum += (sense[at] as number) * (bytes[from + at] as number);
  return sum;
}

function inBytes(sense: Float32Array): Int8Array {
  return Int8Array.from(sense, (value) =>
    Math.max(-127, Math.min(127, Math.round(value * FACTOR))),
  );
}
