const ROUNDS = 60;
const PENALTY = 0.5;

/** Vectors to read, one a word or sentence. */
type Vectors = readonly Float32Array[];
/** The places of the rows that a sentence is made of. */
type Sentences = readonly (readonly number[])[];

/** The strongest directions among some vectors about their mean, by orthogonal iteration. */
export function strongestAxes(vectors: Vectors, count: number): Float64Array[] {
  const spread = covarianceOf(vectors);
  let axes: Float64Array[] = Array.from({ length: count }, (_, n) =>
    Float64Array.from(spread, (__, i) => Math.sin((n + 1) * (i + 1))),
  );
  for (let round = 0; round < ROUNDS; round += 1)
    axes = orthogonal(axes.map((axis) => Float64Array.from(spread, (line) => dot(line, axis))));
  return axes;
}

/** Vectors without their mean, turned onto axes. */
export function turned(vectors: Vectors, axes: readonly Float64Array[]): Float32Array[] {
  const mean = meanOf(vectors);
  return vectors.map((vector) => {
    const rest = vector.map((x, i) => x - (mean[i] as number));
    return Float32Array.from(axes, (axis) => dot(rest, axis));
  });
}

/**
 * Rows whose sums over the words of a sentence, divided by the root of their number, come nearest to the
 * sentence's target and yet stay near their starts: ridge regression by conjugate gradients, each column by itself.
 */
export function learnRows({
  starts,
  sentences,
  targets,
}: {
  starts: Vectors;
  sentences: Sentences;
  targets: Vectors;
}): Float32Array[] {
  const rows = starts.map((row) => row.slice());
  const missed = sumsOf(rows, sentences).map((sum, i) => add(sum.map(negative), targets[i], 1));
  const residual = spreadOut(missed, sentences, rows.length);
  const step = residual.map((row) => row.slice());
  let squares = products(residual, residual);
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = spreadOut(sumsOf(step, sentences), sentences, rows.length);
    moved.forEach((row, i) => add(row, step[i], PENALTY));
    const lengths = products(step, moved);
    const pace = squares.map((square, k) => square / Math.max(lengths[k] as number, 1e-12));
    const back = pace.map(negative);
    rows.forEach((row, i) => addEach(row, step[i], pace));
    residual.forEach((row, i) => addEach(row, moved[i], back));
    const next = products(residual, residual);
    const kept = next.map((square, k) => square / Math.max(squares[k] as number, 1e-12));
    step.forEach((row, i) => row.set(addEach((residual[i] as Float32Array).slice(), row, kept)));
    squares = next;
  }
  return rows;
}

function sumsOf(rows: Vectors, sentences: Sentences): Float32Array[] {
  const size = rows[0]?.length ?? 0;
  return sentences.map((words) => {
    const sum = new Float32Array(size);
    for (const word of words) add(sum, rows[word], 1 / Math.sqrt(words.length));
    return sum;
  });
}

/** Each value given to the rows of its sentence: the transpose of `sumsOf`. */
function spreadOut(values: Vectors, sentences: Sentences, count: number): Float32Array[] {
  const size = values[0]?.length ?? 0;
  const rows = Array.from({ length: count }, () => new Float32Array(size));
  sentences.forEach((words, i) => {
    for (const word of words)
      add(rows[word] as Float32Array, values[i], 1 / Math.sqrt(words.length));
  });
  return rows;
}

/** Adds a multiple of a vector to a row, in place. */
function add(row: Float32Array, vector: Float32Array | undefined, factor: number): Float32Array {
  for (let k = 0; k < row.length; k += 1)
    row[k] = (row[k] as number) + (vector?.[k] as number) * factor;
  return row;
}

/** The same with a factor for each number. */
function addEach(
  row: Float32Array,
  vector: Float32Array | undefined,
  factors: Float64Array,
): Float32Array {
  for (let k = 0; k < row.length; k += 1)
    row[k] = (row[k] as number) + (vector?.[k] as number) * (factors[k] as number);
  return row;
}

/** The sum over all rows of the products in each column. */
function products(one: Vectors, other: Vectors): Float64Array {
  const sums = new Float64Array(one[0]?.length ?? 0);
  one.forEach((row, i) =>
    row.forEach((x, k) => {
      sums[k] = (sums[k] as number) + x * (other[i]?.[k] as number);
    }),
  );
  return sums;
}

function covarianceOf(vectors: Vectors): Float64Array[] {
  const mean = meanOf(vectors);
  const lines = Array.from(mean, () => new Float64Array(mean.length));
  for (const vector of vectors) {
    const rest = Float64Array.from(vector, (x, i) => x - (mean[i] as number));
    lines.forEach((line, i) => {
      const own = rest[i] as number;
      for (let k = 0; k < line.length; k += 1)
        line[k] = (line[k] as number) + own * (rest[k] as number);
    });
  }
  return lines;
}

function meanOf(vectors: Vectors): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i += 1)
      mean[i] = (mean[i] as number) + (vector[i] as number) / vectors.length;
  return mean;
}

/** Gram and Schmidt. */
function orthogonal(axes: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const axis of axes) {
    for (const known of found) {
      const part = dot(axis, known);
      for (let i = 0; i < axis.length; i += 1)
        axis[i] = (axis[i] as number) - part * (known[i] as number);
    }
    const length = Math.sqrt(dot(axis, axis)) || 1;
    found.push(axis.map((x) => x / length));
  }
  return found;
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] as number) * (other[i] as number);
  return sum;
}

function negative(value: number): number {
  return -value;
}
