import { sql } from 'kysely';
import type { Outcome } from '../../../../contracts/assistant-decisions.ts';
import type { Scope } from '../../../platform/db/database.ts';

/** Counts of the answers `d` with the facts `l` of their cases: those known to be right and wrong. */
const counts = sql`count(distinct d.id)::int as answers,
  (count(distinct d.id) filter (where l.verdict = 'right' and l.decision_id = d.id))::int as good,
  (count(distinct d.id) filter (where l.verdict = 'wrong' and l.decision_id = d.id))::int as bad`;
const answersWith = sql`assistant_citations c
  join assistant_decisions d on d.workspace_id = c.workspace_id and d.id = c.decision_id
    and d.path = 'answer' and d.state <> 'overtaken'
  left join learning_cases l on l.workspace_id = d.workspace_id and l.ticket_id = d.ticket_id`;

/** Whether there is such an article. */
export async function isArticle(scope: Scope, articleId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', articleId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How the answers with each version of an article did, newest version first. */
export async function listUses(
  scope: Scope,
  articleId: string,
): Promise<{ version: number; answers: number; good: number; bad: number }[]> {
  const { rows } = await sql<{ version: number; answers: number; good: number; bad: number }>`
    select c.version, ${counts} from ${answersWith}
    where c.workspace_id = ${scope.workspaceId} and c.article_id = ${articleId}
    group by c.version order by c.version desc`.execute(scope.db);
  return rows;
}

export interface AnswerFilter {
  readonly articleId: string;
  readonly version?: number | undefined;
  readonly since?: number | undefined;
  readonly sent?: boolean | undefined;
  readonly most: number;
}

export interface ArticleAnswerRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly customer: string | null;
  readonly version: number;
  readonly at: Date;
  readonly sent: boolean;
  readonly outcome: Outcome | null;
  readonly verdict: 'right' | 'wrong' | null;
  readonly corrected_at: Date | null;
  readonly correction_waits: boolean;
  /** How many there are in all. */
  readonly total: number;
}

/** Answers that quote an article, newest first, a ticket once. */
export async function listAnswers(scope: Scope, filter: AnswerFilter): Promise<ArticleAnswerRow[]> {
  const { articleId, version, since, sent, most } = filter;
  const { rows } = await sql<ArticleAnswerRow>`
    with found as (
      select distinct on (d.ticket_id) d.id, d.ticket_id, c.version, d.at,
        d.state in ('done', 'draft_used') as sent, l.outcome,
        case when l.decision_id = d.id then l.verdict end as verdict
      from ${answersWith}
      where c.workspace_id = ${scope.workspaceId} and c.article_id = ${articleId}
        ${version === undefined ? sql`` : sql`and c.version = ${version}`}
        ${since === undefined ? sql`` : sql`and c.version >= ${since}`}
        ${sent === true ? sql`and d.state in ('done', 'draft_used')` : sql``}
      order by d.ticket_id, d.id desc
    )
    select f.*, t.number, t.subject, u.name as customer, count(*) over ()::int as total,
      case when n.state = 'done' then n.decided_at end as corrected_at,
      coalesce(n.state = 'waiting', false) as correction_waits
    from found f
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = f.ticket_id
    join customers u on u.workspace_id = t.workspace_id and u.id = t.customer_id
    -- Asked for is not told: it waits for an approval, which may be turned down or run out.
    left join lateral (
      select d.state, d.decided_at from article_corrections k
      join assistant_decisions d on d.workspace_id = k.workspace_id and d.ticket_id = k.ticket_id
        and d.reason = 'correction' and d.at <= k.at and d.at > k.at - interval '1 minute'
      where k.workspace_id = t.workspace_id and k.article_id = ${articleId} and k.ticket_id = t.id
        and d.state in ('done', 'waiting')
      order by d.state = 'done' desc, d.at desc limit 1) n on true
    order by f.at desc, f.id limit ${most}`.execute(scope.db);
  return rows;
}

export interface HealthRow {
  readonly id: string;
  readonly title: string;
  readonly review_on: string | null;
  readonly updated_at: Date;
  readonly last_used_at: Date | null;
  readonly answers: number;
  readonly good: number;
  readonly bad: number;
}

/** Every published article with how its answers did: one pass over what was cited. */
export async function listHealth(scope: Scope): Promise<HealthRow[]> {
  const { rows } = await sql<HealthRow>`
    with uses as (
      select c.article_id, count(*)::int as answers, max(l.at) as last_used_at,
        (count(*) filter (where l.verdict = 'right'))::int as good,
        (count(*) filter (where l.verdict = 'wrong'))::int as bad
      from assistant_citations c
      join learning_cases l on l.workspace_id = c.workspace_id and l.decision_id = c.decision_id
      where c.workspace_id = ${scope.workspaceId} group by c.article_id
    )
    select a.id, a.title, a.review_on::text, a.updated_at, u.last_used_at, coalesce(u.answers, 0) as answers,
      coalesce(u.good, 0) as good, coalesce(u.bad, 0) as bad
    from articles a left join uses u on u.article_id = a.id
    where a.workspace_id = ${scope.workspaceId} and a.status = 'published'
    order by u.last_used_at nulls first, a.title`.execute(scope.db);
  return rows;
}

export interface NewCorrection {
  readonly id: string;
  readonly articleId: string;
  readonly version: number;
  readonly ticketId: string;
  readonly text: string;
  readonly memberId: string;
  readonly at: Date;
}

/** Keeps that the customers of some cases were told. */
export async function insertCorrections(
  scope: Scope,
  corrections: readonly NewCorrection[],
): Promise<void> {
  await scope.db
    .insertInto('article_corrections')
    .values(
      corrections.map((one) => ({
        workspace_id: scope.workspaceId,
        id: one.id,
        article_id: one.articleId,
        version: one.version,
        ticket_id: one.ticketId,
        text: one.text,
        member_id: one.memberId,
        at: one.at,
      })),
    )
    .execute();
}
