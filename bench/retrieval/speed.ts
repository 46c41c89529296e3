import MiniSearch from 'minisearch';
import {
  createRetrievalIndex,
  type KnowledgeArticle,
  type Question,
} from '../../src/server/features/knowledge/retrieval/index.ts';
import { readWordVectors } from '../../src/server/features/knowledge/retrieval/words/word-vectors.ts';
import { createEncoder, type Encode } from '../../src/server/platform/encoder/index.ts';
import { seeded } from './chance.ts';
import type { EvaluationSet } from './sets.ts';
import { createSyntheticKnowledge, PASSAGES_AN_ARTICLE } from './synthetic.ts';

const SIZES = [5_000, 100_000];
const QUERIES = 200;
/** How often all questions are timed, after a round that is not. */
const ROUNDS = 3;

/** Articles with how many passages each has, and questions asked of them. */
interface Knowledge {
  articles: readonly { article: KnowledgeArticle; passages: number }[];
  questions: readonly Question[];
}

/**
 * Times building and asking an index of made-up articles at two sizes, beside MiniSearch on the same; then the
 * questions of the sets on some 5,000 passages of their articles, where there are sets.
 */
export function measureSpeed(sets: readonly EvaluationSet[]): void {
  const vectors = readWordVectors();
  const encode = createEncoder();
  console.log('Speed: made-up articles, ten passages each, one thread');
  for (const size of SIZES) {
    const made = createSyntheticKnowledge({ passages: size, questions: QUERIES });
    const knowledge = {
      articles: made.articles.map((article) => ({ article, passages: PASSAGES_AN_ARTICLE })),
      questions: made.questions.map((text) => ({ text })),
    };
    const before = memoryMb();
    const index = createRetrievalIndex({ vectors });
    const buildMs = timed(() => made.articles.forEach((article) => index.put(article)));
    const own = timesOf(knowledge.questions, (question) => index.query(question));
    const memory = memoryMb() - before;
    const meant = timeMeanings(knowledge, encode);
    const changeMs = timed(() => index.put({ id: 'new', title: 'New', text: 'A new article.' }));
    const { engineMs, theirs } = miniSearch(made.articles, made.questions);
    console.log(
      `  ${index.passageCount} passages: built in ${(buildMs / 1000).toFixed(1)} s (MiniSearch ${(engineMs / 1000).toFixed(1)} s), ` +
        `${Math.round(memory)} MB with the texts, a change ${changeMs.toFixed(1)} ms`,
    );
    console.log(
      `    a question ${said(own)}; MiniSearch ${middle(theirs).toFixed(1)} ms; ratio ${(middle(own) / middle(theirs)).toFixed(2)}`,
    );
    console.log(`    with what it means ${said(meant)}`);
  }
  if (sets.length === 0) return;
  const real = realKnowledge(sets, SIZES[0] ?? 0);
  console.log(
    `  ${real.questions.length} questions of the sets on ${real.passages} passages of their articles`,
  );
  console.log(`    with what they mean ${said(timeMeanings(real, encode))}`);
}

/** So many passages of the articles of all sets, spread over them, and every tenth question. */
function realKnowledge(
  sets: readonly EvaluationSet[],
  passages: number,
): Knowledge & { passages: number } {
  const random = seeded(1);
  const all = sets.flatMap(({ name, articles }) =>
    articles.map((article) => ({
      at: random(),
      article: { ...article, id: `${name} ${article.id}` },
    })),
  );
  const index = createRetrievalIndex({ vectors: null });
  const articles: Knowledge['articles'][number][] = [];
  for (const { article } of all.toSorted((one, two) => one.at - two.at)) {
    const before = index.passageCount;
    if (before >= passages) break;
    index.put(article);
    articles.push({ article, passages: index.passageCount - before });
  }
  const questions = sets.flatMap(({ cases }) =>
    cases.filter((_, at) => at % 10 === 0).map(({ given }) => given.question),
  );
  return { articles, questions, passages: index.passageCount };
}

/**
 * Times questions from their text on, in an index that knows what passages mean. The vectors of passages are made up:
 * they cost the same.
 */
function timeMeanings({ articles, questions }: Knowledge, encode: Encode): number[] {
  const index = createRetrievalIndex({ vectors: readWordVectors() });
  const vectors = questions.slice(0, QUERIES).map(({ text }) => encode(text));
  articles.forEach(({ article, passages }, at) => {
    const own = Array.from({ length: passages }, (_, i) => vectors[(at * 7 + i) % vectors.length]);
    index.put({ ...article, vectors: own.filter((vector) => vector !== undefined) });
  });
  return timesOf(questions, (question) =>
    index.query({ ...question, vector: encode(question.text) }),
  );
}

function miniSearch(
  articles: readonly KnowledgeArticle[],
  questions: readonly string[],
): { engineMs: number; theirs: number[] } {
  const engine = new MiniSearch<KnowledgeArticle>({ fields: ['title', 'text'] });
  const engineMs = timed(() => engine.addAll(articles));
  return { engineMs, theirs: timesOf(questions, (text) => engine.search(text)) };
}

/** Milliseconds of each question, the best of some rounds after one that is not timed. */
function timesOf<One>(questions: readonly One[], ask: (question: One) => unknown): number[] {
  questions.forEach((one) => ask(one));
  const rounds = Array.from({ length: ROUNDS }, () =>
    questions.map((one) => timed(() => ask(one))),
  );
  return questions.map((_, at) => Math.min(...rounds.map((round) => round[at] ?? Infinity)));
}

function said(times: readonly number[]): string {
  return `${middle(times).toFixed(1)} ms, slowest twentieth ${late(times).toFixed(1)} ms`;
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
