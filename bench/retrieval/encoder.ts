import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeArticle } from '../../src/server/features/knowledge/retrieval/index.ts';
import {
  createVectorShelf,
  type Nearness,
} from '../../src/server/features/knowledge/retrieval/vector-shelf.ts';
import { textsOf } from '../../src/server/features/knowledge/vectors/texts.ts';
import { createEncoder, type Encode } from '../../src/server/platform/encoder/index.ts';
import { textOf, type Baseline } from './baselines.ts';

const SIZE = 512;
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/segue/vectors', import.meta.url));
/** As in Cormack, Clarke and Büttcher, SIGIR 2009. */
const RANK_OFFSET = 60;

/** The shipped encoder. What it said is kept below node_modules: encoding all sets takes ten minutes of a core. */
export function cachedEncoder(): Encode {
  const known = readCache();
  const encode = createEncoder();
  return (text) => {
    const found = known.get(text) ?? encode(text);
    if (!known.has(text)) {
      appendFileSync(`${CACHE}.jsonl`, `${JSON.stringify(text)}\n`);
      appendFileSync(`${CACHE}.f32`, Buffer.from(found.buffer));
      known.set(text, found);
    }
    return found;
  };
}

function readCache(): Map<string, Float32Array> {
  mkdirSync(dirname(CACHE), { recursive: true });
  if (!existsSync(`${CACHE}.jsonl`)) return new Map();
  const numbers = new Float32Array(Uint8Array.from(readFileSync(`${CACHE}.f32`)).buffer);
  const lines = readFileSync(`${CACHE}.jsonl`, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line, i) => [String(JSON.parse(line)), numbers.subarray(i * SIZE, (i + 1) * SIZE)]),
  );
}

/** How near each of some articles is to a text. */
export function nearnessIn(
  articles: readonly KnowledgeArticle[],
  encode: Encode,
): (text: string) => Nearness | null {
  const shelf = createVectorShelf();
  for (const { id, title, text } of articles)
    shelf.put(
      id,
      textsOf({ title, body: text }).map((passage) => encode(passage.text)),
    );
  return (text) => shelf.nearness(encode(text));
}

/** The encoder alone and fused with each engine by reciprocal ranks; both are given the same words. */
export function encodedBaselines(
  engines: ReadonlyMap<string, Baseline>,
  nearnessOf: (text: string) => Nearness | null,
): Map<string, Baseline> {
  const alone =
    (everything: boolean): Baseline =>
    (question) =>
      (nearnessOf(textOf(question, everything))?.nearest(Infinity) ?? []).map(
        ({ articleId }) => articleId,
      );
  const found = new Map([
    ['USE-lite', alone(false)],
    ['USE-lite, with context', alone(true)],
  ]);
  for (const [name, engine] of engines) {
    const encoded = alone(name.endsWith('with context'));
    found.set(`${name} + USE-lite`, (question) => fuse(engine(question), encoded(question)));
  }
  return found;
}

function fuse(...rankings: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    ranking.forEach((id, rank) =>
      scores.set(id, (scores.get(id) ?? 0) + 1 / (RANK_OFFSET + rank + 1)),
    );
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
