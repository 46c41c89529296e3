import { sql } from 'kysely';
import type { SampleVerdict } from '../../../../contracts/learning.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { FigureFilter } from './figures.store.ts';

export interface SampleRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly category: string | null;
  readonly at: Date;
  readonly question: string;
  readonly text: string;
  readonly confidence: number | null;
  readonly articles: { id: string; title: string; version: number }[];
}

/**
 * Answers of a period nobody has judged, in an order that has nothing to do with when or how they were given,
 * and that stays: who leaves the page and comes back sees the same ones.
 */
export async function drawSamples(
  scope: Scope,
  { from, until, category }: FigureFilter,
  most: number,
): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    with drawn as (
      select l.decision_id from learning_cases l
      where l.workspace_id = ${scope.workspaceId} and l.at >= ${from} and l.at < ${until} and l.path = 'answer'
        ${category === undefined ? sql`` : category === null ? sql`and l.category is null` : sql`and l.category = ${category}`}
        and not exists (select from answer_judgements j where j.workspace_id = l.workspace_id
          and j.decision_id = l.decision_id)
      order by md5(l.decision_id::text) limit ${most}
    )
    select d.id, d.ticket_id, t.number, t.subject, d.category, d.at, d.question, d.text, d.confidence,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'version', c.version) order by a.title)
        from assistant_citations c join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
        where c.workspace_id = d.workspace_id and c.decision_id = d.id), '[]') as articles
    from drawn join assistant_decisions d on d.workspace_id = ${scope.workspaceId} and d.id = drawn.decision_id
    join tickets t on t.workspace_id = d.workspace_id and t.id = d.ticket_id
    order by md5(d.id::text)`.execute(scope.db);
  return rows;
}

/** The ticket of an answer; undefined for what is none. */
export async function findAnswer(scope: Scope, decisionId: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('assistant_decisions')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', decisionId)
    .where('path', '=', 'answer')
    .executeTakeFirst();
  return row?.ticket_id;
}

/** Keeps what a person says of an answer; the last word counts. */
export async function saveJudgement(
  scope: Scope,
  judged: { decisionId: string; verdict: SampleVerdict; note: string; memberId: string; at: Date },
): Promise<void> {
  const { decisionId, verdict, note, memberId, at } = judged;
  await scope.db
    .insertInto('answer_judgements')
    .values({
      workspace_id: scope.workspaceId,
      decision_id: decisionId,
      verdict,
      note,
      member_id: memberId,
      at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'decision_id'])
        .doUpdateSet({ verdict, note, member_id: memberId, at }),
    )
    .execute();
}
