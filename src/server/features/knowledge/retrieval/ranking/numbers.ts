/** The logistic function. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Scores as parts of 1, by their exponentials. */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** A probability learned from named numbers: a logistic of a weighted sum. */
export interface LogisticModel {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** The probability that a model gives to some values; a missing value counts as 0. */
export function probabilityOf(
  model: LogisticModel,
  values: Readonly<Record<string, number>>,
): number {
  const sum = Object.entries(model.weights).reduce(
    (total, [name, weight]) => total + weight * (values[name] ?? 0),
    model.bias,
  );
  return logistic(sum);
}
