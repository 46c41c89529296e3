import type { Core } from '../../../platform/core.ts';
import type { Embedder } from './embedder.types.ts';
import { packVector, textsOf, type PassageText } from './texts.ts';
import {
  deleteOtherVectors,
  insertVectors,
  listPublished,
  listVectors,
  type PublishedText,
} from './vectors.store.ts';

export interface VectorDeps extends Pick<Core, 'database' | 'clock'> {
  readonly embedder: Embedder;
}

const articlesAtOnce = 50;
const textsAtOnce = 64;
/** When an embedder that failed is asked again: its budget or its health may be back. */
const againMs = 15 * 60_000;

/** Keeps the vectors of all published passages, where the workspace has an embedder. */
export function createVectorService({ database, clock, embedder }: VectorDeps) {
  /** Makes what is missing of some articles and forgets what is no longer true; false when that failed. */
  async function follow(
    workspaceId: string,
    model: string,
    {
      articles,
      stopping,
    }: { articles: readonly PublishedText[]; stopping: AbortSignal | undefined },
  ): Promise<boolean> {
    const articleIds = articles.map(({ id }) => id);
    const wanted = articles.map((article) => ({
      id: article.id,
      texts: embedder.reads(model, article.language) ? textsOf(article) : [],
    }));
    const known = await database.inWorkspace(workspaceId, async (scope) => {
      for (const { id, texts } of wanted)
        await deleteOtherVectors(scope, { id, model, digests: texts.map(({ digest }) => digest) });
      return listVectors(scope, { articleIds, model });
    });
    const have = new Set(known.map(({ article_id: id, digest }) => `${id}:${digest}`));
    const missing = wanted.flatMap(({ id, texts }) =>
      texts
        .filter(({ digest }) => !have.has(`${id}:${digest}`))
        .map((text) => ({ ...text, articleId: id })),
    );
    for (let from = 0; from < missing.length; from += textsAtOnce) {
      if (stopping?.aborted) return true;
      const some = missing.slice(from, from + textsAtOnce);
      if (!(await make(workspaceId, model, some))) return false;
    }
    return true;
  }

  async function make(
    workspaceId: string,
    model: string,
    texts: readonly (PassageText & { articleId: string })[],
  ): Promise<boolean> {
    const made = await embedder.embed(workspaceId, {
      model,
      texts: texts.map(({ text }) => text),
    });
    if (!made.ok) return false;
    const vectors = texts.flatMap(({ articleId, digest }, index) => {
      const vector = packVector(made.value[index] ?? []);
      return vector === null ? [] : [{ articleId, digest, vector }];
    });
    if (vectors.length > 0)
      await database.inWorkspace(workspaceId, (scope) =>
        insertVectors(scope, { model, at: clock.now(), vectors }),
      );
    return true;
  }

  return {
    /** Handler of `knowledge.embed`: when it is to be run again, null when all is made. */
    async run(workspaceId: string, stopping?: AbortSignal): Promise<Date | null> {
      const model = await embedder.modelOf(workspaceId);
      let after: string | null = null;
      while (model !== null) {
        const articles: PublishedText[] = await database.inWorkspace(workspaceId, (scope) =>
          listPublished(scope, { after, limit: articlesAtOnce }),
        );
        if (!(await follow(workspaceId, model, { articles, stopping })))
          return new Date(clock.now().getTime() + againMs);
        if (stopping?.aborted) return clock.now();
        after = articles.at(-1)?.id ?? null;
        if (after === null) return null;
      }
      return null;
    },
  };
}
