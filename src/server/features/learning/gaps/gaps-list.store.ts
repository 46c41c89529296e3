import { sql } from 'kysely';
import type { DraftLine, GapCaseKind, GapState } from '../../../../contracts/learning.ts';
import type { Scope } from '../../../platform/db/database.ts';

export interface GapRow {
  readonly id: string;
  readonly title: string;
  readonly state: GapState;
  readonly cases: number;
  readonly solved: number;
  readonly last_at: Date | null;
  readonly nearest_id: string | null;
  readonly nearest_title: string | null;
  readonly nearest_score: number;
  readonly article_id: string | null;
  readonly article_title: string | null;
}

/** Whether an agent has solved the ticket `t`. */
const solved = sql`(t.status in ('solved', 'closed') and exists (select from messages m
  where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
    and m.author_kind = 'agent' and m.channel <> 'note'))`;

/** Gaps of a state, most cases first. */
export async function listGaps(
  scope: Scope,
  { state, from, most }: { state: GapState; from: number; most: number },
): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    select g.id, g.title, g.state, g.cases, g.last_at, n.id as nearest_id, n.title as nearest_title, g.nearest_score,
      a.id as article_id, a.title as article_title,
      (select count(*)::int from knowledge_gap_cases c
        join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
        where c.workspace_id = g.workspace_id and c.gap_id = g.id and ${solved}) as solved
    from knowledge_gaps g
    left join articles n on n.workspace_id = g.workspace_id and n.id = g.nearest_article_id
    left join articles a on a.workspace_id = g.workspace_id and a.id = g.article_id
    where g.workspace_id = ${scope.workspaceId} and g.state = ${state}
    order by g.cases desc, g.id
    offset ${from} limit ${most}`.execute(scope.db);
  return rows;
}

export interface GapCaseRow {
  readonly gap_id: string;
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly question: string;
  readonly kind: GapCaseKind;
  readonly at: Date;
  readonly solved: boolean;
  readonly closed: boolean;
}

/** The subjects and questions of the newest cases of a gap, oldest first. */
export async function listAsked(
  scope: Scope,
  gapId: string,
  most: number,
): Promise<{ subject: string; question: string }[]> {
  const rows = await scope.db
    .selectFrom('knowledge_gap_cases as c')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .select(['t.subject', 'c.question'])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.gap_id', '=', gapId)
    .orderBy('c.at', 'desc')
    .limit(most)
    .execute();
  return rows.toReversed();
}

/** The newest cases of some gaps, those an agent solved before others. */
export async function listGapCases(
  scope: Scope,
  gapIds: readonly string[],
  most: number,
): Promise<GapCaseRow[]> {
  const { rows } = await sql<GapCaseRow>`
    select c.* from unnest(${[...gapIds]}::uuid[]) as gap (id)
    cross join lateral (
      select c.gap_id, c.ticket_id, t.number, t.subject, c.question, c.kind, c.at, ${solved} as solved,
        t.status in ('solved', 'closed') as closed
      from knowledge_gap_cases c
      join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
      where c.workspace_id = ${scope.workspaceId} and c.gap_id = gap.id
      order by ${solved} desc, c.at desc limit ${most}) c`.execute(scope.db);
  return rows;
}

export async function countGaps(scope: Scope): Promise<{ state: GapState; count: number }[]> {
  const { rows } = await sql<{ state: GapState; count: number }>`
    select state, count(*)::int as count from knowledge_gaps
    where workspace_id = ${scope.workspaceId} group by state`.execute(scope.db);
  return rows;
}

/** A solved case with everything an agent wrote to its customer. */
export interface SolvedCaseRow {
  readonly ticket_id: string;
  readonly number: number;
  readonly question: string;
  readonly answers: string[];
  readonly customer: string | null;
  readonly agents: string[];
}

/** The solved cases of a gap, newest first. */
export async function listSolved(
  scope: Scope,
  gapId: string,
  most: number,
): Promise<SolvedCaseRow[]> {
  const { rows } = await sql<SolvedCaseRow>`
    select t.id as ticket_id, t.number, c.question, u.name as customer,
      array(select m.body from messages m where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'agent' and m.channel <> 'note'
        order by m.seq limit 20) as answers,
      array(select distinct p.name from messages m join members p on p.workspace_id = m.workspace_id
        and p.id = m.author_id where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'agent') as agents
    from knowledge_gap_cases c
    join tickets t on t.workspace_id = c.workspace_id and t.id = c.ticket_id
    join customers u on u.workspace_id = t.workspace_id and u.id = t.customer_id
    where c.workspace_id = ${scope.workspaceId} and c.gap_id = ${gapId} and ${solved}
    order by c.at desc limit ${most}`.execute(scope.db);
  return rows;
}

/** What an article was drafted from; empty where Segue drafted none of it. */
export async function listDraftLines(scope: Scope, articleId: string): Promise<DraftLine[]> {
  const rows = await scope.db
    .selectFrom('knowledge_gaps')
    .select('draft_lines')
    .where('workspace_id', '=', scope.workspaceId)
    .where('article_id', '=', articleId)
    .execute();
  return rows.flatMap((row) => row.draft_lines);
}
