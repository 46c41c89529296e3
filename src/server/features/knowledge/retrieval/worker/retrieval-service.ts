import type { KnowledgeArticle, Question, RetrievalResult, Synonyms } from '../retrieval.types.ts';
import { startThread, type RetrievalThread } from './thread.ts';

/** What a workspace's index is made from, read when it is first asked or after the thread crashed. */
export interface RetrievalSource {
  /** All articles that may be found, in batches. */
  articles(workspaceId: string): AsyncIterable<readonly KnowledgeArticle[]>;
  synonyms(workspaceId: string): Promise<Synonyms>;
}

/** Retrieval over the articles of many workspaces, in a thread of its own. */
export interface RetrievalService {
  /** Opens the workspace's index where it is not, then looks the question up. */
  query(workspaceId: string, question: Question): Promise<RetrievalResult>;
  /** Tells of changed articles. Nothing happens where the index is not open: it is read in full later. */
  put(workspaceId: string, articles: readonly KnowledgeArticle[]): Promise<void>;
  remove(workspaceId: string, articleIds: readonly string[]): Promise<void>;
  setSynonyms(workspaceId: string, groups: Synonyms): Promise<void>;
  /** Forgets indices that nobody asked for longer than the idle time. Call it now and then. */
  evictIdle(): Promise<void>;
  close(): Promise<void>;
}

interface Deps {
  source: RetrievalSource;
  /** Milliseconds, rising. */
  now: () => number;
  idleMs: number;
}

interface Open {
  ready: Promise<void>;
  usedAt: number;
}

/**
 * Keeps one thread; it starts with the first question. When it dies, waiting questions are asked once more
 * of a new one, whose indices are read again from the source as they are needed.
 */
export function createRetrievalService({ source, now, idleMs }: Deps): RetrievalService {
  const open = new Map<string, Open>();
  let thread: RetrievalThread | undefined;
  return {
    query: (workspaceId, question) => twice(() => queryOnce(workspaceId, question)),
    put: (workspaceId, articles) => tell(workspaceId, { kind: 'put', workspaceId, articles }),
    remove: (workspaceId, articleIds) =>
      tell(workspaceId, { kind: 'remove', workspaceId, articleIds }),
    setSynonyms: (workspaceId, groups) =>
      tell(workspaceId, { kind: 'synonyms', workspaceId, groups }),
    evictIdle,
    close: async () => {
      open.clear();
      await thread?.end();
    },
  };

  async function queryOnce(workspaceId: string, question: Question): Promise<RetrievalResult> {
    await opened(workspaceId).ready;
    const result = await running().ask({ kind: 'query', workspaceId, question });
    if (!result) throw new Error('The retrieval thread gave no result.');
    return result;
  }

  function opened(workspaceId: string): Open {
    const known = open.get(workspaceId);
    if (known && thread?.isAlive()) {
      known.usedAt = now();
      return known;
    }
    const fresh: Open = { ready: fill(workspaceId, running()), usedAt: now() };
    open.set(workspaceId, fresh);
    fresh.ready.catch(() => {
      if (open.get(workspaceId) === fresh) open.delete(workspaceId);
    });
    return fresh;
  }

  async function fill(workspaceId: string, into: RetrievalThread): Promise<void> {
    for await (const articles of source.articles(workspaceId))
      await into.ask({ kind: 'put', workspaceId, articles });
    await into.ask({ kind: 'synonyms', workspaceId, groups: await source.synonyms(workspaceId) });
  }

  function running(): RetrievalThread {
    if (thread?.isAlive()) return thread;
    open.clear();
    const started = startThread(() => {
      if (thread === started) open.clear();
    });
    thread = started;
    return started;
  }

  /** After the index is full, so that an older text read from the source cannot replace a newer one. */
  async function tell(
    workspaceId: string,
    request: Parameters<RetrievalThread['ask']>[0],
  ): Promise<void> {
    const known = open.get(workspaceId);
    if (!known || !thread?.isAlive()) return;
    await known.ready;
    await running().ask(request);
  }

  async function evictIdle(): Promise<void> {
    for (const [workspaceId, { usedAt }] of open) {
      if (now() - usedAt < idleMs) continue;
      open.delete(workspaceId);
      if (thread?.isAlive()) await thread.ask({ kind: 'evict', workspaceId });
    }
  }

  async function twice<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (thread?.isAlive()) throw error;
      return work();
    }
  }
}
