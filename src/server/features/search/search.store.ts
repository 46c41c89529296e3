import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** A word or words next to each other; `prefix`: the beginning of the last is enough. */
export interface WantedTerm {
  readonly text: string;
  readonly prefix: boolean;
}

/** A query as PostgreSQL reads it: the whole, each term of it, and the pairs of words that stand together. */
export interface CompiledQuery {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly together: readonly number[] | null;
}

/** The query, null when there is nothing to look for, and the stem of every word. */
export async function compileQuery(
  scope: Scope,
  terms: readonly WantedTerm[],
  words: string[],
): Promise<{ query: CompiledQuery | null; stems: readonly string[] }> {
  const [texts, prefixes] = [terms.map((one) => one.text), terms.map((one) => one.prefix)];
  const { rows } = await sql<{ parts: string[]; together: number[] | null; stems: string[] }>`
    select search_parts(${texts}::text[], ${prefixes}::boolean[])::text[] as parts,
      search_pairs_of(${texts}::text[], ${prefixes}::boolean[]) as together,
      array(select coalesce((ts_lexize('public.search_stem', word))[1], word)
        from unnest(${words}::text[]) with ordinality as x (word, place) order by place) as stems`.execute(
    scope.db,
  );
  const { parts, together, stems } = rows[0] ?? { parts: [], together: null, stems: [] };
  if (parts.length === 0) return { query: null, stems };
  const whole = parts.map((part) => `(${part})`).join(' & ');
  return { query: { whole, parts, together }, stems };
}

export interface RankOptions {
  readonly query: CompiledQuery;
  readonly number: number | null;
  /** What a filter has left, at most `rankedFiltered`; null without one. */
  readonly only: readonly string[] | null;
  readonly limit: number;
  readonly offset: number;
}

/** Of the newest that match, so many are ranked: those that match in subject or customer, and all. */
const rankedHeads = 80;
const rankedTickets = 120;
/** So many of the newest are ranked when a filter has chosen them. */
export const rankedFiltered = rankedHeads + rankedTickets;

/**
 * Ids of the tickets that match, best first: the exact number, then words in subject, customer and tags
 * before words of messages, and what is a year old counts half. Where more than 120 tickets match, the
 * newest 120 are ranked, with the newest 80 that match in subject or customer.
 */
export async function rankTickets(scope: Scope, options: RankOptions): Promise<string[]> {
  const { query, number, only, limit, offset } = options;
  const { whole, parts, together } = query;
  const candidates = only
    ? sql`select unnest(${only}::uuid[]) as ticket_id`
    : sql`select ticket_id from search_ticket_heads(${parts}::tsquery[], ${rankedHeads})
      union select ticket_id from search_tickets(${parts}::tsquery[], ${together}::integer[], ${rankedTickets})`;
  const { rows } = await sql<{ id: string }>`
    with candidates as materialized (${candidates} limit ${rankedFiltered})
    select t.id from candidates f
    join ticket_search s on s.workspace_id = ${scope.workspaceId} and s.ticket_id = f.ticket_id
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    order by (t.number = ${number}) desc,
      (4 * ts_rank(s.head, ${whole}::tsquery) + ts_rank(s.said, ${whole}::tsquery))
        / (1 + extract(epoch from now() - t.updated_at) / 31557600) desc, t.id desc
    limit ${limit} offset ${offset}`.execute(scope.db);
  return rows.map((row) => row.id);
}

/** The newest tickets in which a query stands. */
export async function listNewest(
  scope: Scope,
  { parts, together }: CompiledQuery,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ticket_id as id from search_tickets(${parts}::tsquery[], ${together}::integer[], ${most})`.execute(
    scope.db,
  );
  return rows.map((row) => row.id);
}

/** Those of some tickets in which a query stands, in the order given. */
export async function listAmong(
  scope: Scope,
  { parts }: CompiledQuery,
  ids: readonly string[],
): Promise<string[]> {
  const stands = parts.map(
    (part) => sql`(s.head @@ ${part}::tsquery or s.said @@ ${part}::tsquery)`,
  );
  const { rows } = await sql<{ id: string }>`
    select s.ticket_id as id from unnest(${ids}::uuid[]) with ordinality as x (id, place)
    join ticket_search s on s.workspace_id = ${scope.workspaceId} and s.ticket_id = x.id
    where ${sql.join(stands, sql` and `)} order by x.place`.execute(scope.db);
  return rows.map((row) => row.id);
}

export async function findByNumber(scope: Scope, number: number): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id;
}

/** Customers that match, the ones with most tickets first. */
export async function listCustomers(scope: Scope, query: string, limit: number) {
  const { rows } = await sql<{
    id: string;
    name: string | null;
    email: string | null;
    tickets: number;
  }>`
    select c.id, c.name,
      (select i.value from customer_identities i where i.workspace_id = c.workspace_id and i.customer_id = c.id
        and i.kind = 'email' order by i.verified_at nulls last, i.id desc limit 1) as email,
      (select count(*)::int from (select from tickets t where t.workspace_id = c.workspace_id
        and t.customer_id = c.id limit 1000) x) as tickets
    from search_customers(${query}::tsquery, 50) f
    join customers c on c.workspace_id = ${scope.workspaceId} and c.id = f.customer_id
    order by tickets desc, c.id desc limit ${limit}`.execute(scope.db);
  return rows;
}

/** Customers whose name, address or number begins with the words: for `from:`. */
export async function listCustomerIds(scope: Scope, text: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from search_customers(search_query(array[${text}]::text[], array[true]), 500)`.execute(
    scope.db,
  );
  return rows.map((row) => row.id);
}

/** Ids of the groups, queues or members whose name begins with a text. */
export async function listNamed(
  scope: Scope,
  table: 'groups' | 'queues' | 'members',
  text: string,
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where((eb) => sql<boolean>`starts_with(lower(${eb.ref('name')}), ${text.toLowerCase()})`)
    .limit(30)
    .execute();
  return rows.map((row) => row.id);
}

/** The spelling a category has. */
export async function listCategoriesLike(
  scope: Scope,
  names: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`
    select distinct category from tickets where workspace_id = ${scope.workspaceId}
      and lower(category) = any(${names.map((name) => name.toLowerCase())}::text[]) limit 30`.execute(
    scope.db,
  );
  return rows.map((row) => row.category);
}

export interface SaidRow {
  readonly ticket_id: string;
  readonly channel: string;
  readonly author_kind: string;
  readonly body: string;
}

/** The latest messages of some tickets, newest first: in one of them stand the words that matched. */
export async function listSaid(scope: Scope, ticketIds: readonly string[]): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select t.id as ticket_id, m.channel, m.author_kind, m.body
    from tickets t, lateral (
      select x.channel, x.author_kind, left(x.body, 4000) as body, x.seq from messages x
      where x.workspace_id = t.workspace_id and x.conversation_id = t.conversation_id
      order by x.seq desc limit 60) m
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${ticketIds}::uuid[])
    order by t.id, m.seq desc`.execute(scope.db);
  return rows;
}

/** Puts pending messages into the search, the oldest first; tells how many there were. */
export async function indexPending(scope: Scope, most: number): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    select index_pending(${most}) as messages`.execute(scope.db);
  return rows[0]?.messages ?? 0;
}

/** Texts in which something like the word stands. None where the server lacks trigrams. */
export async function listSimilar(scope: Scope, word: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select similar_text as text from search_similar(${word}, 20)`.execute(scope.db);
  return rows.map((row) => row.text);
}
