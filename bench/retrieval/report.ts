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
import type { Encode } from '../../src/server/platform/encoder/index.ts';
import { baselinesOf, type Baseline } from './baselines.ts';
import { judgeClarify } from './clarify.ts';
import { encodedBaselines, nearnessIn } from './encoder.ts';
import type { LeftOut } from './leave-one-out.ts';
import type { EvaluationSet } from './sets.ts';
import { alike } from './threshold.ts';

const THRESHOLDS = [0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.82, 0.84, 0.85, 0.86, 0.88, 0.9, 0.92, 0.95];

/** Prints what is found, how sure, and what answering from each confidence on would mean. */
export function printQuality(
  sets: readonly EvaluationSet[],
  results: readonly LeftOut[],
  encode: Encode,
): void {
  console.log(
    'Found: answerable questions, everything learned on the other sets (Recall@1, Recall@3, MRR)',
  );
  const gains = sets.map((set) => {
    const engines = baselinesOf(set.articles);
    const encoded = encodedBaselines(engines, nearnessIn(set.articles, encode));
    const result = results.find(({ name }) => name === set.name);
    return printFound(set, result, { engines, encoded });
  });
  const mean = (over: 'engines' | 'all') => points(meanOf(gains.map((gain) => gain[over])));
  console.log(
    `  mean gain in Recall@3 over the best of each set by words: ${mean('engines')}, over the best of all: ${mean('all')}\n`,
  );
  printConfidence(results);
  printOperating(results);
  printAtThreshold(results);
  printClarify(results);
}

function printClarify(results: readonly LeftOut[]): void {
  const { right, majority, words, count } = judgeClarify(results.flatMap(({ judged }) => judged));
  if (count === 0) return;
  console.log('Ask back or answer, on rule texts not learned from');
  console.log(
    `  learned ${right.toFixed(3)}  always the same ${majority.toFixed(3)}  TF-IDF ${words.toFixed(3)}  of ${count} questions\n`,
  );
}

function printFound(
  { name, cases }: EvaluationSet,
  result: LeftOut | undefined,
  { engines, encoded }: Record<'engines' | 'encoded', ReadonlyMap<string, Baseline>>,
): { engines: number; all: number } {
  const answerable = (result?.judged ?? []).filter(({ gold }) => gold.answerable);
  const own = answerable.map(({ ids, gold }) => rankOfRight(ids, gold.articles));
  console.log(`  ${name}`);
  printRow('this engine', own);
  const judged = cases.filter(({ gold }) => gold?.answerable);
  const bestOf = (baselines: ReadonlyMap<string, Baseline>): number => {
    const recalls = [...baselines].map(([baseline, search]) => {
      const ranks = judged.map(({ given, gold }) =>
        rankOfRight(search(given.question), gold?.articles ?? new Set()),
      );
      printRow(baseline, ranks);
      return recallAt(ranks, 3);
    });
    return Math.max(...recalls);
  };
  const [byWords, byMeaning] = [bestOf(engines), bestOf(encoded)];
  const recall = recallAt(own, 3);
  return { engines: recall - byWords, all: recall - Math.max(byWords, byMeaning) };
}

function printRow(name: string, ranks: readonly number[]): void {
  const numbers = [recallAt(ranks, 1), recallAt(ranks, 3), meanReciprocalRank(ranks)];
  console.log(`    ${name.padEnd(46)} ${numbers.map((value) => value.toFixed(3)).join('  ')}`);
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
  const pooled = alike(results.map(({ outcomes }) => outcomes));
  console.log(`  over all sets, each counting alike: ${calibrationError(pooled).toFixed(3)}`);
  for (const { said, true: came } of reliability(pooled))
    console.log(
      `    said ${said.toFixed(2)}  came true ${came.toFixed(2)}  ${'#'.repeat(Math.round(came * 40))}`,
    );
  console.log('');
}

function printOperating(results: readonly LeftOut[]): void {
  console.log(
    'Answering from a confidence on: right of the answered / answered of the answerable / of the unanswerable',
  );
  const pooled = alike(results.map(({ outcomes }) => outcomes));
  for (const from of THRESHOLDS) {
    const counted = operatingAt(pooled, from);
    const all = operatingAt(
      results.flatMap(({ outcomes }) => outcomes),
      from,
    );
    const three = (of: typeof all): string =>
      [of.precision, of.coverage, of.answeredWrongly].map(percent).join('/');
    const rows = results.map(({ name, outcomes }) => ({ name, ...operatingAt(outcomes, from) }));
    const mean = (key: 'precision' | 'coverage' | 'answeredWrongly') =>
      percent(meanOf(rows.map((row) => row[key])));
    const each = rows.map((row) => `${row.name.slice(0, 12)} ${three(row)}`);
    console.log(
      `  ${from.toFixed(2)}  all ${three(all)}  sets alike ${three(counted)}  mean ${mean('precision')}/${mean('coverage')}/${mean('answeredWrongly')}   ${each.join('  ')}`,
    );
  }
  console.log('');
}

/** Each set at the threshold that the other sets give, and all answers of all sets together. */
function printAtThreshold(results: readonly LeftOut[]): void {
  console.log('At the threshold that the other sets give: right / answered / of the unanswerable');
  const rows = results.map(({ name, outcomes, answerFrom }) => {
    const row = operatingAt(outcomes, answerFrom);
    console.log(`  ${name.padEnd(20)} from ${answerFrom.toFixed(2)}  ${rowOf(row)}`);
    return row;
  });
  const mean = (key: 'precision' | 'coverage' | 'answeredWrongly') =>
    meanOf(rows.map((row) => row[key]));
  // Confidence less the set's own threshold: so all sets can be cut at the same place.
  const together = results.flatMap(({ outcomes, answerFrom }) =>
    outcomes.map((one) => ({ ...one, confidence: one.confidence - answerFrom })),
  );
  const means = {
    precision: mean('precision'),
    coverage: mean('coverage'),
    answeredWrongly: mean('answeredWrongly'),
  };
  console.log(`  ${'mean of the sets'.padEnd(31)} ${rowOf(means)}`);
  console.log(`  ${'all answers together'.padEnd(31)} ${rowOf(operatingAt(together, 0))}\n`);
}

function rowOf(row: { precision: number; coverage: number; answeredWrongly: number }): string {
  return [row.precision, row.coverage, row.answeredWrongly]
    .map((value) => `${(value * 100).toFixed(1)}%`.padStart(7))
    .join('');
}

/** 0.873 as `87%`. */
export function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}

function points(value: number): string {
  return `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)} points`;
}
