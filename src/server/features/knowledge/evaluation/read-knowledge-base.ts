import { z } from 'zod';
import { readJsonLines } from '../../../platform/json-lines.ts';
import type { KnowledgeArticle } from '../retrieval/index.ts';

const section = z.looseObject({
  heading: z.string().nullish(),
  question: z.string().nullish(),
  text: z.string().nullish(),
  sentences: z.union([z.array(z.string()), z.record(z.string(), z.string())]).nullish(),
});

const line = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string().nullish(),
  language: z.string().nullish(),
  sections: z.array(section).nullish(),
});

/**
 * Reads a `kb.jsonl`, one article a line with `text` or `sections`. Sections become Markdown: a heading or
 * the question, then the text. Throws with the number of the line that cannot be read.
 */
export function readKnowledgeBase(file: string): KnowledgeArticle[] {
  return readJsonLines(file, line).map((found) => ({
    id: found.id,
    title: found.title ?? '',
    text: found.text ?? (found.sections ?? []).map(sectionText).join('\n\n'),
    ...(found.language != null && { language: found.language }),
  }));
}

function sectionText(found: z.infer<typeof section>): string {
  const heading = found.heading ?? found.question ?? '';
  const body = found.text ?? Object.values(found.sentences ?? {}).join('\n');
  return heading === '' ? body : `## ${heading.replace(/\s+/g, ' ')}\n\n${body}`;
}
