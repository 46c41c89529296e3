import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIntents } from '../../src/server/features/understanding/evaluation/read-intents.ts';
import type { IntentRow } from '../../src/server/features/understanding/evaluation/intents.types.ts';

/** A set as it is judged: `val` stays empty, so that no threshold is fitted to what is judged. */
export type IntentSet = { name: string; train: IntentRow[]; test: IntentRow[]; note: string };

/** The sets below a folder; those that are not there are left out. */
export function readSets(folder: string): IntentSet[] {
  const rows = (set: string, file: string) => {
    const path = join(folder, `intent-${set}`, `${file}.jsonl`);
    return existsSync(path) ? readIntents(path) : [];
  };
  const banking = rows('banking77', 'train');
  const titles = rows('askubuntu-webapps', 'train');
  const hint = { train: rows('hint3', 'train'), test: rows('hint3', 'val') };
  const groups = [...new Set(hint.train.map((row) => row.group))];
  const sets = [
    split('BANKING77', banking, 'every tenth text by hash held back, never tuned on'),
    {
      name: 'CLINC150',
      train: rows('clinc150', 'train'),
      test: rows('clinc150', 'val'),
      note: 'train, judged on val',
    },
    ...groups.map((group) => ({
      name: `HINT3 ${group}`,
      train: hint.train.filter((row) => row.group === group),
      test: hint.test.filter((row) => row.group === group),
      note: 'train, judged on val',
    })),
    {
      name: 'Bitext',
      train: rows('bitext-customer-service', 'train'),
      test: rows('bitext-customer-service', 'val'),
      note: 'synthetic; train, judged on val',
    },
    ...[...new Set(titles.map((row) => row.group))].map((group) =>
      split(
        `Titles ${group}`,
        titles.filter((row) => row.group === group),
        'every third by hash held back',
        3,
      ),
    ),
  ];
  return sets.filter(({ train, test }) => train.length > 0 && test.length > 0);
}

/** Sum of the UTF-16 units, weighed by place: the same part is held back in every run. */
export function partOf(text: string, parts: number): number {
  let value = 7;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) >>> 0;
  return value % parts;
}

function split(name: string, rows: IntentRow[], note: string, parts = 10): IntentSet {
  const isBack = ({ text }: IntentRow) => partOf(text, parts) === 0;
  return { name, train: rows.filter((row) => !isBack(row)), test: rows.filter(isBack), note };
}
