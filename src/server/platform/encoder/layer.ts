/** Scale and shift of a normalisation. */
export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

const HEADS = 4;
const SMALLEST = 1e-6;

/** Rows with mean 0 and deviation 1, scaled and shifted (Ba, Kiros and Hinton, 2016). */
export function normalise(rows: Float32Array, { scale, shift }: Norm): Float32Array {
  const size = scale.length;
  const found = new Float32Array(rows.length);
  for (let from = 0; from < rows.length; from += size) {
    let [mean, variance] = [0, 0];
    for (let i = 0; i < size; i += 1) mean += (rows[from + i] as number) / size;
    for (let i = 0; i < size; i += 1) variance += ((rows[from + i] as number) - mean) ** 2 / size;
    const by = 1 / Math.sqrt(variance + SMALLEST);
    for (let i = 0; i < size; i += 1)
      found[from + i] =
        ((rows[from + i] as number) - mean) * by * (scale[i] as number) + (shift[i] as number);
  }
  return found;
}

/**
 * Attention of every row to every row (Vaswani et al., 2017), four heads. Each row holds what it asks, what
 * it is found by and what it tells, one after the other; the result is what each was told.
 */
export function attend(rows: Float32Array, count: number): Float32Array {
  const width = rows.length / count;
  const size = width / 3;
  const part = size / HEADS;
  const told = new Float32Array(count * size);
  for (let head = 0; head < HEADS; head += 1) {
    const of = (kind: number): Float32Array[] =>
      Array.from({ length: count }, (_, row) => {
        const from = row * width + kind * size + head * part;
        return rows.subarray(from, from + part);
      });
    const [asks, found, tells] = [of(0), of(1), of(2)];
    asks.forEach((asked, row) => {
      const from = row * size + head * part;
      mix(tells, sharesOf(asked, found), told.subarray(from, from + part));
    });
  }
  return told;
}

/** How much of what it is told comes from each row: they add up to 1. */
function sharesOf(asked: Float32Array, found: readonly Float32Array[]): number[] {
  const likeness = found.map((other) => product(asked, other) / Math.sqrt(asked.length));
  const largest = Math.max(...likeness);
  const shares = likeness.map((value) => Math.exp(value - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Four sums at once: none waits for the one before it. */
function product(one: Float32Array, other: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < one.length; i += 4) {
    a += (one[i] as number) * (other[i] as number);
    b += (one[i + 1] as number) * (other[i + 1] as number);
    c += (one[i + 2] as number) * (other[i + 2] as number);
    d += (one[i + 3] as number) * (other[i + 3] as number);
  }
  return a + b + c + d;
}

function mix(rows: readonly Float32Array[], shares: readonly number[], into: Float32Array): void {
  rows.forEach((row, at) => {
    const share = shares[at] as number;
    for (let i = 0; i < into.length; i += 1)
      into[i] = (into[i] as number) + share * (row[i] as number);
  });
}
