/** A prediction with what turned out. */
export interface Outcome {
  confidence: number;
  /** Whether the best article was a right one. */
  isRight: boolean;
  isAnswerable: boolean;
}

/** Where the first right article stands (1 for the first), or 0 where it is not in the list. */
export function rankOfRight(ranked: readonly string[], right: ReadonlySet<string>): number {
  return ranked.findIndex((article) => right.has(article)) + 1;
}

/** The part of ranks that are at most `k`. */
export function recallAt(ranks: readonly number[], k: number): number {
  return meanOf(ranks.map((rank) => (rank > 0 && rank <= k ? 1 : 0)));
}

/** The mean of 1 over the rank; 0 for what was not found. */
export function meanReciprocalRank(ranks: readonly number[]): number {
  return meanOf(ranks.map((rank) => (rank > 0 ? 1 / rank : 0)));
}

/** The probability that a true one has a larger value than a false one, ties halved; NaN without both. */
export function auroc(values: readonly number[], truths: readonly boolean[]): number {
  const order = values
    .map((value, i) => ({ value, truth: truths[i] ?? false }))
    .sort((a, b) => a.value - b.value);
  const positives = order.filter(({ truth }) => truth).length;
  let sum = 0;
  for (let i = 0; i < order.length;) {
    let end = i;
    while (end < order.length && order[end]?.value === order[i]?.value) end += 1;
    const rank = (i + 1 + end) / 2;
    for (let j = i; j < end; j += 1) if (order[j]?.truth) sum += rank;
    i = end;
  }
  return (sum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

/** One bar of a reliability diagram: what was said, what came true, and how many. */
export interface ReliabilityBin {
  said: number;
  true: number;
  count: number;
}

/** Ten bars with the same number of predictions each. */
export function reliability(outcomes: readonly Outcome[]): ReliabilityBin[] {
  const sorted = outcomes.toSorted((a, b) => a.confidence - b.confidence);
  return Array.from({ length: 10 }, (_, i) => {
    const from = Math.floor((i * sorted.length) / 10);
    const part = sorted.slice(from, Math.floor(((i + 1) * sorted.length) / 10));
    return {
      said: meanOf(part.map(({ confidence }) => confidence)),
      true: meanOf(part.map(({ isRight }) => (isRight ? 1 : 0))),
      count: part.length,
    };
  }).filter(({ count }) => count > 0);
}

/** The expected calibration error: how far said and true lie apart, over bars of equal count. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = reliability(outcomes);
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, bin) => sum + (Math.abs(bin.said - bin.true) * bin.count) / total, 0);
}

/** What happens when everything from a confidence on is answered. */
export interface Operating {
  from: number;
  /** Of the answers: the part that rests on a right article. */
  precision: number;
  /** Of the answerable questions, and of the unanswerable ones: the part answered. */
  coverage: number;
  answeredWrongly: number;
}

/** Precision and coverage at a threshold; precision 1 where nothing is answered. */
export function operatingAt(outcomes: readonly Outcome[], from: number): Operating {
  const answered = outcomes.filter(({ confidence }) => confidence >= from);
  const part = (of: readonly Outcome[]): number =>
    of.length === 0 ? 0 : of.filter(({ confidence }) => confidence >= from).length / of.length;
  return {
    from,
    precision:
      answered.length === 0
        ? 1
        : answered.filter(({ isRight }) => isRight).length / answered.length,
    coverage: part(outcomes.filter(({ isAnswerable }) => isAnswerable)),
    answeredWrongly: part(outcomes.filter(({ isAnswerable }) => !isAnswerable)),
  };
}

/** The mean; 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
