import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/database.ts';

/** Whether an agent has solved the ticket `t`. */
const solvedByAgent = sql`t.status in ('solved', 'closed') and exists (select from messages m
  where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
    and m.author_kind = 'agent' and m.channel <> 'note')`;

/** How many cases of each category agents have solved since an instant, most first. */
export async function countPast(
  scope: Scope,
  since: Date,
): Promise<{ category: string; past: number }[]> {
  const { rows } = await sql<{ category: string; past: number }>`
    select t.category, count(*)::int as past from tickets t
    where t.workspace_id = ${scope.workspaceId} and t.category is not null and t.created_at >= ${since}
      and ${solvedByAgent}
    group by 1 order by 2 desc, 1`.execute(scope.db);
  return rows;
}

export async function countPublished(scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from articles
    where workspace_id = ${scope.workspaceId} and status = 'published' and visibility = 'public'`.execute(
    scope.db,
  );
  return rows[0]?.count ?? 0;
}

/** A case as it began and as it was answered. */
export interface PastCase {
  readonly id: string;
  readonly subject: string;
  readonly asked: string;
  readonly answer: string;
  readonly customer: string | null;
  readonly agents: string[];
}

/** The newest cases of a category that agents solved. */
export async function listPast(
  scope: Scope,
  { category, since, most }: { category: string; since: Date; most: number },
): Promise<PastCase[]> {
  const { rows } = await sql<PastCase>`
    select t.id, t.subject, left(q.body, 4000) as asked, u.name as customer,
      (select left(string_agg(m.body, e'\n' order by m.seq), 8000) from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.author_kind = 'agent' and m.channel <> 'note') as answer,
      array(select distinct p.name from messages m join members p on p.workspace_id = m.workspace_id
        and p.id = m.author_id where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'agent') as agents
    from tickets t
    join customers u on u.workspace_id = t.workspace_id and u.id = t.customer_id
    join lateral (select m.body from messages m where m.workspace_id = t.workspace_id
      and m.conversation_id = t.conversation_id and m.author_kind = 'customer' and m.channel <> 'note'
      and m.body <> '' order by m.seq limit 1) q on true
    where t.workspace_id = ${scope.workspaceId} and t.category = ${category} and t.created_at >= ${since}
      and ${solvedByAgent}
    order by t.created_at desc, t.id limit ${most}`.execute(scope.db);
  return rows;
}

/** The whole text of versions of articles, and the address each was imported from. */
export async function listTexts(
  scope: Scope,
  cited: readonly { articleId: string; version: number }[],
): Promise<{ text: string; source: string | null }[]> {
  const { rows } = await sql<{ text: string; source: string | null }>`
    select v.title || e'\n' || v.body as text, a.source_url as source
    from jsonb_to_recordset(${JSON.stringify(cited)}::jsonb) as c ("articleId" uuid, version int)
    join article_versions v on v.workspace_id = ${scope.workspaceId} and v.article_id = c."articleId"
      and v.version = c.version
    join articles a on a.workspace_id = v.workspace_id and a.id = v.article_id`.execute(scope.db);
  return rows;
}

export async function insertReplay(
  scope: Scope,
  replay: { id: string; category: string; memberId: string; at: Date },
): Promise<void> {
  await scope.db
    .insertInto('assistant_replays')
    .values({
      workspace_id: scope.workspaceId,
      id: replay.id,
      category: replay.category,
      state: 'running',
      asked_by: replay.memberId,
      made_at: replay.at,
      ended_at: null,
    })
    .execute();
}

export async function updateReplay(
  scope: Scope,
  id: string,
  change: { total?: number; state?: 'done' | 'failed'; ended_at?: Date },
): Promise<void> {
  await scope.db
    .updateTable('assistant_replays')
    .set(change)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function findReplay(scope: Scope, id: string) {
  return scope.db
    .selectFrom('assistant_replays')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The newest replay of each category. */
export async function listReplays(scope: Scope) {
  return scope.db
    .selectFrom('assistant_replays as r')
    .distinctOn('r.category')
    .selectAll('r')
    .select(({ selectFrom, fn }) =>
      selectFrom('assistant_replay_cases as c')
        .select(fn.countAll<number>().as('done'))
        .whereRef('c.workspace_id', '=', 'r.workspace_id')
        .whereRef('c.replay_id', '=', 'r.id')
        .as('done'),
    )
    .where('r.workspace_id', '=', scope.workspaceId)
    .orderBy('r.category')
    .orderBy('r.made_at', 'desc')
    .execute();
}

export interface NewReplayCase {
  readonly ticketId: string;
  readonly question: string;
  readonly quote: string;
  readonly agentAnswer: string;
  readonly articleId: string | null;
  readonly confidence: number;
  readonly likeness: number;
  readonly linked: boolean;
  readonly verdict: 'right' | 'wrong';
}

const longest = 2_000;

/** Keeps a case; one that is there from a run that broke off stays. */
export async function insertReplayCase(
  scope: Scope,
  replayId: string,
  one: NewReplayCase,
): Promise<void> {
  await scope.db
    .insertInto('assistant_replay_cases')
    .values({
      workspace_id: scope.workspaceId,
      replay_id: replayId,
      ticket_id: one.ticketId,
      question: one.question.slice(0, longest),
      quote: one.quote.slice(0, longest),
      agent_answer: one.agentAnswer.slice(0, longest),
      article_id: one.articleId,
      confidence: one.confidence,
      likeness: one.likeness,
      linked: one.linked,
      verdict: one.verdict,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All cases of a replay with their tickets and articles. */
export async function listReplayCases(scope: Scope, replayId: string) {
  return scope.db
    .selectFrom('assistant_replay_cases as c')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .leftJoin('articles as a', (join) =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.id', '=', 'c.article_id'),
    )
    .selectAll('c')
    .select(['t.number', 't.subject', 'a.title'])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.replay_id', '=', replayId)
    .orderBy('c.confidence', 'desc')
    .execute();
}

export type ReplayCaseRow = Awaited<ReturnType<typeof listReplayCases>>[number];
