import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  createEncoder,
  createMeanings,
  evaluateIntents,
  readIntents,
} from '../../server/evaluate.ts';
import type { IntentReport } from '../../server/evaluate.ts';

export const intentsHelp = `Usage: segue eval intents --train F [--val F] --test F [--json OUT]

Trains the category model on labelled texts and predicts the labels of others. Each line of a file is
{ "text", "label" }; the label "oos" marks a text that fits none. Lines with "bot" or "corpus" have a
model each. Labels of the test file are read only after predicting, and may be missing.

  --train F    texts with labels to learn from
  --val F      more of them, to set the out-of-scope threshold with
  --test F     texts to predict
  --json OUT   where to write { metrics, items }: an item { text, label, confidence, outOfScope } a
               line, in order; outOfScope is 0 to 1, and from 0.5 on the label is not to be used
  --help       this text`;

/** The files of an evaluation of intents. */
export type IntentFiles = { train: string; val?: string; test: string; json?: string };

/** What the options ask for; false when only help is wanted. Throws for what it does not know. */
export function readIntentOptions(args: readonly string[]): IntentFiles | false {
  const file = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { train: file, val: file, test: file, json: file, help: { type: 'boolean' } },
  });
  const { train, test, val, json, help } = values;
  if (help === true) return false;
  if (train === undefined || test === undefined)
    throw new Error('Say which files to learn from (--train) and to predict (--test).');
  return { train, test, ...(val !== undefined && { val }), ...(json !== undefined && { json }) };
}

/** Runs `segue eval intents`. Resolves to the exit code. */
export function intentsCommand(args: readonly string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const files = readIntentOptions(args);
    if (files === false) say(intentsHelp);
    else evalIntents(files, say);
    return Promise.resolve(0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n\n${intentsHelp}\n`);
    return Promise.resolve(2);
  }
}

/** Runs the evaluation, writes its report and says how good the predictions were. */
export function evalIntents(files: IntentFiles, say: (line: string) => void): void {
  const report = evaluateIntents({
    train: readIntents(files.train),
    val: files.val === undefined ? [] : readIntents(files.val),
    test: readIntents(files.test),
    meanings: createMeanings(createEncoder()),
  });
  if (files.json !== undefined) writeFileSync(files.json, `${JSON.stringify(report)}\n`);
  for (const line of linesOf(report)) say(line);
}

function linesOf({ metrics, items }: IntentReport): string[] {
  if (metrics === null)
    return [`${items.length} texts predicted; none has a label to compare with.`];
  const rows = [...Object.entries(metrics.groups), ['all', metrics.all] as const];
  return rows.flatMap(([name, figures]) => [
    `${name}:`,
    ...Object.entries(figures).map(([figure, value]) => `  ${figure}: ${spoken(value)}`),
  ]);
}

function spoken(value: number | null): string {
  if (value === null) return 'none to count';
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
