import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluateFiles } from '../../server/evaluate.ts';

const help = `Usage: segue eval retrieval --kb FILE --questions FILE [--json FILE]
       segue eval answers   --kb FILE --questions FILE [--json FILE]

Looks each question up in a knowledge base and prints how well that went.

  --kb         kb.jsonl: one article a line with id, title and text or sections
  --questions  questions.jsonl or turns.jsonl, plain or gzipped; gold fields may be absent
  --json       where to write { metrics, items }, one item a question in the order of the file`;

const RETRIEVAL_ONLY = /^(?!answer(?:Recall|F1|Words)|asked)/;

/** Runs `segue eval retrieval`: whether the right articles are found. Resolves to the exit code. */
export function retrievalCommand(args: readonly string[]): Promise<number> {
  return run(args, RETRIEVAL_ONLY);
}

/** Runs `segue eval answers`: what is answered, asked and handed over. Resolves to the exit code. */
export function answersCommand(args: readonly string[]): Promise<number> {
  return run(args, /./);
}

async function run(args: readonly string[], shown: RegExp): Promise<number> {
  const wanted = readOptions(args);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n\n${help}\n`);
    return 2;
  }
  if (wanted === null) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const { metrics, items } = await evaluateFiles(wanted);
  const kept = Object.fromEntries(Object.entries(metrics).filter(([name]) => shown.test(name)));
  for (const [name, value] of Object.entries(kept))
    process.stdout.write(
      `${name.padEnd(24)} ${Number.isInteger(value) ? value : value.toFixed(4)}\n`,
    );
  if (wanted.json !== undefined)
    writeFileSync(wanted.json, `${JSON.stringify({ metrics: kept, items }, null, 1)}\n`);
  return 0;
}

interface Options {
  kb: string;
  questions: string;
  json: string | undefined;
}

/** The options, null for help, or what is wrong with them. */
export function readOptions(args: readonly string[]): Options | null | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        kb: { type: 'string' },
        questions: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return null;
    const { kb, questions, json } = values;
    if (kb === undefined || questions === undefined) return '--kb and --questions are needed.';
    return { kb, questions, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
