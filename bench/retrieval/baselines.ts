import { createRequire } from 'node:module';
import { stemmer } from '@orama/stemmers/english';
import MiniSearch from 'minisearch';
import type {
  KnowledgeArticle,
  Question,
} from '../../src/server/features/knowledge/retrieval/index.ts';

/** An engine to compare with: the ids of the articles it finds, best first. */
export type Baseline = (question: Question) => string[];

const require = createRequire(import.meta.url);

/** A bag of everything a question says, or of its text alone. */
export function textOf(question: Question, everything: boolean): string {
  if (!everything) return question.text;
  const clarified = (question.clarified ?? []).map(({ asked, answered }) => `${asked} ${answered}`);
  return [question.text, ...(question.context ?? []), ...clarified].join('\n');
}

/** Both engines over the same articles, once with the question's text and once with all that is known. */
export function baselinesOf(articles: readonly KnowledgeArticle[]): Map<string, Baseline> {
  const engines = new Map([
    ['minisearch, stemmed', miniSearch(articles)],
    ['wink-bm25', wink(articles)],
  ]);
  const found = new Map<string, Baseline>();
  for (const [name, search] of engines)
    for (const everything of [false, true])
      found.set(everything ? `${name}, with context` : name, (question) =>
        search(textOf(question, everything)),
      );
  return found;
}

function miniSearch(articles: readonly KnowledgeArticle[]): (text: string) => string[] {
  const engine = new MiniSearch<KnowledgeArticle>({
    fields: ['title', 'text'],
    processTerm: (term) => (term.length < 2 ? null : stemmer(term.toLowerCase())),
    searchOptions: { boost: { title: 2 } },
  });
  engine.addAll(articles);
  return (text) => engine.search(text).map(({ id }) => String(id));
}

interface WinkEngine {
  defineConfig(config: object): void;
  definePrepTasks(tasks: unknown[]): void;
  addDoc(fields: object, id: string): void;
  consolidate(): void;
  search(text: string, most: number): [string, number][];
}

function wink(articles: readonly KnowledgeArticle[]): (text: string) => string[] {
  const engine = (require('wink-bm25-text-search') as () => WinkEngine)();
  const { string, tokens } = require('wink-nlp-utils') as Record<
    'string' | 'tokens',
    Record<string, unknown>
  >;
  engine.defineConfig({ fldWeights: { title: 2, text: 1 } });
  engine.definePrepTasks([
    string['lowerCase'],
    string['tokenize0'],
    tokens['removeWords'],
    tokens['stem'],
    tokens['propagateNegations'],
  ]);
  for (const { id, title, text } of articles)
    engine.addDoc({ title: title || '-', text: text || '-' }, id);
  engine.consolidate();
  return (text) => engine.search(text, 50).map(([id]) => id);
}
