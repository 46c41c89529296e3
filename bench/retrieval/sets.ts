import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledgeBase } from '../../src/server/features/knowledge/evaluation/read-knowledge-base.ts';
import { readQuestions } from '../../src/server/features/knowledge/evaluation/read-questions.ts';
import type { JudgedCase } from '../../src/server/features/knowledge/evaluation/evaluation.types.ts';
import type { KnowledgeArticle } from '../../src/server/features/knowledge/retrieval/index.ts';

/** A knowledge base with questions and their gold. */
export interface EvaluationSet {
  name: string;
  articles: KnowledgeArticle[];
  cases: JudgedCase[];
}

const NAMES = [
  'faq-covid',
  'gov-rules',
  'techqa',
  'travel-dialogues',
  'wikipedia-clapnq',
  'wikipedia-xquad',
  'wixqa',
];

/** The sets found in a folder, each in `kb-NAME`. */
export function readSets(folder: string): EvaluationSet[] {
  return NAMES.flatMap((name) => {
    const path = join(folder, `kb-${name}`);
    if (!existsSync(join(path, 'kb.jsonl'))) return [];
    const questions = ['questions.jsonl', 'turns.jsonl.gz'].find((file) =>
      existsSync(join(path, file)),
    );
    if (questions === undefined) return [];
    return [
      {
        name,
        articles: readKnowledgeBase(join(path, 'kb.jsonl')),
        cases: readQuestions(join(path, questions)),
      },
    ];
  });
}
