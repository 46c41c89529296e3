import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** A solved ticket: what its customer said before the first answer, and what agents answered. */
export interface SolvedTicket {
  readonly id: string;
  readonly subject: string;
  readonly said: string[];
  readonly answered: string[];
}

/** The latest solved tickets in which an agent answered a customer. */
export async function listSolved(scope: Scope, most: number): Promise<SolvedTicket[]> {
  const { rows } = await sql<SolvedTicket>`
    select t.id, t.subject, q.said, a.answered from tickets t
    join lateral (
      select min(m.seq) as seq, array_agg(left(m.body, 3000) order by m.seq) as answered
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.author_kind = 'agent' and m.channel <> 'note' and m.body <> '') a on a.seq is not null
    join lateral (
      select array_agg(left(m.body, 1500) order by m.seq) as said
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.author_kind = 'customer' and m.channel <> 'note' and m.body <> '' and m.seq < a.seq) q
      on q.said is not null
    where t.workspace_id = ${scope.workspaceId} and t.status in ('solved', 'closed')
    order by t.number desc limit ${most}`.execute(scope.db);
  return rows;
}

/** A ticket whose category a person chose, with what its customer wrote. */
export interface FiledCase {
  readonly id: string;
  readonly category: string;
  readonly text: string;
}

/** The latest tickets a person has filed. */
export async function listFiledCases(scope: Scope, most: number): Promise<FiledCase[]> {
  const { rows } = await sql<FiledCase>`
    select t.id, t.category, left(concat_ws(E'\n', t.subject, (
      select string_agg(l.body, E'\n' order by l.seq) from (
        select m.seq, m.body from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.author_kind = 'customer' and m.channel <> 'note'
        order by m.seq limit 10) l)), 2000) as text
    from tickets t
    where t.workspace_id = ${scope.workspaceId} and t.category is not null
      and exists (select from ticket_events e
        where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.type = 'ticket.category'
          and e.actor_kind = 'agent' and e.data ->> 'to' = t.category)
    order by t.number desc limit ${most}`.execute(scope.db);
  return rows;
}

/** Ids of articles by what names them: their own id, or the id they were imported with. */
export async function listArticleNames(
  scope: Scope,
  names: readonly string[],
): Promise<Map<string, { id: string; title: string }>> {
  const { rows } = await sql<{ name: string; id: string; title: string }>`
    select n.name, a.id, a.title from unnest(${names}::text[]) as n (name)
    join articles a on a.workspace_id = ${scope.workspaceId}
      and (a.id::text = n.name or a.external_id = n.name)`.execute(scope.db);
  return new Map(rows.map(({ name, id, title }) => [name, { id, title }]));
}

/** What a run is made with, besides its thresholds. */
export async function readGround(
  scope: Scope,
): Promise<{ articles: number; synonyms: number; categoryModel: number | null }> {
  const { rows } = await sql<{ articles: number; synonyms: number; categoryModel: number | null }>`
    select (select count(*)::int from articles a where a.workspace_id = ${scope.workspaceId}
        and a.status = 'published' and a.visibility = 'public') as articles,
      (select count(*)::int from kb_synonyms s where s.workspace_id = ${scope.workspaceId}) as synonyms,
      (select max(m.version) from category_models m
        where m.workspace_id = ${scope.workspaceId} and m.packed is not null
          and m.verdict <> 'proposed') as "categoryModel"`.execute(scope.db);
  return rows[0] ?? { articles: 0, synonyms: 0, categoryModel: null };
}
