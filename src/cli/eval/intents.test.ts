import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { evalIntents, readIntentOptions } from './intents.ts';

const folder = mkdtempSync(join(tmpdir(), 'segue-intents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const path = (name: string) => join(folder, name);
const train = [
  ...['where is my parcel', 'my parcel is late', 'track my package'].map((text) => [
    text,
    'parcel',
  ]),
  ...['i want a refund', 'give me my money back', 'refund my order'].map((text) => [
    text,
    'refund',
  ]),
].map(([text, label]) => ({ bot: 'shop', text, label }));
const questions = ['my package is late', 'money back please', 'sing me a song'];
const gold = ['parcel', 'refund', 'oos'];

test('labels make no difference to what is predicted, and only they are measured', () => {
  writeFileSync(path('train.jsonl'), lines(train));
  writeFileSync(path('bare.jsonl'), lines(questions.map((text) => ({ bot: 'shop', text }))));
  writeFileSync(
    path('gold.jsonl'),
    lines(questions.map((text, index) => ({ bot: 'shop', text, label: gold[index] }))),
  );
  const [bare, judged] = ['bare', 'gold'].map((name) => {
    const files = { train: path('train.jsonl'), test: path(`${name}.jsonl`), json: path('out') };
    evalIntents(files, () => undefined);
    return JSON.parse(readFileSync(path('out'), 'utf8'));
  });
  expect(judged.items).toEqual(bare.items);
  expect(bare.metrics).toBeNull();
  expect(judged.items.map((item: { text: string }) => item.text)).toEqual(questions);
  expect(judged.metrics.groups.shop).toMatchObject({ accuracy: 1, inScope: 2, outOfScope: 1 });
});

test('options are read, and missing ones are named', () => {
  expect(readIntentOptions(['--train', 'a', '--test', 'b'])).toEqual({ train: 'a', test: 'b' });
  expect(readIntentOptions(['--help'])).toBe(false);
  expect(() => readIntentOptions(['--train', 'a'])).toThrow('--test');
});
