/** A small decision tree; a node of feature -1 is a leaf. */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

/** A learned score: trees over named features, summed. */
export interface TreeModel {
  features: string[];
  base: number;
  trees: Tree[];
}

/** The values a model wants, in its order; 0 for a feature that is missing. */
export function valuesFor(names: readonly string[], features: Record<string, number>): Float64Array {
  return Float64Array.from(names, (name) => features[name] ?? 0);
}

/** The score of one set of values. */
export function scoreOf(model: TreeModel, values: Float64Array): number {
  let sum = model.base;
  for (const tree of model.trees) sum += leafOf(tree, values);
  return sum;
}

function leafOf(tree: Tree, values: Float64Array): number {
  let node = 0;
  for (;;) {
    const feature = tree.feature[node] ?? -1;
    if (feature < 0) return tree.value[node] ?? 0;
    const goesLeft = (values[feature] ?? 0) <= (tree.threshold[node] ?? 0);
    node = (goesLeft ? tree.left[node] : tree.right[node]) ?? 0;
  }
}

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
