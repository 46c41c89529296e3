/** What the examples of each class mean, one byte a number, those of a class together; zeros where that is not known. */
export type Nearness = {
  /** Numbers of a meaning. */
  readonly size: number;
  readonly bytes: Int8Array;
  /** Where the examples of each class begin, in examples; one more for the end. */
  readonly starts: Uint32Array;
};

/** Numbers of a meaning: the first of the encoder's 512, half of which tell categories apart as well as all do. */
export const MEANING_SIZE = 256;

const FACTOR = 127;

/** Keeps what the examples of each class mean; those of class -1 belong to none and are left out. */
export function learnNearness(
  meanings: readonly (Float32Array | null)[],
  labels: Int32Array,
  { classes, size }: { classes: number; size: number },
): Nearness {
  const byClass = Array.from({ length: classes }, (): Float32Array[] => []);
  const unknown = new Float32Array(size);
  meanings.forEach((meaning, index) => {
    byClass[labels[index] ?? -1]?.push(meaning ?? unknown);
  });
  const starts = new Uint32Array(classes + 1);
  byClass.forEach((own, place) => (starts[place + 1] = (starts[place] ?? 0) + own.length));
  const bytes = new Int8Array((starts[classes] ?? 0) * size);
  byClass.flat().forEach((meaning, at) => bytes.set(inBytes(meaning), at * size));
  return { size, bytes, starts };
}

/**
 * The largest cosine (-1 to 1) of a text with an example of a class; null where that says nothing: the class has
 * no examples, or some of them are as foreign as the text.
 */
export function nearnessOf(
  { bytes, starts, size }: Nearness,
  meaning: Float32Array | null,
  label: number,
): number | null {
  const own = bytes.subarray((starts[label] ?? 0) * size, (starts[label + 1] ?? 0) * size);
  const isForeign = (from: number) => own.subarray(from, from + size).every((value) => value === 0);
  let best = own.length === 0 ? null : -1;
  for (let from = 0; from < own.length; from += size) {
    if (!meaning && isForeign(from)) return null;
    best = Math.max(best ?? -1, meaning ? productOf(meaning, own, from) / FACTOR : 0);
  }
  return best;
}

function productOf(meaning: Float32Array, bytes: Int8Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < meaning.length; at += 1)
    sum += (meaning[at] as number) * (bytes[from + at] as number);
  return sum;
}

function inBytes(meaning: Float32Array): Int8Array {
  return Int8Array.from(meaning, (value) =>
    Math.max(-127, Math.min(127, Math.round(value * FACTOR))),
  );
}
