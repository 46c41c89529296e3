import { sql } from 'kysely';
import type { GapCaseKind, GapState } from '../../../../contracts/learning.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { toJson } from '../../../platform/json.ts';
import type { GapWords, WordCounts } from './likest-gap.rules.ts';

/** One case at a time joins or opens a gap, so that two alike do not open two. */
export async function lockGaps(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gaps:${scope.workspaceId}`}, 0))`.execute(
    scope.db,
  );
}

/** A ticket as far as it can show a gap. */
export interface GapSuspectRow {
  readonly subject: string;
  readonly status: string;
  readonly known: GapCaseKind | null;
  /** The newest turn that left the question open; null without one. */
  readonly question: string | null;
  readonly reason: string | null;
  readonly at: Date | null;
  /** The article that came first then, with how sure it was to answer. */
  readonly nearest: { articleId: string; score: number } | null;
  /** Whether an answer of the assistant reached the customer. */
  readonly answered: boolean;
  /** What the customer said, when the first was said, and whether an agent answered. */
  readonly said: string[];
  readonly createdAt: Date;
  readonly byAgent: boolean;
}

/** Why a turn shows a gap. */
const openReasons = ['nothing_found', 'unsure', 'ungrounded', 'language', 'not_helped'];

export async function findSuspect(
  scope: Scope,
  ticketId: string,
): Promise<GapSuspectRow | undefined> {
  const { rows } = await sql<GapSuspectRow>`
    select t.subject, t.status, t.created_at as "createdAt", g.kind as known, d.question, d.reason, d.at, d.nearest,
      exists (select from assistant_decisions a where a.workspace_id = t.workspace_id and a.ticket_id = t.id
        and a.path = 'answer' and a.state in ('done', 'draft_used')) as answered,
      array(select left(m.body, 4000) from messages m where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'customer' and m.channel <> 'note'
        and m.body <> '' order by m.seq limit 20) as said,
      exists (select from messages m where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'agent' and m.channel <> 'note') as "byAgent"
    from tickets t
    left join knowledge_gap_cases g on g.workspace_id = t.workspace_id and g.ticket_id = t.id
    left join lateral (
      select o.question, o.reason, o.at, (
        select jsonb_build_object('articleId', p ->> 'articleId', 'score', coalesce(o.confidence, 0))
        from jsonb_array_elements(o.record -> 'passages') p order by (p ->> 'score')::float desc limit 1) as nearest
      from assistant_decisions o
      where o.workspace_id = t.workspace_id and o.ticket_id = t.id
        and o.path = 'hand_over' and o.reason = any(${openReasons})
      order by o.id desc limit 1) d on true
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

/**
 * The gaps that share most with some words, each with all of its words, and how common every word is. Closed
 * ones take no more cases: a question that comes after the article shows that something is still missing.
 */
export async function findLikest(
  scope: Scope,
  words: readonly number[],
  most = 8,
): Promise<{ gaps: GapWords[]; everywhere: WordCounts }> {
  const { rows } = await sql<{
    id: string;
    cases: number;
    word: number;
    count: number;
    total: number;
  }>`
    with total as (
      select coalesce(sum(cases), 0)::float as cases from knowledge_gaps where workspace_id = ${scope.workspaceId}
    ), near as (
      select g.id, g.cases, sum((w.cases::float / g.cases) * ln(1 + (total.cases + 1) / (k.cases + 1)) ^ 2) as shared
      from knowledge_gap_words w
      join knowledge_words k on k.workspace_id = w.workspace_id and k.word = w.word
      join knowledge_gaps g on g.workspace_id = w.workspace_id and g.id = w.gap_id and g.state <> 'closed'
      cross join total
      where w.workspace_id = ${scope.workspaceId} and w.word = any(${[...words]}::int[])
      group by g.id, g.cases order by shared desc, g.id limit ${most}
    )
    select n.id, n.cases, w.word, w.cases as count, k.cases as total
    from near n
    join knowledge_gap_words w on w.workspace_id = ${scope.workspaceId} and w.gap_id = n.id
    join knowledge_words k on k.workspace_id = w.workspace_id and k.word = w.word`.execute(
    scope.db,
  );
  return { gaps: gapsOf(rows), everywhere: await countWords(scope, words, rows) };
}

async function countWords(
  scope: Scope,
  words: readonly number[],
  rows: readonly { word: number; total: number }[],
): Promise<WordCounts> {
  const known = new Map(rows.map(({ word, total }) => [word, total]));
  const { rows: own } = await sql<{ word: number; cases: number }>`
    select word, cases from knowledge_words
    where workspace_id = ${scope.workspaceId} and word = any(${[...words]}::int[])`.execute(
    scope.db,
  );
  for (const { word, cases } of own) known.set(word, cases);
  const { rows: sums } = await sql<{ cases: number }>`
    select coalesce(sum(cases), 0)::int as cases from knowledge_gaps
    where workspace_id = ${scope.workspaceId}`.execute(scope.db);
  return { cases: sums[0]?.cases ?? 0, words: known };
}

function gapsOf(
  rows: readonly { id: string; cases: number; word: number; count: number }[],
): GapWords[] {
  const gaps = new Map<string, { id: string; cases: number; words: Map<number, number> }>();
  for (const { id, cases, word, count } of rows) {
    const gap = gaps.get(id) ?? { id, cases, words: new Map<number, number>() };
    gaps.set(id, gap);
    gap.words.set(word, count);
  }
  return [...gaps.values()];
}

export interface NewGap {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
}

export async function insertGap(scope: Scope, { id, title, at }: NewGap): Promise<void> {
  await scope.db
    .insertInto('knowledge_gaps')
    .values({
      workspace_id: scope.workspaceId,
      id,
      title,
      state: 'open',
      article_id: null,
      nearest_article_id: null,
      created_at: at,
      updated_at: at,
      last_at: at,
    })
    .execute();
}

export interface NewGapCase {
  readonly gapId: string;
  readonly ticketId: string;
  readonly kind: GapCaseKind;
  readonly question: string;
  readonly at: Date;
  readonly words: readonly number[];
}

/** Puts a case into a gap and counts its words. */
export async function insertGapCase(scope: Scope, one: NewGapCase): Promise<void> {
  const words = [...one.words];
  await sql`
    with added as (
      insert into knowledge_gap_cases (workspace_id, gap_id, ticket_id, at, kind, question)
      values (${scope.workspaceId}, ${one.gapId}, ${one.ticketId}, ${one.at}, ${one.kind},
        ${one.question.slice(0, 1_000)})
    ), of_gap as (
      insert into knowledge_gap_words (workspace_id, gap_id, word, cases)
      select ${scope.workspaceId}, ${one.gapId}, word, 1 from unnest(${words}::int[]) word
      on conflict (workspace_id, gap_id, word) do update set cases = knowledge_gap_words.cases + 1
    ), of_all as (
      insert into knowledge_words (workspace_id, word, cases)
      select ${scope.workspaceId}, word, 1 from unnest(${words}::int[]) word
      on conflict (workspace_id, word) do update set cases = knowledge_words.cases + 1
    )
    update knowledge_gaps set cases = cases + 1, last_at = greatest(last_at, ${one.at})
    where workspace_id = ${scope.workspaceId} and id = ${one.gapId}`.execute(scope.db);
}

/** Keeps the article that came nearest to a case of a gap, if it is nearer than the one known. */
export async function saveNearest(
  scope: Scope,
  gapId: string,
  { articleId, score }: { articleId: string; score: number },
): Promise<void> {
  await sql`
    update knowledge_gaps g set nearest_article_id = a.id, nearest_score = ${score}
    from articles a
    where g.workspace_id = ${scope.workspaceId} and g.id = ${gapId} and g.nearest_score <= ${score}
      and a.workspace_id = g.workspace_id and a.id = ${articleId}`.execute(scope.db);
}

/** A case that was unanswered and then was not helped either says so. */
export async function saveKind(scope: Scope, ticketId: string, kind: GapCaseKind): Promise<void> {
  await scope.db
    .updateTable('knowledge_gap_cases')
    .set({ kind })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
}

export interface GapChange {
  readonly title?: string;
  readonly state?: GapState;
  readonly articleId?: string | null;
  readonly draftLines?: readonly { text: string; ticketId: string; number: number }[];
}

export async function updateGap(
  scope: Scope,
  id: string,
  { title, state, articleId, draftLines }: GapChange,
  at: Date,
): Promise<void> {
  await scope.db
    .updateTable('knowledge_gaps')
    .set({
      ...(title !== undefined && { title }),
      ...(state !== undefined && { state }),
      ...(articleId !== undefined && { article_id: articleId }),
      ...(draftLines !== undefined && { draft_lines: toJson(draftLines) }),
      updated_at: at,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Closes the gaps whose draft is published now; true where there was one. */
export async function closeOfPublished(
  scope: Scope,
  articleId: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update knowledge_gaps g set state = 'closed', updated_at = ${at}
    from articles a
    where g.workspace_id = ${scope.workspaceId} and g.article_id = ${articleId} and g.state = 'drafted'
      and a.workspace_id = g.workspace_id and a.id = g.article_id and a.status = 'published'
    returning g.id`.execute(scope.db);
  return rows.length > 0;
}

export async function lockGap(scope: Scope, id: string) {
  return scope.db
    .selectFrom('knowledge_gaps')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
