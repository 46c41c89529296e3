import { sql } from 'kysely';
import type {
  ArticleStatus,
  ArticleSummary,
  ListArticlesQuery,
} from '../../../../contracts/knowledge.ts';
import type { Scope } from '../../../platform/db/database.ts';

/** An article's own row with the words of its newest version. */
export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly section_id: string | null;
  readonly section_name: string | null;
  readonly language: string;
  readonly product: string | null;
  readonly visibility: ArticleSummary['visibility'];
  readonly status: ArticleStatus;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly effective_from: Date | null;
  readonly effective_until: Date | null;
  readonly review_on: string | null;
  readonly last_version: number;
  readonly published_version: number | null;
  readonly external_id: string | null;
  readonly source_url: string | null;
  readonly updated_at: Date;
}

const columns = sql`a.id, a.title, a.section_id, s.name as section_name, a.language, a.product, a.visibility,
  a.status, a.owner_id, m.name as owner_name, a.effective_from, a.effective_until, a.review_on::text,
  a.last_version, a.published_version, a.external_id, a.source_url, a.updated_at`;
const joins = sql`left join kb_sections s on s.workspace_id = a.workspace_id and s.id = a.section_id
  left join members m on m.workspace_id = a.workspace_id and m.id = a.owner_id`;

/** Articles of a filter, changed last first, from after a place in that order. */
export async function listArticles(
  scope: Scope,
  filter: Omit<ListArticlesQuery, 'cursor'>,
  after: { at: Date; id: string } | null,
): Promise<ArticleRow[]> {
  const { section, status, visibility, language, search, due, limit } = filter;
  const { rows } = await sql<ArticleRow>`
    select ${columns} from articles a ${joins}
    where a.workspace_id = ${scope.workspaceId}
      ${section === undefined ? sql`` : sql`and a.section_id = ${section}`}
      ${status === undefined ? sql`and a.status <> 'archived'` : sql`and a.status = ${status}`}
      ${visibility === undefined ? sql`` : sql`and a.visibility = ${visibility}`}
      ${language === undefined ? sql`` : sql`and a.language = ${language}`}
      ${due === true ? sql`and a.review_on <= current_date` : sql``}
      ${search ? holding(search) : sql``}
      ${after === null ? sql`` : sql`and (a.updated_at, a.id) < (${after.at}, ${after.id}::uuid)`}
    order by a.updated_at desc, a.id desc
    limit ${limit}`.execute(scope.db);
  return rows;
}

/** Every word of the search stands in the title or in the newest text. */
function holding(search: string) {
  const words = search.split(/\s+/).slice(0, 8);
  const each = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`and (a.title ilike ${pattern} or exists (select from article_versions v
      where v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.last_version
        and v.body ilike ${pattern}))`;
  });
  return sql.join(each, sql` `);
}

export async function findArticle(scope: Scope, id: string): Promise<ArticleRow | undefined> {
  const { rows } = await sql<ArticleRow>`
    select ${columns} from articles a ${joins}
    where a.workspace_id = ${scope.workspaceId} and a.id = ${id}`.execute(scope.db);
  return rows[0];
}

/** The article an import knows by this key; locked, so that two imports do not both add it. */
export async function findByExternalId(scope: Scope, externalId: string) {
  const { rows } = await sql<{ id: string; last_version: number; status: ArticleStatus }>`
    select id, last_version, status from articles
    where workspace_id = ${scope.workspaceId} and external_id = ${externalId} for update`.execute(
    scope.db,
  );
  return rows[0];
}

export async function lockArticle(scope: Scope, id: string) {
  return scope.db
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export interface NewArticle {
  readonly id: string;
  readonly title: string;
  readonly section_id: string | null;
  readonly language: string;
  readonly product: string | null;
  readonly visibility: 'public' | 'internal';
  readonly owner_id: string | null;
  readonly effective_from: string | null;
  readonly effective_until: string | null;
  readonly review_on: string | null;
  readonly external_id?: string;
  readonly source_url?: string | null;
}

/** A draft with nothing published yet; its first version is written by `insertVersion`. */
export async function insertArticle(scope: Scope, article: NewArticle, at: Date): Promise<void> {
  await scope.db
    .insertInto('articles')
    .values({
      workspace_id: scope.workspaceId,
      ...article,
      status: 'draft',
      last_version: 1,
      published_version: null,
      external_id: article.external_id ?? null,
      source_url: article.source_url ?? null,
      created_at: at,
      updated_at: at,
      effective_from: instantOf(article.effective_from),
      effective_until: instantOf(article.effective_until),
    })
    .execute();
}

export interface NewVersion {
  readonly articleId: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly memberId: string | null;
  readonly at: Date;
}

export async function insertVersion(scope: Scope, version: NewVersion): Promise<void> {
  await scope.db
    .insertInto('article_versions')
    .values({
      workspace_id: scope.workspaceId,
      article_id: version.articleId,
      version: version.version,
      title: version.title,
      body: version.body,
      member_id: version.memberId,
      created_at: version.at,
    })
    .execute();
}

export type ArticleColumns = Partial<Omit<NewArticle, 'id' | 'external_id'>> & {
  readonly last_version?: number;
  readonly published_version?: number;
  readonly status?: ArticleStatus;
};

export async function updateArticle(
  scope: Scope,
  id: string,
  { effective_from: from, effective_until: until, ...change }: ArticleColumns,
  at: Date,
): Promise<void> {
  await scope.db
    .updateTable('articles')
    .set({
      ...change,
      ...(from !== undefined && { effective_from: instantOf(from) }),
      ...(until !== undefined && { effective_until: instantOf(until) }),
      updated_at: at,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** With all its versions; answers of the past lose it as a source. */
export async function deleteArticle(scope: Scope, id: string): Promise<void> {
  await scope.db
    .deleteFrom('articles')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** One text of an article, and who wrote it. */
export async function findVersion(scope: Scope, articleId: string, version: number) {
  return scope.db
    .selectFrom('article_versions as v')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'v.workspace_id').onRef('m.id', '=', 'v.member_id'),
    )
    .select(['v.version', 'v.title', 'v.body', 'v.created_at', 'm.name as author'])
    .where('v.workspace_id', '=', scope.workspaceId)
    .where('v.article_id', '=', articleId)
    .where('v.version', '=', version)
    .executeTakeFirst();
}

/** All versions without their texts, newest first. */
export async function listVersions(scope: Scope, articleId: string) {
  return scope.db
    .selectFrom('article_versions as v')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'v.workspace_id').onRef('m.id', '=', 'v.member_id'),
    )
    .select(['v.version', 'v.title', 'v.created_at', 'm.name as author'])
    .where('v.workspace_id', '=', scope.workspaceId)
    .where('v.article_id', '=', articleId)
    .orderBy('v.version', 'desc')
    .limit(200)
    .execute();
}

/** An article as it is shown and answered from. */
export interface PublishedArticle {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly product: string | null;
  readonly visibility: 'public' | 'internal';
  readonly sectionName: string | null;
}

/** Everything published and in effect at an instant. */
export async function listPublished(scope: Scope, at: Date): Promise<PublishedArticle[]> {
  const { rows } = await sql<PublishedArticle>`
    select a.id, v.version, v.title, v.body, a.language, a.product, a.visibility, s.name as "sectionName"
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    left join kb_sections s on s.workspace_id = a.workspace_id and s.id = a.section_id
    where a.workspace_id = ${scope.workspaceId} and a.status = 'published'
      and (a.effective_from is null or a.effective_from <= ${at})
      and (a.effective_until is null or a.effective_until > ${at})
    order by a.id`.execute(scope.db);
  return rows;
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
