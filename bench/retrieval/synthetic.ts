import { readFileSync } from 'node:fs';
import type { KnowledgeArticle } from '../../src/server/features/knowledge/retrieval/index.ts';
import { seeded } from './chance.ts';

const WORDS_A_PASSAGE = 90;
/** Passages of a made-up article. */
export const PASSAGES_AN_ARTICLE = 10;
const VOCABULARY = 40_000;

/** Articles of English stems drawn after Zipf, and questions that take words of one article. */
export function createSyntheticKnowledge(sizes: { passages: number; questions: number }): {
  articles: KnowledgeArticle[];
  questions: string[];
} {
  const words = vocabulary();
  const random = seeded(1);
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'word';
  const run = (length: number): string => Array.from({ length }, word).join(' ');
  const passage = (): string =>
    `## ${run(4)}\n\n${Array.from({ length: 6 }, () => `${run(WORDS_A_PASSAGE / 6)}.`).join(' ')}`;
  const articles = Array.from({ length: sizes.passages / PASSAGES_AN_ARTICLE }, (_, i) => ({
    id: `a${i}`,
    title: run(6),
    text: Array.from({ length: PASSAGES_AN_ARTICLE }, passage).join('\n\n'),
  }));
  const questions = Array.from({ length: sizes.questions }, () => {
    const { title, text } = articles[Math.floor(random() * articles.length)] ?? {
      title: '',
      text: '',
    };
    const from = Math.floor(random() * (text.length - 60));
    return `How do I ${title.split(' ').slice(0, 3).join(' ')} ${text.slice(from, from + 50)}?`;
  });
  return { articles, questions };
}

function vocabulary(): string[] {
  const file = readFileSync(
    new URL('../../src/server/features/knowledge/retrieval/words/english.bin', import.meta.url),
  );
  return file
    .subarray(12, 12 + file.readUInt32LE(8))
    .toString('utf8')
    .split('\n')
    .slice(0, VOCABULARY);
}
