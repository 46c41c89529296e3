import type { IntentItem, IntentMetrics, IntentRow } from './intents.types.ts';

/** The label of texts that fit no category. */
export const OUT_OF_SCOPE = 'oos';

const BINS = 10;

/** Compares predictions with the gold labels, line by line; lines without a label are left out. */
export function measureIntents(
  rows: readonly IntentRow[],
  items: readonly IntentItem[],
): IntentMetrics {
  const judged = rows.flatMap((row, index) => {
    const item = items[index];
    return row.label === undefined || item === undefined ? [] : [{ gold: row.label, item }];
  });
  const inside = judged.filter(({ gold }) => gold !== OUT_OF_SCOPE);
  const outside = judged.filter(({ gold }) => gold === OUT_OF_SCOPE);
  const isRight = ({ gold, item }: Judged) => item.label === gold;
  const isKept = ({ item }: Judged) => item.outOfScope < 0.5;
  return {
    inScope: inside.length,
    outOfScope: outside.length,
    accuracy: share(inside, isRight),
    accuracyAfterRejection: share(inside, (one) => isRight(one) && isKept(one)),
    outOfScopeRecall: share(outside, (one) => !isKept(one)),
    outOfScopeAuroc: auroc(scores(outside), scores(inside)),
    calibrationError: calibrationError(judged),
  };
}

/** Chance that one of the first scores more than one of the second, ties counting half; null without a pair. */
export function auroc(high: readonly number[], low: readonly number[]): number | null {
  if (high.length === 0 || low.length === 0) return null;
  const all = [
    ...high.map((score) => ({ score, isHigh: true })),
    ...low.map((score) => ({ score, isHigh: false })),
  ].toSorted((one, other) => one.score - other.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let at = start; at < end; at += 1) if (all[at]?.isHigh === true) rankSum += rank;
    start = end;
  }
  return (rankSum - (high.length * (high.length + 1)) / 2) / (high.length * low.length);
}

type Judged = { gold: string; item: IntentItem };

function share(judged: readonly Judged[], test: (one: Judged) => boolean): number | null {
  return judged.length === 0 ? null : judged.filter(test).length / judged.length;
}

function scores(judged: readonly Judged[]): number[] {
  return judged.map(({ item }) => item.outOfScope);
}

function calibrationError(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null;
  const sorted = judged.toSorted((one, other) => one.item.confidence - other.item.confidence);
  const size = Math.ceil(sorted.length / BINS);
  let error = 0;
  for (let start = 0; start < sorted.length; start += size) {
    const bin = sorted.slice(start, start + size);
    const said = bin.reduce((sum, { item }) => sum + item.confidence, 0);
    const right = bin.filter(({ gold, item }) => item.label === gold).length;
    error += Math.abs(said - right);
  }
  return error / sorted.length;
}
