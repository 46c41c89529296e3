import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

/** The workspace with this public name; null when there is none. */
export async function findWorkspaceOfSlug(
  app: Kysely<Tables>,
  slug: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select workspace_of_slug(${slug}) as id`.execute(app);
  return rows[0]?.id ?? null;
}

export interface PortalArticle {
  readonly id: string;
  readonly title: string;
  readonly section: string | null;
  readonly body: string;
  readonly updatedAt: Date;
}

/** What everybody may read now: published, public, in effect. */
const readable = (at: Date) => sql`a.status = 'published' and a.visibility = 'public'
  and (a.effective_from is null or a.effective_from <= ${at})
  and (a.effective_until is null or a.effective_until > ${at})`;

/** Titles of the readable articles, by section. */
export async function listReadable(scope: Scope, at: Date) {
  const { rows } = await sql<{ id: string; title: string; section: string | null }>`
    select a.id, v.title, s.name as section
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    left join kb_sections s on s.workspace_id = a.workspace_id and s.id = a.section_id
    where a.workspace_id = ${scope.workspaceId} and ${readable(at)}
    order by s.position nulls last, v.title
    limit 2000`.execute(scope.db);
  return rows;
}

/** One readable article. */
export async function findReadable(
  scope: Scope,
  id: string,
  at: Date,
): Promise<PortalArticle | undefined> {
  const { rows } = await sql<PortalArticle>`
    select a.id, v.title, s.name as section, v.body, v.created_at as "updatedAt"
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    left join kb_sections s on s.workspace_id = a.workspace_id and s.id = a.section_id
    where a.workspace_id = ${scope.workspaceId} and a.id = ${id} and ${readable(at)}`.execute(
    scope.db,
  );
  return rows[0];
}

/** Those of some articles that are readable, in the order they are named. */
export async function listReadableOf(scope: Scope, ids: readonly string[], at: Date) {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; title: string; body: string }>`
    select a.id, v.title, v.body
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    where a.workspace_id = ${scope.workspaceId} and a.id = any(${[...ids]}::uuid[]) and ${readable(at)}
    order by array_position(${[...ids]}::uuid[], a.id)`.execute(scope.db);
  return rows;
}

/** Readable articles that hold most of the words, best first; a word in the title counts more. */
export async function searchReadable(scope: Scope, words: readonly string[], at: Date) {
  if (words.length === 0) return [];
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ id: string; title: string; body: string }>`
    select a.id, v.title, v.body
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.version = a.published_version
    cross join lateral (
      select sum((v.title ilike p)::int * 3 + (v.body ilike p)::int) as score
      from unnest(${patterns}::text[]) as p) hits
    where a.workspace_id = ${scope.workspaceId} and ${readable(at)} and hits.score > 0
    order by hits.score desc, v.title
    limit 20`.execute(scope.db);
  return rows;
}

/**
 * Conversations of whoever has proved an address: those of the customer it is proved for, and those that
 * came in by a form with that address. What somebody only claimed in a chat is not shown.
 */
const ofAddress = (scope: Scope, email: string) => sql`
  exists (select from customer_identities i
    where i.workspace_id = ${scope.workspaceId} and i.customer_id = t.customer_id
      and i.kind = 'email' and i.value = ${email}
      and (i.verified_at is not null or t.channel = 'portal'))`;

export interface PortalConversation {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly number: number;
  readonly subject: string;
  readonly status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
  readonly at: Date;
}

/** The conversations of an address, newest first. */
export async function listOfAddress(scope: Scope, email: string): Promise<PortalConversation[]> {
  const { rows } = await sql<PortalConversation>`
    select t.id as "ticketId", t.conversation_id as "conversationId", t.customer_id as "customerId",
      t.number::int, t.subject, t.status, coalesce(c.last_message_at, t.created_at) as at
    from tickets t
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where t.workspace_id = ${scope.workspaceId} and ${ofAddress(scope, email)}
    order by at desc limit 200`.execute(scope.db);
  return rows;
}

/** One of them. */
export async function findOfAddress(
  scope: Scope,
  email: string,
  ticketId: string,
): Promise<PortalConversation | undefined> {
  const { rows } = await sql<PortalConversation>`
    select t.id as "ticketId", t.conversation_id as "conversationId", t.customer_id as "customerId",
      t.number::int, t.subject, t.status, coalesce(c.last_message_at, t.created_at) as at
    from tickets t
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId} and ${ofAddress(scope, email)}`.execute(
    scope.db,
  );
  return rows[0];
}

/** What was said, without notes. Files by name and address. */
export async function listSaid(scope: Scope, conversationId: string) {
  const { rows } = await sql<{
    author: string;
    name: string | null;
    text: string;
    at: Date;
    files: { id: string; name: string; token: string }[];
  }>`
    select m.author_kind as author, p.name, m.body as text, m.created_at as at,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'token', f.token))
        from attachments f where f.workspace_id = m.workspace_id and f.message_id = m.id
          and f.content_id is null), '[]') as files
    from messages m
    left join members p on p.workspace_id = m.workspace_id and p.id = m.author_id and m.author_kind = 'agent'
    where m.workspace_id = ${scope.workspaceId} and m.conversation_id = ${conversationId}
      and m.channel <> 'note'
    order by m.seq`.execute(scope.db);
  return rows;
}
