import {
  auroc,
  calibrationError,
  meanOf,
  meanReciprocalRank,
  operatingAt,
  rankOfRight,
  recallAt,
  reliability,
} from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { baselinesOf } from './baselines.ts';
import { judgeClarify } from './clarify.ts';
import type { LeftOut } from './leave-one-out.ts';
import type { EvaluationSet } from './sets.ts';

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

/** Prints what is found, how sure, and what answering from each confidence on would mean. */
export function printQuality(sets: readonly EvaluationSet[], results: readonly LeftOut[]): void {
  console.log(
    'Found: answerable questions, everything learned on the other sets (Recall@1, Recall@3, MRR)',
  );
  const gains = sets.map((set) =>
    printFound(
      set,
      results.find(({ name }) => name === set.name),
    ),
  );
  console.log(
    `  mean gain in Recall@3 over the best baseline of each set: ${points(meanOf(gains))}\n`,
  );
  printConfidence(results);
  printOperating(results);
  printClarify(results);
}

function printClarify(results: readonly LeftOut[]): void {
  const { right, majority, count } = judgeClarify(results.flatMap(({ judged }) => judged));
  if (count === 0) return;
  console.log('Ask back or answer, on rule texts not learned from');
  console.log(
    `  learned ${right.toFixed(3)}  always the same ${majority.toFixed(3)}  of ${count} questions\n`,
  );
}

function printFound({ name, articles, cases }: EvaluationSet, result: LeftOut | undefined): number {
  const answerable = (result?.judged ?? []).filter(({ gold }) => gold.answerable);
  const own = answerable.map(({ ids, gold }) => rankOfRight(ids, gold.articles));
  console.log(`  ${name}`);
  printRow('this engine', own);
  const judged = cases.filter(({ gold }) => gold?.answerable);
  let best = 0;
  for (const [baseline, search] of baselinesOf(articles)) {
    const ranks = judged.map(({ given, gold }) =>
      rankOfRight(search(given.question), gold?.articles ?? new Set()),
    );
    printRow(baseline, ranks);
    best = Math.max(best, recallAt(ranks, 3));
  }
  return recallAt(own, 3) - best;
}

function printRow(name: string, ranks: readonly number[]): void {
  const numbers = [recallAt(ranks, 1), recallAt(ranks, 3), meanReciprocalRank(ranks)];
  console.log(`    ${name.padEnd(34)} ${numbers.map((value) => value.toFixed(3)).join('  ')}`);
}

function printConfidence(results: readonly LeftOut[]): void {
  console.log('Confidence: AUROC answerable / right, calibration error (ten bars of equal count)');
  const rows = results.map(({ name, outcomes }) => {
    const said = outcomes.map(({ confidence }) => confidence);
    const answerable = auroc(
      said,
      outcomes.map(({ isAnswerable }) => isAnswerable),
    );
    const right = auroc(
      said,
      outcomes.map(({ isRight }) => isRight),
    );
    const error = calibrationError(outcomes);
    console.log(
      `  ${name.padEnd(20)} ${[answerable, right, error].map((value) => value.toFixed(3)).join('  ')}`,
    );
    return { answerable, right, error };
  });
  const mean = (key: 'answerable' | 'right' | 'error') =>
    meanOf(rows.map((row) => row[key])).toFixed(3);
  console.log(`  ${'mean'.padEnd(20)} ${mean('answerable')}  ${mean('right')}  ${mean('error')}`);
  const pooled = pooledOutcomes(results);
  console.log(`  over all sets, each counting alike: ${calibrationError(pooled).toFixed(3)}`);
  for (const { said, true: came } of reliability(pooled))
    console.log(
      `    said ${said.toFixed(2)}  came true ${came.toFixed(2)}  ${'#'.repeat(Math.round(came * 40))}`,
    );
  console.log('');
}

/** Outcomes of all sets, those of small sets repeated so that each set counts alike. */
export function pooledOutcomes(results: readonly LeftOut[]): LeftOut['outcomes'] {
  const largest = Math.max(...results.map(({ outcomes }) => outcomes.length));
  return results.flatMap(({ outcomes }) =>
    Array.from({ length: largest }, (_, i) => outcomes[i % outcomes.length]).filter(
      (one) => one !== undefined,
    ),
  );
}

function printOperating(results: readonly LeftOut[]): void {
  console.log(
    'Answering from a confidence on: right of the answered / answered of the answerable / of the unanswerable',
  );
  const pooled = pooledOutcomes(results);
  for (const from of THRESHOLDS) {
    const all = operatingAt(pooled, from);
    const rows = results.map(({ name, outcomes }) => ({ name, ...operatingAt(outcomes, from) }));
    const mean = (key: 'precision' | 'coverage' | 'answeredWrongly') =>
      percent(meanOf(rows.map((row) => row[key])));
    const each = rows.map(
      (row) =>
        `${row.name.slice(0, 12)} ${percent(row.precision)}/${percent(row.coverage)}/${percent(row.answeredWrongly)}`,
    );
    console.log(
      `  ${from.toFixed(2)}  all ${percent(all.precision)}/${percent(all.coverage)}/${percent(all.answeredWrongly)}  mean ${mean('precision')}/${mean('coverage')}/${mean('answeredWrongly')}   ${each.join('  ')}`,
    );
  }
  console.log('');
}

function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}

function points(value: number): string {
  return `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)} points`;
}
