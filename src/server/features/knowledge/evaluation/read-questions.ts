import { z } from 'zod';
import { parseJsonLines, readJsonLines } from '../../../platform/json-lines.ts';
import type { Question } from '../retrieval/index.ts';
import type { Gold, JudgedCase } from './evaluation.types.ts';

const given = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string().nullish(),
  subject: z.string().nullish(),
  scenario: z.string().nullish(),
  history: z.array(z.looseObject({ asked: z.string(), answered: z.string() })).nullish(),
  turns: z.array(z.looseObject({ role: z.string(), text: z.string() })).nullish(),
  language: z.string().nullish(),
});

const gold = z.looseObject({
  gold_articles: z.array(z.union([z.string(), z.number()]).transform(String)).optional(),
  answerable: z.boolean().optional(),
  knowledge_seeking: z.boolean().optional(),
  decision: z.string().nullish(),
  answer: z.string().nullish(),
});

const line = given.extend(gold.shape);

/**
 * Reads a `questions.jsonl` or `turns.jsonl`, plain or gzipped. What a predictor may see and what is right
 * come apart; `gold` is undefined for a line without gold fields.
 */
export function readQuestions(file: string): JudgedCase[] {
  return readJsonLines(file, line).map(caseOf);
}

/** The same of a file at hand. */
export function parseQuestions(bytes: Buffer, name: string): JudgedCase[] {
  return parseJsonLines(bytes, { name, schema: line }).map(caseOf);
}

function caseOf(read: z.infer<typeof line>): JudgedCase {
  return { given: { id: read.id, question: questionOf(read) }, gold: goldOf(read) };
}

function questionOf(line: z.infer<typeof given>): Question {
  const turns = line.turns ?? [];
  const context = [line.scenario ?? '', ...turns.slice(0, -1).map(({ text }) => text)].filter(
    Boolean,
  );
  return {
    text: line.question ?? turns.at(-1)?.text ?? '',
    ...(line.subject != null && { subject: line.subject }),
    ...(context.length > 0 && { context }),
    ...(line.history != null && { clarified: line.history }),
    ...(line.language != null && { language: line.language }),
  };
}

function goldOf(line: z.infer<typeof gold>): Gold | undefined {
  const answerable = line.answerable ?? line.knowledge_seeking;
  if (answerable === undefined && line.gold_articles === undefined) return undefined;
  return {
    articles: new Set(line.gold_articles ?? []),
    answerable: answerable ?? (line.gold_articles ?? []).length > 0,
    ...(line.decision != null && { clarify: line.decision === 'clarify' }),
    ...(line.answer != null && { answer: line.answer }),
  };
}
