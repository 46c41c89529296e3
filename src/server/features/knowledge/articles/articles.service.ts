import type {
  Article,
  ArticleSummary,
  ArticleText,
  ChangeArticle,
  CreateArticle,
  ListArticlesQuery,
  SetArticleStatus,
} from '../../../../contracts/knowledge.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { tellingViolations } from '../../../platform/db/violations.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import {
  deleteArticle,
  findArticle,
  findVersion,
  insertArticle,
  insertVersion,
  listArticles,
  listPublished,
  listVersions,
  lockArticle,
  updateArticle,
  type ArticleColumns,
  type NewArticle,
  type PublishedArticle,
} from './articles.store.ts';
import { articleOf, cursorOf, readCursor, summaryOf } from './articles.view.ts';

export type ArticleService = ReturnType<typeof createArticleService>;

/** Whoever writes: the workspace and the member. */
export interface Author {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Articles: written as drafts, published as versions, never changed behind a reader's back. */
export function createArticleService({ database, clock, ids }: Core) {
  async function readOne(scope: Scope, id: string): Promise<Article> {
    const row = await findArticle(scope, id);
    const text = row && (await findVersion(scope, id, row.last_version));
    if (!row || !text) throw notFound('article');
    return articleOf(row, text.body, await listVersions(scope, id));
  }

  return {
    async list(
      workspaceId: string,
      { cursor, ...filter }: ListArticlesQuery,
    ): Promise<{ items: ArticleSummary[]; nextCursor: string | null }> {
      const rows = await database.inWorkspace(workspaceId, (scope) =>
        listArticles(scope, filter, cursor === undefined ? null : readCursor(cursor)),
      );
      const last = rows.at(-1);
      const more = last !== undefined && rows.length === filter.limit;
      return { items: rows.map(summaryOf), nextCursor: more ? cursorOf(last) : null };
    },

    get: (workspaceId: string, id: string): Promise<Article> =>
      database.inWorkspace(workspaceId, (scope) => readOne(scope, id)),

    /** An earlier text. */
    async version(workspaceId: string, id: string, version: number): Promise<ArticleText> {
      const row = await database.inWorkspace(workspaceId, (scope) =>
        findVersion(scope, id, version),
      );
      if (!row) throw notFound('version of the article');
      const { title, body, author, created_at: at } = row;
      return { version, title, body, author, at: at.toISOString() };
    },

    /** Everything that is shown and answered from now. */
    published: (workspaceId: string): Promise<PublishedArticle[]> =>
      database.inWorkspace(workspaceId, (scope) => listPublished(scope, clock.now())),

    async create({ workspaceId, memberId }: Author, article: CreateArticle): Promise<Article> {
      assertInOrder(article.effectiveFrom, article.effectiveUntil);
      return database.inWorkspace(workspaceId, async (scope) => {
        const id = ids.next();
        const at = clock.now();
        const { title, body } = article;
        await tellingViolations({ what: 'article', name: title }, () =>
          insertArticle(scope, { id, ...allColumnsOf(article) }, at),
        );
        await insertVersion(scope, { articleId: id, version: 1, title, body, memberId, at });
        scope.record({ type: 'article.changed', articleId: id });
        return readOne(scope, id);
      });
    },

    /**
     * Changes an article; a new title or text is a new version. Throws `article_version_conflict` when
     * somebody wrote meanwhile.
     */
    async change(
      { workspaceId, memberId }: Author,
      id: string,
      change: ChangeArticle,
    ): Promise<Article> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const row = await lockArticle(scope, id);
        if (!row) throw notFound('article');
        assertNewest(row, change.lastVersion);
        const { effectiveFrom = row.effective_from, effectiveUntil = row.effective_until } = change;
        assertInOrder(effectiveFrom, effectiveUntil);
        const at = clock.now();
        const text = await findVersion(scope, id, row.last_version);
        const title = change.title ?? row.title;
        const body = change.body ?? text?.body ?? '';
        const rewritten = title !== text?.title || body !== text.body;
        const version = row.last_version + (rewritten ? 1 : 0);
        if (rewritten) {
          await insertVersion(scope, { articleId: id, version, title, body, memberId, at });
        }
        await tellingViolations({ what: 'article', name: title }, () =>
          updateArticle(scope, id, { ...columnsOf(change), title, last_version: version }, at),
        );
        scope.record({ type: 'article.changed', articleId: id });
        return readOne(scope, id);
      });
    },

    /** Publishes the newest text, takes it back into a draft, or puts the article away. */
    async setStatus(
      workspaceId: string,
      id: string,
      { status, lastVersion }: SetArticleStatus,
    ): Promise<Article> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const row = await lockArticle(scope, id);
        if (!row) throw notFound('article');
        if (status === 'published' && lastVersion !== undefined) assertNewest(row, lastVersion);
        const published = status === 'published' && { published_version: row.last_version };
        await updateArticle(scope, id, { status, ...published }, clock.now());
        scope.record({ type: 'article.changed', articleId: id });
        return readOne(scope, id);
      });
    },

    /** Deletes an article that was put away, with all its versions. Throws `request_invalid` for any other. */
    async remove(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        const row = await lockArticle(scope, id);
        if (!row) throw notFound('article');
        if (row.status !== 'archived') {
          throw new AppError('request_invalid', 'Put the article away before you delete it.');
        }
        await deleteArticle(scope, id);
        scope.record({ type: 'article.changed', articleId: id });
      });
    },
  };
}

/** Throws for an article that would never be shown. */
function assertInOrder(from: Date | string | null, until: Date | string | null): void {
  if (from === null || until === null || new Date(from) < new Date(until)) return;
  throw new AppError('request_invalid', 'It would end before it begins.', {
    fields: [{ path: 'effectiveUntil', message: 'is not after effectiveFrom' }],
  });
}

/** Throws where somebody wrote since it was read. */
function assertNewest(row: { readonly last_version: number }, read: number): void {
  if (row.last_version !== read)
    throw new AppError('article_version_conflict', 'Read it again and repeat your change.');
}

/** The columns of a new article. */
function allColumnsOf(article: CreateArticle): Omit<NewArticle, 'id'> {
  return {
    title: article.title,
    section_id: article.sectionId,
    language: article.language,
    product: article.product,
    visibility: article.visibility,
    owner_id: article.ownerId,
    review_on: article.reviewOn,
    effective_from: article.effectiveFrom,
    effective_until: article.effectiveUntil,
  };
}

/** The columns of what is given, apart from the words. */
function columnsOf(article: Omit<ChangeArticle, 'lastVersion'>): ArticleColumns {
  const { sectionId, language, product, visibility, ownerId, reviewOn } = article;
  return {
    ...(sectionId !== undefined && { section_id: sectionId }),
    ...(language !== undefined && { language }),
    ...(product !== undefined && { product }),
    ...(visibility !== undefined && { visibility }),
    ...(ownerId !== undefined && { owner_id: ownerId }),
    ...(reviewOn !== undefined && { review_on: reviewOn }),
    ...(article.effectiveFrom !== undefined && { effective_from: article.effectiveFrom }),
    ...(article.effectiveUntil !== undefined && { effective_until: article.effectiveUntil }),
  };
}
