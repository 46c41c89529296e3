/**
 * How many mails and visible replies of a folder of fixtures are read as expected, and how long one takes at most.
 *
 *   npm run bench -- mail-reading [folder = ../shared/data/email-fixtures]
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { visibleReply } from '../src/server/features/mail/reading/index.ts';
import { readMail } from '../src/server/features/mail/reading/read-mail.ts';

type Expected = {
  readonly id?: string;
  readonly file?: string;
  readonly format?: string;
  readonly body?: string;
  readonly compare?: string;
  readonly expected_reply?: string;
};
type Outcome = {
  readonly name: string;
  readonly wanted: string;
  readonly got: string;
  readonly signed: string;
};

const folder = process.argv[2] ?? '../shared/data/email-fixtures';
const slowMailMs = 100;

if (existsSync(join(folder, 'replies.jsonl'))) await run();
else
  console.log(
    `No mail fixtures at ${folder}: nothing was measured. Give their folder as the first argument.`,
  );

async function run(): Promise<void> {
  await measureParsing();
  const replies = rows('replies.jsonl').filter((row) => row.expected_reply !== undefined);
  const bodies = replies.map((row) => outcome(row, replyOf(row)));
  const mails = rows('manifest.jsonl').filter((row) => row.expected_reply !== undefined);
  const read = await Promise.all(
    mails.map(async (row) =>
      outcome(row, visibleReply(await readMail(readFileSync(join(folder, row.file ?? ''))))),
    ),
  );
  report('bodies', bodies);
  report('whole mails', read);
  report('together', [...bodies, ...read]);
}

async function measureParsing(): Promise<void> {
  const names = readdirSync(join(folder, 'eml'));
  const failed: string[] = [];
  const slow: string[] = [];
  const started = performance.now();
  for (const name of names) {
    const raw = readFileSync(join(folder, 'eml', name));
    const before = performance.now();
    await readMail(raw).then(visibleReply, () => failed.push(name));
    const tookMs = performance.now() - before;
    if (tookMs > slowMailMs) slow.push(`${name} ${tookMs.toFixed(0)} ms, ${raw.length} bytes`);
  }
  const tookMs = performance.now() - started;
  console.log(
    `read and split ${names.length - failed.length} of ${names.length} mails in ${tookMs.toFixed(0)} ms`,
  );
  for (const name of failed) console.log(`  unreadable: ${name}`);
  for (const line of slow) console.log(`  over ${slowMailMs} ms: ${line}`);
}

function replyOf(row: Expected) {
  const body = row.body ?? '';
  return visibleReply(
    row.format === 'html' ? { text: null, html: body } : { text: body, html: null },
  );
}

function outcome(row: Expected, split: ReturnType<typeof visibleReply>): Outcome {
  const signed = [split.reply, split.signature ?? ''].join('\n');
  return {
    name: row.id ?? row.file ?? '',
    wanted: flat(row.expected_reply ?? ''),
    got: flat(split.reply),
    signed: flat(signed),
  };
}

function report(title: string, outcomes: readonly Outcome[]): void {
  const exact = outcomes.filter((row) => row.got === row.wanted).length;
  const signed = outcomes.filter(
    (row) => row.got === row.wanted || row.signed === row.wanted,
  ).length;
  const percent = ((100 * exact) / outcomes.length).toFixed(1);
  console.log(
    `${title}: ${exact} of ${outcomes.length} exact (${percent} %), ${signed} when a kept signature counts as reply`,
  );
  for (const row of outcomes) {
    if (row.got !== row.wanted)
      console.log(
        `  ${row.name}\n    wanted ${row.wanted.slice(0, 300)}\n    got    ${row.got.slice(0, 300)}`,
      );
  }
}

function rows(name: string): Expected[] {
  const lines = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Expected);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
