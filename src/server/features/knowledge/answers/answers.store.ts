import { sql } from 'kysely';
import type { Audience } from '../../../../contracts/answers.ts';
import type { Scope } from '../../../platform/db/database.ts';

/** What an audience may be answered from at an instant: published, in effect, and not internal for customers. */
const answerable = (audience: Audience, at: Date) => sql`a.status = 'published'
  and (a.effective_from is null or a.effective_from <= ${at})
  and (a.effective_until is null or a.effective_until > ${at})
  ${audience === 'customer' ? sql`and a.visibility = 'public'` : sql``}`;

/** A digest that changes with any article, date in effect or synonym of an audience. */
export async function readStamp(
  scope: Scope,
  { audience, at }: { audience: Audience; at: Date },
): Promise<string> {
  const { rows } = await sql<{ articles: string; synonyms: string | null }>`
    select
      (select concat(count(*), ':', sum(hashtextextended(a.id::text || a.updated_at::text, 0)))
        from articles a
        where a.workspace_id = ${scope.workspaceId} and ${answerable(audience, at)}) as articles,
      (select md5(string_agg(s.id::text || array_to_string(s.words, ','), ';' order by s.id))
        from kb_synonyms s where s.workspace_id = ${scope.workspaceId}) as synonyms`.execute(
    scope.db,
  );
  const [row] = rows;
  return `${row?.articles ?? ''}/${row?.synonyms ?? ''}`;
}

/** Which articles an audience can be answered from, each with a mark that changes when its text may have. */
export async function listMarks(
  scope: Scope,
  { audience, at }: { audience: Audience; at: Date },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; mark: string }>`
    select a.id, a.updated_at::text as mark from articles a
    where a.workspace_id = ${scope.workspaceId} and ${answerable(audience, at)}
    order by a.id`.execute(scope.db);
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

export interface AnswerableArticle {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly product: string | null;
  readonly visibility: 'public' | 'internal';
  readonly sectionName: string | null;
}

/** Those of some articles that an audience can be answered from now. */
export async function listAnswerable(
  scope: Scope,
  ids: readonly string[],
  { audience, at }: { audience: Audience; at: Date },
): Promise<AnswerableArticle[]> {
  const { rows } = await sql<AnswerableArticle>`
    select a.id, v.version, v.title, v.body, a.language, a.product, a.visibility, s.name as "sectionName"
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    left join kb_sections s on s.workspace_id = a.workspace_id and s.id = a.section_id
    where a.workspace_id = ${scope.workspaceId} and a.id = any(${[...ids]}::uuid[])
      and ${answerable(audience, at)}`.execute(scope.db);
  return rows;
}

/** What the customer of a ticket has said, oldest first, with the subject; undefined without such a ticket. */
export async function findAsked(
  scope: Scope,
  ticketId: string,
): Promise<{ subject: string; said: string[] } | undefined> {
  const { rows } = await sql<{ subject: string; said: string[] }>`
    select t.subject, array(
      select m.body from messages m
      where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.author_kind = 'customer' and m.channel <> 'note' and m.body <> ''
      order by m.seq limit 50) as said
    from tickets t
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}
