import {
  auroc,
  calibrationError,
  meanOf,
  meanReciprocalRank,
  operatingAt,
  rankOfRight,
  recallAt,
} from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { baselinesOf } from './baselines.ts';
import type { Family } from './examples.ts';
import type { Judgement, LeftOut } from './leave-one-out.ts';
import { percent } from './report.ts';
import type { EvaluationSet } from './sets.ts';
import { alike, safeThreshold } from './threshold.ts';

const THRESHOLDS = [0.6, 0.7, 0.8, 0.9];

interface Small {
  judgement: Judgement;
  bases: readonly EvaluationSet[];
}

/** Prints, size by size, what is found in small knowledge bases and how sure; sets left out as in the whole. */
export function printSmall(families: readonly Family[], results: readonly LeftOut[]): void {
  const sizes = new Set(families.flatMap(({ small }) => small.map(({ size }) => size)));
  const shipped = safeThreshold(results.map(({ outcomes }) => outcomes));
  console.log('Small knowledge bases: questions asked of some articles of a set on like things,');
  console.log(
    'a third of them with their article left outside, everything learned on the other sets\n',
  );
  for (const size of sizes) {
    const drawn = families.flatMap(({ small }, i) =>
      small.flatMap(({ size: own, bases }, j): Small[] => {
        const judgement = results[i]?.small[j];
        return own === size && judgement ? [{ judgement, bases }] : [];
      }),
    );
    console.log(size === 0 ? 'FAQs of single venues (11 to 29 entries)' : `${size} articles`);
    printFound(drawn);
    printSure(drawn, shipped);
  }
}

/** Recall@1, Recall@3 and MRR of this engine and the others, each the mean of the sets. */
function printFound(drawn: readonly Small[]): void {
  const rows = new Map<string, number[][]>();
  const add = (name: string, ranks: number[]): void =>
    void rows.set(name, [...(rows.get(name) ?? []), ranks]);
  for (const { judgement, bases } of drawn) {
    const answerable = judgement.judged.filter(({ gold }) => gold.answerable);
    add(
      'this engine',
      answerable.map(({ ids, gold }) => rankOfRight(ids, gold.articles)),
    );
    for (const [name, ranks] of baselineRanks(bases)) add(name, ranks);
  }
  for (const [name, sets] of rows) {
    const mean = (of: (ranks: readonly number[]) => number): string =>
      meanOf(sets.map(of)).toFixed(3);
    const numbers = [
      mean((ranks) => recallAt(ranks, 1)),
      mean((ranks) => recallAt(ranks, 3)),
      mean(meanReciprocalRank),
    ];
    console.log(`  ${name.padEnd(34)} ${numbers.join('  ')}`);
  }
}

function baselineRanks(bases: readonly EvaluationSet[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { articles, cases } of bases)
    for (const [name, search] of baselinesOf(articles)) {
      const ranks = cases.flatMap(({ given, gold }) =>
        gold?.answerable ? [rankOfRight(search(given.question), gold.articles)] : [],
      );
      found.set(name, [...(found.get(name) ?? []), ...ranks]);
    }
  return found;
}

/** How sure, set by set and as a mean, and what answering from each confidence on would mean. */
function printSure(drawn: readonly Small[], shipped: number): void {
  const rows = drawn.map(({ judgement: { name, outcomes } }) => {
    const said = outcomes.map(({ confidence }) => confidence);
    const answerable = auroc(
      said,
      outcomes.map(({ isAnswerable }) => isAnswerable),
    );
    return {
      name,
      answerable,
      error: calibrationError(outcomes),
      ...operatingAt(outcomes, shipped),
    };
  });
  console.log(
    `    AUROC answerable, calibration error, from ${shipped.toFixed(2)}: right/answered/of the unanswerable`,
  );
  for (const row of rows)
    console.log(
      `    ${row.name.padEnd(26)} ${row.answerable.toFixed(3)}  ${row.error.toFixed(3)}  ${three(row)}`,
    );
  const pooled = alike(drawn.map(({ judgement }) => judgement.outcomes));
  const means = [meanOf(rows.map((row) => row.answerable)), meanOf(rows.map(({ error }) => error))];
  console.log(
    `    ${'mean'.padEnd(26)} ${means.map((value) => value.toFixed(3)).join('  ')}  over all sets alike ${calibrationError(pooled).toFixed(3)}`,
  );
  const at = [...THRESHOLDS, shipped].sort((a, b) => a - b);
  console.log(
    `    sets alike, from ${at.map((from) => `${from.toFixed(2)} ${three(operatingAt(pooled, from))}`).join('   ')}\n`,
  );
}

function three(at: { precision: number; coverage: number; answeredWrongly: number }): string {
  return [at.precision, at.coverage, at.answeredWrongly].map(percent).join('/');
}
