import MiniSearch from 'minisearch';
import {
  createRetrievalIndex,
  type KnowledgeArticle,
} from '../../src/server/features/knowledge/retrieval/index.ts';
import { readWordVectors } from '../../src/server/features/knowledge/retrieval/words/word-vectors.ts';
import { createEncoder, type Encode } from '../../src/server/platform/encoder/index.ts';
import { createSyntheticKnowledge } from './synthetic.ts';

const SIZES = [5_000, 100_000];
const QUERIES = 200;

/** Times building and asking an index of made-up articles at two sizes, beside MiniSearch on the same. */
export function measureSpeed(): void {
  const vectors = readWordVectors();
  const encode = createEncoder();
  console.log('Speed: made-up articles, ten passages each, one thread');
  for (const size of SIZES) {
    const { articles, questions } = createSyntheticKnowledge({
      passages: size,
      questions: QUERIES,
    });
    const before = memoryMb();
    const index = createRetrievalIndex({ vectors });
    const buildMs = timed(() => articles.forEach((article) => index.put(article)));
    questions.slice(0, 20).forEach((text) => index.query({ text }));
    const own = questions.map((text) => timed(() => index.query({ text })));
    const memory = memoryMb() - before;
    const meant = timeMeanings(articles, questions, encode);
    const changeMs = timed(() => index.put({ id: 'new', title: 'New', text: 'A new article.' }));
    const { engineMs, theirs } = miniSearch(articles, questions);
    console.log(
      `  ${index.passageCount} passages: built in ${(buildMs / 1000).toFixed(1)} s (MiniSearch ${(engineMs / 1000).toFixed(1)} s), ` +
        `${Math.round(memory)} MB with the texts, a change ${changeMs.toFixed(1)} ms`,
    );
    console.log(
      `    a question ${middle(own).toFixed(1)} ms, slowest twentieth ${late(own).toFixed(1)} ms; ` +
        `MiniSearch ${middle(theirs).toFixed(1)} ms; ratio ${(middle(own) / middle(theirs)).toFixed(2)}`,
    );
    console.log(
      `    with what it means ${middle(meant).toFixed(1)} ms, slowest twentieth ${late(meant).toFixed(1)} ms`,
    );
  }
}

/**
 * Times questions from their text on, in an index that knows what passages mean. The vectors of passages are made up:
 * they cost the same.
 */
function timeMeanings(
  articles: readonly KnowledgeArticle[],
  questions: readonly string[],
  encode: Encode,
): number[] {
  const index = createRetrievalIndex({ vectors: readWordVectors() });
  const vectors = questions.map(encode);
  articles.forEach((article, at) => {
    const ten = Array.from({ length: 10 }, (_, i) => vectors[(at * 7 + i) % vectors.length]);
    index.put({ ...article, vectors: ten.filter((vector) => vector !== undefined) });
  });
  const ask = (text: string) => index.query({ text, vector: encode(text) });
  questions.slice(0, 20).forEach(ask);
  return questions.map((text) => timed(() => ask(text)));
}

function miniSearch(
  articles: readonly KnowledgeArticle[],
  questions: readonly string[],
): { engineMs: number; theirs: number[] } {
  const engine = new MiniSearch<KnowledgeArticle>({ fields: ['title', 'text'] });
  const engineMs = timed(() => engine.addAll(articles));
  return { engineMs, theirs: questions.map((text) => timed(() => engine.search(text))) };
}

function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function late(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}
