import type { Sparse } from './features.rules.ts';

/**
 * One weight a feature and class, features together (`weights[place * classes + class]`), as a signed byte
 * to be multiplied by the scale of its class; and one bias a class. A byte costs nothing in accuracy:
 * CLINC150 gives the same figures to three digits.
 */
export type Linear = {
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
};

/** How a linear model is trained: cost of an error against the size of the weights, and passes at most. */
export type LinearOptions = { readonly cost: number; readonly passes: number };

/**
 * One support vector machine a class against all others, squared hinge loss, by dual coordinate
 * descent (Hsieh et al. 2008, ICML, "A dual coordinate descent method for large-scale linear SVM").
 */
export function trainLinear(
  vectors: readonly Sparse[],
  labels: Int32Array,
  shape: LinearOptions & { readonly classes: number; readonly features: number },
): Linear {
  const { classes, features } = shape;
  const weights = new Int8Array(features * classes);
  const scales = new Float32Array(classes).fill(1);
  const bias = new Float32Array(classes);
  const norms = Float64Array.from(vectors, (vector) => {
    let square = 1;
    for (const value of vector.values) square += value * value;
    return square;
  });
  const order = Int32Array.from(vectors, (_, index) => index);
  shuffle(order);
  const column = new Float32Array(features + 1);
  const dual = new Float64Array(vectors.length);
  for (let wanted = 0; wanted < classes; wanted += 1) {
    column.fill(0);
    dual.fill(0);
    trainColumn({ vectors, labels, norms, order, column, dual }, { ...shape, wanted });
    let largest = 0;
    for (let place = 0; place < features; place += 1)
      largest = Math.max(largest, Math.abs(column[place] ?? 0));
    const scale = largest === 0 ? 1 : largest / 127;
    for (let place = 0; place < features; place += 1)
      weights[place * classes + wanted] = Math.round((column[place] ?? 0) / scale);
    scales[wanted] = scale;
    bias[wanted] = column[features] ?? 0;
  }
  return { weights, scales, bias };
}

/** The margin of every class for a text, as one number a class. */
export function marginsOf({ weights, scales, bias }: Linear, vector: Sparse): Float32Array {
  const classes = scales.length;
  const sums = new Float32Array(classes);
  for (let index = 0; index < vector.ids.length; index += 1) {
    const value = vector.values[index] ?? 0;
    const start = (vector.ids[index] ?? 0) * classes;
    for (let place = 0; place < classes; place += 1)
      sums[place] = (sums[place] ?? 0) + value * (weights[start + place] ?? 0);
  }
  return sums.map((sum, place) => sum * (scales[place] ?? 1) + (bias[place] ?? 0));
}

type Work = {
  readonly vectors: readonly Sparse[];
  readonly labels: Int32Array;
  readonly norms: Float64Array;
  readonly order: Int32Array;
  readonly column: Float32Array;
  readonly dual: Float64Array;
};

function trainColumn(
  work: Work,
  shape: LinearOptions & { features: number; wanted: number },
): void {
  const { vectors, labels, norms, order, column, dual } = work;
  const diagonal = 0.5 / shape.cost;
  // Shrinking in its simplest form: after the first passes only the vectors that still matter are visited.
  let active = order;
  for (let pass = 0; pass < shape.passes; pass += 1) {
    let worst = 0;
    for (const index of active) {
      const vector = vectors[index];
      if (vector === undefined) continue;
      const sign = labels[index] === shape.wanted ? 1 : -1;
      const margin = product(column, vector) + (column[shape.features] ?? 0);
      const old = dual[index] as number;
      const gradient = sign * margin - 1 + old * diagonal;
      const next = Math.max(0, old - gradient / ((norms[index] as number) + diagonal));
      const step = (next - old) * sign;
      if (step === 0) continue;
      worst = Math.max(worst, Math.abs(gradient));
      dual[index] = next;
      add(column, vector, step);
      column[shape.features] = (column[shape.features] ?? 0) + step;
    }
    if (worst < 0.05) break;
    if (pass === 1)
      active = order.filter((index) => (dual[index] ?? 0) > 0 || labels[index] === shape.wanted);
    if (pass === shape.passes - 3) active = order;
  }
}

function product(column: Float32Array, { ids, values }: Sparse): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1)
    sum += (column[ids[at] as number] as number) * (values[at] as number);
  return sum;
}

function add(column: Float32Array, { ids, values }: Sparse, step: number): void {
  for (let at = 0; at < ids.length; at += 1) {
    const place = ids[at] as number;
    column[place] = (column[place] as number) + step * (values[at] as number);
  }
}

// A fixed walk: training the same examples twice gives the same model.
function shuffle(order: Int32Array): void {
  let state = 12345;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const other = state % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
