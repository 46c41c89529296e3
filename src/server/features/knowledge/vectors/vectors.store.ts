import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/database.ts';

/** An article as its vectors are made from it. */
export interface PublishedText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
}

/** Published articles after one, in the order of their ids. */
export async function listPublished(
  scope: Scope,
  { after, limit }: { after: string | null; limit: number },
): Promise<PublishedText[]> {
  return scope.db
    .selectFrom('articles as a')
    .innerJoin('article_versions as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'a.workspace_id')
        .onRef('v.article_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.published_version'),
    )
    .select(['a.id', 'v.title', 'v.body', 'a.language'])
    .where('a.workspace_id', '=', scope.workspaceId)
    .where('a.status', '=', 'published')
    .$if(after !== null, (query) => query.where('a.id', '>', after ?? ''))
    .orderBy('a.id')
    .limit(limit)
    .execute();
}

/** The vectors of some articles by one model. */
export async function listVectors(
  scope: Scope,
  { articleIds, model }: { articleIds: readonly string[]; model: string },
): Promise<{ article_id: string; digest: string; vector: Buffer }[]> {
  if (articleIds.length === 0) return [];
  return scope.db
    .selectFrom('passage_vectors')
    .select(['article_id', 'digest', 'vector'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('model', '=', model)
    .where('article_id', 'in', [...articleIds])
    .execute();
}

export interface NewVector {
  readonly articleId: string;
  readonly digest: string;
  readonly vector: Buffer;
}

export async function insertVectors(
  scope: Scope,
  { model, at, vectors }: { model: string; at: Date; vectors: readonly NewVector[] },
): Promise<void> {
  await scope.db
    .insertInto('passage_vectors')
    .values(
      vectors.map(({ articleId, digest, vector }) => ({
        workspace_id: scope.workspaceId,
        article_id: articleId,
        digest,
        model,
        vector,
        made_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets vectors of an article whose text is gone, or that another model made. */
export async function deleteOtherVectors(
  scope: Scope,
  article: { id: string; digests: readonly string[]; model: string },
): Promise<void> {
  await sql`delete from passage_vectors
    where workspace_id = ${scope.workspaceId} and article_id = ${article.id}
      and (model <> ${article.model} or digest <> all(${[...article.digests]}::text[]))`.execute(
    scope.db,
  );
}

/** For each article that has vectors by a model, a mark that changes with them. */
export async function listVectorMarks(scope: Scope, model: string): Promise<Map<string, string>> {
  const rows = await scope.db
    .selectFrom('passage_vectors')
    .select((eb) => [
      'article_id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('made_at').as('last'),
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('model', '=', model)
    .groupBy('article_id')
    .execute();
  return new Map(
    rows.map(({ article_id: id, count, last }) => [id, `${count}:${last.toISOString()}`]),
  );
}

/** Changes whenever vectors by a model were made or forgotten; null where there are none. */
export async function readVectorStamp(scope: Scope, model: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('passage_vectors')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('made_at').as('last')])
    .where('workspace_id', '=', scope.workspaceId)
    .where('model', '=', model)
    .executeTakeFirstOrThrow();
  return row.count === 0 ? null : `${row.count}:${row.last.toISOString()}`;
}
