import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluateMailFolder, evaluateReplies } from '../../server/evaluate.ts';

const help = `Usage: segue eval mail --dir FOLDER | --replies FILE [--json FILE]

Reads mails as they are read when they come in, and finds what their senders wrote.

  --dir      a folder of raw mails (*.eml), in folders or not; a manifest.jsonl in it or beside it may
             name the expected_reply of some
  --replies  a file with { "id", "format", "body" } a line; expected_reply may be absent
  --json     where to write { metrics, items }: an item { file or id, subject, from, to, date, text,
             reply, attachments, error } for each mail, by name, or for each line, in order`;

/** What is to be read, and where the report goes. */
export type MailOptions = { dir: string; json?: string } | { replies: string; json?: string };

/** Runs `segue eval mail`. Resolves to the exit code. */
export async function mailCommand(args: readonly string[]): Promise<number> {
  try {
    const options = readMailOptions(args);
    if (options === null) process.stdout.write(`${help}\n`);
    else await evalMail(options, (line) => process.stdout.write(`${line}\n`));
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n\n${help}\n`);
    return 2;
  }
}

/** What the options ask for; null when only help is wanted. Throws for what it does not know. */
export function readMailOptions(args: readonly string[]): MailOptions | null {
  const path = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { dir: path, replies: path, json: path, help: { type: 'boolean', short: 'h' } },
  });
  const { dir, replies, json, help: helpIsWanted } = values;
  if (helpIsWanted === true) return null;
  const out = json === undefined ? {} : { json };
  if (dir !== undefined && replies === undefined) return { dir, ...out };
  if (replies !== undefined && dir === undefined) return { replies, ...out };
  throw new Error('Say what to read: a folder of mails (--dir) or a file of replies (--replies).');
}

/** Reads the mails, writes the report and says how well that went. */
export async function evalMail(options: MailOptions, say: (line: string) => void): Promise<void> {
  const report =
    'dir' in options ? await evaluateMailFolder(options.dir) : evaluateReplies(options.replies);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report)}\n`);
  for (const [name, value] of Object.entries(report.metrics))
    if (value !== null) say(`${name.padEnd(16)} ${spoken(value)}`);
}

function spoken(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
