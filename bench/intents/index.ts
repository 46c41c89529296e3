import { parseArgs } from 'node:util';
import type {
  IntentItem,
  IntentRow,
} from '../../src/server/features/understanding/evaluation/intents.types.ts';
import {
  measureIntents,
  OUT_OF_SCOPE,
} from '../../src/server/features/understanding/evaluation/measure-intents.rules.ts';
import { fasttext, segue, wink } from './classifiers.ts';
import type { Classifier } from './classifiers.ts';
import { readSets } from './sets.ts';
import type { IntentSet } from './sets.ts';

const usage = `npm run bench -- intents [--data DIR] [--only NAME] [--ours]
Compares the category model with two libraries on public sets of intents below DIR
(or SEGUE_BENCH_DATA, or ../shared/data), with and without the encoder.`;

// Not measured here: taken from the papers, whose test sets are not the parts judged above.
const literature = `
From the literature, on the official test sets:
  BANKING77, fine-tuned encoders, all examples: 0.934 (USE + ConveRT), 0.937 (BERT). Casanueva et al. 2020,
    "Efficient intent detection with dual sentence encoders", NLP4ConvAI.
  CLINC150, fine-tuned BERT: 0.969 in scope, 0.403 out-of-scope recall at its own threshold; SVM 0.910, MLP
    0.935, fastText 0.890 in scope. Larson et al. 2019, "An evaluation dataset for intent classification and
    out-of-scope prediction", EMNLP.
  Large language models, asked without fine-tuning, are reported below fine-tuned encoders on both sets and depend on
    the prompt, the number of labels and the examples shown; no single figure is quoted here.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    ours: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const folder = values.data ?? process.env['SEGUE_BENCH_DATA'] ?? '../shared/data';
const sets = readSets(folder).filter(({ name }) => name.includes(values.only ?? ''));
if (values.help === true) console.log(usage);
else if (sets.length === 0)
  console.log(`No sets of intents at ${folder}: nothing was measured.\n\n${usage}`);
else await run();

async function run(): Promise<void> {
  const ours = [segue({ hasEncoder: true }), segue({ hasEncoder: false })];
  for (const set of sets) {
    console.log(
      `\n${set.name}: ${set.train.length} to learn from, ${set.test.length} judged (${set.note})`,
    );
    console.log(
      '                     acc.  AUROC  acc. at 80 % oos recall  as decided (acc./recall)   ECE  cpu s    ms/text     MB',
    );
    for (const classifier of values.ours === true ? ours : [...ours, wink, fasttext])
      console.log(await lineOf(classifier, set));
  }
  if (values.ours !== true) console.log(literature);
}

async function lineOf(classifier: Classifier, { train, test }: IntentSet): Promise<string> {
  try {
    const before = process.cpuUsage();
    const { predict, sizeBytes } = await classifier.learn(train);
    const learned = performance.now();
    const cpuMs = process.cpuUsage(before).user / 1_000;
    const items = test.map(({ text }) => predict(text));
    const done = performance.now();
    const figures = measureIntents(test, items);
    return [
      classifier.name.padEnd(18),
      figure(figures.accuracy, 7),
      figure(figures.outOfScopeAuroc, 6),
      figure(accuracyAtRecall(test, items), 24),
      `${figure(figures.accuracyAfterRejection, 16)}/${figure(figures.outOfScopeRecall, 5)}`,
      figure(figures.calibrationError, 10),
      (cpuMs / 1_000).toFixed(1).padStart(8),
      ((done - learned) / test.length).toFixed(2).padStart(8),
      (sizeBytes === null ? '-' : (sizeBytes / 1e6).toFixed(1)).padStart(6),
    ].join(' ');
  } catch (error) {
    return `${classifier.name.padEnd(18)} did not run: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Share of in-scope texts right and kept, at the threshold that rejects 80 % of those out of scope. */
function accuracyAtRecall(rows: readonly IntentRow[], items: readonly IntentItem[]): number | null {
  const scores = rows
    .flatMap(({ label }, at) => (label === OUT_OF_SCOPE ? [items[at]?.outOfScope ?? 0] : []))
    .toSorted((one, other) => other - one);
  const cut = scores[Math.ceil(scores.length * 0.8) - 1];
  if (cut === undefined) return null;
  const inside = rows.flatMap((row, at) =>
    row.label === OUT_OF_SCOPE ? [] : [{ row, item: items[at] }],
  );
  const right = inside.filter(
    ({ row, item }) => item?.label === row.label && item !== undefined && item.outOfScope < cut,
  );
  return right.length / inside.length;
}

function figure(value: number | null, width: number): string {
  return (value === null ? '-' : value.toFixed(3)).padStart(width);
}
