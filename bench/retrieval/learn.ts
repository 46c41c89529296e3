import {
  logistic,
  softmax,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';

/** The candidates of one question, with which are right; `weight` lets all sets count alike. */
export interface RankingExample {
  candidates: { features: Record<string, number>; isRight: boolean }[];
  weight: number;
}

/** One question with what is known of it and whether the thing to be learned is true. */
export interface ChanceExample {
  values: Record<string, number>;
  label: boolean;
  weight: number;
}

const ROUNDS = 250;
const STEP = 0.03;

interface RankingOptions {
  features: readonly string[];
  /** What is not learned: a feature's weight that all sets share by reason, not by fit. */
  fixed: Readonly<Record<string, number>>;
  /** The penalty on the squares of the standardised weights. */
  penalty: number;
}

/** Weights, none negative, under which the right candidate of each question has the largest softmax part. */
export function learnRanking(
  examples: readonly RankingExample[],
  { features, fixed, penalty }: RankingOptions,
): Record<string, number> {
  const usable = examples.filter(({ candidates }) => candidates.some(({ isRight }) => isRight));
  const scale = scaleOf(
    usable.flatMap(({ candidates }) => candidates.map((candidate) => candidate.features)),
    features,
  );
  const rows = usable.map(({ candidates, weight }) => {
    const right = candidates.filter(({ isRight }) => isRight).length;
    return {
      weight,
      labels: candidates.map(({ isRight }) => (isRight ? 1 / right : 0)),
      base: candidates.map(({ features: values }) => weighted(fixed, values)),
      values: candidates.map(({ features: values }) => scaled(values, features, scale)),
    };
  });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const learned = descend(features.length, (weights, gradient) => {
    for (const row of rows) {
      const parts = softmax(
        row.values.map((values, i) => dot(values, weights) + (row.base[i] ?? 0)),
      );
      row.values.forEach((values, i) => {
        const error = (((parts[i] ?? 0) - (row.labels[i] ?? 0)) * row.weight) / total;
        addTo(gradient, values, error);
      });
    }
    addTo(gradient, weights, penalty);
  });
  return {
    ...fixed,
    ...named(features, (i) => (learned[i] ?? 0) / (scale[i]?.deviation ?? 1)),
  };
}

interface ChanceOptions {
  /** Features that may only raise the probability, and those that may only lower it. */
  raising: readonly string[];
  lowering: readonly string[];
  /** What is not learned, as in a ranking. */
  fixed?: Readonly<Record<string, number>>;
  penalty: number;
}

/** A logistic model whose weights keep the signs that reason gives them. */
export function learnChance(
  examples: readonly ChanceExample[],
  { raising, lowering, fixed = {}, penalty }: ChanceOptions,
): LogisticModel {
  const features = [...raising, ...lowering];
  const signs = features.map((_, i) => (i < raising.length ? 1 : -1));
  const scale = scaleOf(
    examples.map(({ values }) => values),
    features,
  );
  const rows = examples.map(({ values, label, weight }) => ({
    label: label ? 1 : 0,
    weight,
    base: weighted(fixed, values),
    values: scaled(values, features, scale).map((value, i) => value * (signs[i] ?? 1)),
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const size = features.length;
  const learned = descend(
    size + 1,
    (weights, gradient) => {
      for (const row of rows) {
        const error =
          ((logistic(dot(row.values, weights) + row.base + (weights[size] ?? 0)) - row.label) *
            row.weight) /
          total;
        addTo(gradient, row.values, error);
        gradient[size] = (gradient[size] ?? 0) + error;
      }
      for (let i = 0; i < size; i += 1)
        gradient[i] = (gradient[i] ?? 0) + penalty * (weights[i] ?? 0);
    },
    size,
  );
  const weights = named(
    features,
    (i) => ((learned[i] ?? 0) * (signs[i] ?? 1)) / (scale[i]?.deviation ?? 1),
  );
  const shift = features.reduce(
    (sum, name, i) => sum + (weights[name] ?? 0) * (scale[i]?.mean ?? 0),
    0,
  );
  return { bias: round((learned[size] ?? 0) - shift), weights: { ...fixed, ...weights } };
}

/** Adam (Kingma and Ba, ICLR 2015) with weights kept from falling below zero, but for those from `free` on. */
function descend(
  size: number,
  gradientOf: (weights: Float64Array, gradient: Float64Array) => void,
  free = size,
): Float64Array {
  const [weights, mean, square] = [0, 0, 0].map(() => new Float64Array(size));
  if (!weights || !mean || !square) throw new Error('unreachable');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = new Float64Array(size);
    gradientOf(weights, gradient);
    for (let i = 0; i < size; i += 1) {
      const g = gradient[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * g * g;
      const pace =
        (mean[i] ?? 0) /
        (1 - 0.9 ** round) /
        (Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      const next = (weights[i] ?? 0) - STEP * pace;
      weights[i] = i < free ? Math.max(0, next) : next;
    }
  }
  return weights;
}

interface Scale {
  mean: number;
  deviation: number;
}

function scaleOf(rows: readonly Record<string, number>[], features: readonly string[]): Scale[] {
  return features.map((name) => {
    let [sum, squares] = [0, 0];
    for (const row of rows) {
      sum += row[name] ?? 0;
      squares += (row[name] ?? 0) ** 2;
    }
    const mean = sum / Math.max(1, rows.length);
    return {
      mean,
      deviation: Math.sqrt(Math.max(0, squares / Math.max(1, rows.length) - mean * mean)) + 1e-6,
    };
  });
}

function scaled(
  values: Record<string, number>,
  features: readonly string[],
  scale: readonly Scale[],
): Float64Array {
  return Float64Array.from(features, (name, i) => {
    const { mean, deviation } = scale[i] ?? { mean: 0, deviation: 1 };
    return ((values[name] ?? 0) - mean) / deviation;
  });
}

function weighted(
  weights: Readonly<Record<string, number>>,
  values: Record<string, number>,
): number {
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (values[name] ?? 0),
    0,
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTo(into: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i += 1) into[i] = (into[i] ?? 0) + (values[i] ?? 0) * factor;
}

function named(names: readonly string[], valueOf: (i: number) => number): Record<string, number> {
  return Object.fromEntries(
    names.map((name, i) => [name, round(valueOf(i))] as const).filter(([, value]) => value !== 0),
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
