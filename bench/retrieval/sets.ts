import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readKnowledgeBase } from '../../src/server/features/knowledge/evaluation/read-knowledge-base.ts';
import { readQuestions } from '../../src/server/features/knowledge/evaluation/read-questions.ts';
import { readJsonLines } from '../../src/server/platform/json-lines.ts';
import type { JudgedCase } from '../../src/server/features/knowledge/evaluation/evaluation.types.ts';
import type { KnowledgeArticle } from '../../src/server/features/knowledge/retrieval/index.ts';

/** A knowledge base with questions and their gold. */
export interface EvaluationSet {
  name: string;
  articles: KnowledgeArticle[];
  cases: JudgedCase[];
}

/** The set whose articles are businesses with an FAQ each. */
export const VENUES = 'travel-dialogues';

const entriesLine = z.looseObject({ gold_sections: z.array(z.string()).nullish() });
const venueLine = z.looseObject({
  id: z.string(),
  sections: z.array(
    z.looseObject({ id: z.string(), question: z.string().nullish(), text: z.string().nullish() }),
  ),
});

const NAMES = [
  'faq-covid',
  'gov-rules',
  'techqa',
  VENUES,
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

/**
 * Each venue of the travel dialogues whose own FAQ answers some of the questions, as a set by itself: its
 * entries are the articles, titled with their question. What guests wrote is left out.
 */
export function readVenues(folder: string): EvaluationSet[] {
  const path = join(folder, `kb-${VENUES}`);
  if (!existsSync(join(path, 'kb.jsonl'))) return [];
  const cases = readJsonLines(join(path, 'turns.jsonl.gz'), entriesLine);
  const judged = readQuestions(join(path, 'turns.jsonl.gz'));
  return readJsonLines(join(path, 'kb.jsonl'), venueLine).flatMap(({ id, sections }) => {
    const articles = sections.flatMap(({ id: entry, question, text }) =>
      question == null ? [] : [{ id: entry, title: question, text: text ?? '' }],
    );
    const ids = new Set(articles.map((article) => article.id));
    const own = judged.flatMap(({ given, gold }, i) => {
      const right = new Set((cases[i]?.gold_sections ?? []).filter((entry) => ids.has(entry)));
      return gold && right.size > 0 ? [{ given, gold: { ...gold, articles: right } }] : [];
    });
    return own.length > 0 ? [{ name: id, articles, cases: own }] : [];
  });
}
