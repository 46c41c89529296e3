import type { Audience } from '../../../../contracts/answers.ts';
import type { Core } from '../../../platform/core.ts';
import { listSynonyms } from '../articles/synonyms.store.ts';
import {
  createRetrievalService,
  type KnowledgeArticle,
  type Question,
  type RetrievalResult,
} from '../retrieval/index.ts';
import { detectLanguage } from '../../followups/index.ts';
import type { Embedder } from '../vectors/embedder.types.ts';
import { createQuestionVectors } from '../vectors/question-vector.ts';
import { listMarksWithVectors, readStampWithVectors, vectorsOf } from '../vectors/shelf.read.ts';
import { listAnswerable, type AnswerableArticle } from './answers.store.ts';

export interface OpenKnowledgeDeps extends Pick<Core, 'database' | 'clock'> {
  /** Milliseconds, rising; not the wall clock, which tests and people move. */
  readonly ticks: () => number;
  /** What gives questions and passages a meaning beside their words. */
  readonly embedder: Embedder;
  /** How old an index may be without being compared with the database. */
  readonly staleMs?: number;
  /** An index nobody asked for so long is forgotten. */
  readonly idleMs?: number;
}

/** What a question is asked of: the articles of a workspace that an audience may read. */
interface Shelf {
  readonly workspaceId: string;
  readonly audience: Audience;
}

/** What an open index was made from. */
interface Held {
  stamp: string;
  marks: Map<string, string>;
  checkedAt: number;
}

const batch = 200;

/**
 * The indices of all workspaces, one an audience, so that nothing internal can reach a customer's answer.
 * Each is compared with the database when it is asked and was not for a second: that also sees what other
 * processes wrote and articles whose dates came, without a message that could be lost. The digest compared
 * costs 2 ms for a thousand articles.
 */
export function createOpenKnowledge({
  database,
  clock,
  ticks,
  embedder,
  staleMs = 900,
  idleMs = 15 * 60_000,
}: OpenKnowledgeDeps) {
  const held = new Map<string, Held>();
  const questionVectors = createQuestionVectors(embedder);
  const comparing = new Map<string, Promise<void>>();
  let sweeping: NodeJS.Timeout | undefined;
  const retrieval = createRetrievalService({
    now: ticks,
    idleMs,
    source: {
      articles: (key) => readAll(key),
      synonyms: (key) => synonymsOf(shelfOf(key)),
    },
  });

  return {
    /** Opens the shelf where it is not and brings it up to date, then looks the question up. */
    async query(shelf: Shelf, question: Question): Promise<RetrievalResult> {
      sweeping ??= setInterval(() => void sweep(), Math.min(idleMs, 60_000)).unref();
      const key = keyOf(shelf);
      const [vector] = await Promise.all([vectorOf(shelf, question), current(key)]);
      return retrieval.query(key, vector === null ? question : { ...question, vector });
    },

    /** Something of a workspace changed: its next question compares at once. */
    touch(workspaceId: string): void {
      for (const audience of ['customer', 'agent'] as const) {
        const known = held.get(keyOf({ workspaceId, audience }));
        if (known) known.checkedAt = -Infinity;
      }
    },

    async close(): Promise<void> {
      clearInterval(sweeping);
      await retrieval.close();
    },
  };

  async function vectorOf(
    { workspaceId }: Shelf,
    { text, language = detectLanguage([text]).language }: Question,
  ): Promise<Float32Array | null> {
    const model = await embedder.modelOf(workspaceId);
    if (model === null || !embedder.reads(model, language)) return null;
    return questionVectors.of(workspaceId, { model, text });
  }

  /** One comparison at a time; questions that come meanwhile wait for it. */
  async function current(key: string): Promise<void> {
    const known = held.get(key);
    if (!known || ticks() - known.checkedAt < staleMs) return;
    const running = comparing.get(key) ?? compare(key, known).finally(() => comparing.delete(key));
    comparing.set(key, running);
    await running;
  }

  async function compare(key: string, known: Held): Promise<void> {
    // Before it is read, so that a change told meanwhile makes the next question compare again.
    known.checkedAt = ticks();
    const shelf = shelfOf(key);
    const filter = { audience: shelf.audience, at: clock.now() };
    const model = await embedder.modelOf(shelf.workspaceId);
    try {
      const { stamp, marks } = await database.inWorkspace(shelf.workspaceId, async (scope) => {
        const now = await readStampWithVectors(scope, filter, model);
        const changed = now !== known.stamp;
        return {
          stamp: now,
          marks: changed ? await listMarksWithVectors(scope, filter, model) : null,
        };
      });
      if (marks === null) return;
      const gone = [...known.marks.keys()].filter((id) => !marks.has(id));
      const changed = [...marks].filter(([id, mark]) => known.marks.get(id) !== mark);
      await retrieval.remove(key, gone);
      for await (const articles of read(
        shelf,
        changed.map(([id]) => id),
      ))
        await retrieval.put(key, articles);
      await retrieval.setSynonyms(key, await synonymsOf(shelf));
      known.marks = marks;
      known.stamp = stamp;
    } catch (error) {
      known.checkedAt = -Infinity;
      throw error;
    }
  }

  /** Everything of a shelf; from here on it is held. */
  async function* readAll(key: string): AsyncGenerator<KnowledgeArticle[]> {
    const shelf = shelfOf(key);
    const filter = { audience: shelf.audience, at: clock.now() };
    const checkedAt = ticks();
    const model = await embedder.modelOf(shelf.workspaceId);
    const { stamp, marks } = await database.inWorkspace(shelf.workspaceId, async (scope) => ({
      stamp: await readStampWithVectors(scope, filter, model),
      marks: await listMarksWithVectors(scope, filter, model),
    }));
    held.set(key, { stamp, marks, checkedAt });
    yield* read(shelf, [...marks.keys()]);
  }

  async function* read(
    { workspaceId, audience }: Shelf,
    ids: readonly string[],
  ): AsyncGenerator<KnowledgeArticle[]> {
    const model = await embedder.modelOf(workspaceId);
    for (let from = 0; from < ids.length; from += batch) {
      const some = ids.slice(from, from + batch);
      yield await database.inWorkspace(workspaceId, async (scope) => {
        const articles = await listAnswerable(scope, some, { audience, at: clock.now() });
        const vectors = await vectorsOf(scope, articles, model);
        return articles.map((article) => indexed(article, vectors.get(article.id) ?? []));
      });
    }
  }

  async function synonymsOf({ workspaceId }: Shelf): Promise<string[][]> {
    const groups = await database.inWorkspace(workspaceId, listSynonyms);
    return groups.map(({ words }) => words);
  }

  async function sweep(): Promise<void> {
    await retrieval.evictIdle().catch(() => undefined);
  }
}

function indexed(
  { id, title, body, language, product, sectionName }: AnswerableArticle,
  vectors: readonly Float32Array[],
): KnowledgeArticle {
  const keywords = [product, sectionName].filter((word) => word !== null).join(' ');
  return { id, title, text: body, language, vectors, ...(keywords !== '' && { keywords }) };
}

function keyOf({ workspaceId, audience }: Shelf): string {
  return `${workspaceId}/${audience}`;
}

function shelfOf(key: string): Shelf {
  const [workspaceId = '', audience] = key.split('/');
  return { workspaceId, audience: audience === 'customer' ? 'customer' : 'agent' };
}
