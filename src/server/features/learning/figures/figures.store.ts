import { sql } from 'kysely';
import type { TurnReason } from '../../../../contracts/assistant-decisions.ts';
import type { Scope } from '../../../platform/db/database.ts';
import type { Day } from './figures.rules.ts';

/** Cases from one instant up to but not including another; a category null is those without one. */
export interface FigureFilter {
  readonly from: Date;
  readonly until: Date;
  readonly category?: string | null | undefined;
}

const inPeriod = (scope: Scope, { from, until, category }: FigureFilter) => sql`
  l.workspace_id = ${scope.workspaceId} and l.at >= ${from} and l.at < ${until}
  ${category === undefined ? sql`` : category === null ? sql`and l.category is null` : sql`and l.category = ${category}`}`;

/** What happened, by category and day. */
export async function countDays(scope: Scope, filter: FigureFilter): Promise<Day[]> {
  const { rows } = await sql<Day>`
    select category, (at at time zone 'UTC')::date::text as day,
      (count(*) filter (where path <> 'skip'))::int as considered,
      (count(*) filter (where path = 'answer'))::int as answered,
      (count(*) filter (where sent))::int as sent,
      (count(*) filter (where path = 'ask'))::int as asked,
      (count(*) filter (where path = 'hand_over'))::int as handed_over,
      (count(*) filter (where path = 'skip'))::int as skipped,
      (count(*) filter (where sent and outcome = 'confirmed'))::int as confirmed,
      (count(*) filter (where sent and outcome = 'assumed'))::int as assumed,
      (count(*) filter (where sent and outcome = 'reopened'))::int as reopened,
      (count(*) filter (where sent and outcome is null))::int as open,
      (count(*) filter (where verdict = 'right'))::int as right,
      (count(*) filter (where verdict = 'wrong'))::int as wrong,
      (count(*) filter (where verdict = 'right' and evidence <> 'judged'))::int as right_after,
      (count(*) filter (where verdict = 'wrong' and evidence <> 'judged'))::int as wrong_after,
      sum(cost_micros)::bigint as cost_micros
    from learning_cases l where ${inPeriod(scope, filter)}
    group by 1, 2 order by 2, 1`.execute(scope.db);
  return rows;
}

/** How long customers waited for the assistant's first words, in milliseconds. */
export async function measureResponse(
  scope: Scope,
  filter: FigureFilter,
): Promise<{ cases: number; p50: number | null; p95: number | null }> {
  const { rows } = await sql<{ cases: number; limits: number[] | null }>`
    select count(*)::int as cases,
      percentile_cont(array[0.5, 0.95]) within group (order by response_ms) as limits
    from learning_cases l where ${inPeriod(scope, filter)} and response_ms is not null`.execute(
    scope.db,
  );
  const [p50 = null, p95 = null] = rows[0]?.limits ?? [];
  return { cases: rows[0]?.cases ?? 0, p50, p95 };
}

/** Why cases went to people or were left alone, most often first. */
export async function countReasons(
  scope: Scope,
  filter: FigureFilter,
): Promise<{ path: 'hand_over' | 'skip'; reason: TurnReason; cases: number }[]> {
  const { rows } = await sql<{ path: 'hand_over' | 'skip'; reason: TurnReason; cases: number }>`
    select path, reason, count(*)::int as cases from learning_cases l
    where ${inPeriod(scope, filter)} and path in ('hand_over', 'skip')
    group by 1, 2 order by 3 desc, 2`.execute(scope.db);
  return rows;
}

/** Answers in ten steps of confidence, with how many turned out right. A stored 0.9 is a hair below 0.9. */
export async function countCalibration(
  scope: Scope,
  filter: FigureFilter,
): Promise<{ step: number; cases: number; confidence: number; right: number; judged: number }[]> {
  const { rows } = await sql<{
    step: number;
    cases: number;
    confidence: number;
    right: number;
    judged: number;
  }>`
    select least(floor(confidence * 10 + 0.00001), 9)::int as step, count(*)::int as cases,
      coalesce(avg(confidence) filter (where verdict is not null), avg(confidence))::float as confidence,
      (count(*) filter (where verdict = 'right'))::int as right,
      (count(*) filter (where verdict is not null))::int as judged
    from learning_cases l
    where ${inPeriod(scope, filter)} and path = 'answer' and confidence is not null
    group by 1 order by 1`.execute(scope.db);
  return rows;
}

/** What people judged of the answers drawn by lot. */
export async function countJudged(
  scope: Scope,
  filter: FigureFilter,
): Promise<{ right: number; partly: number; wrong: number }> {
  const { rows } = await sql<{ right: number; partly: number; wrong: number }>`
    select (count(*) filter (where j.verdict = 'right'))::int as right,
      (count(*) filter (where j.verdict = 'partly'))::int as partly,
      (count(*) filter (where j.verdict = 'wrong'))::int as wrong
    from answer_judgements j
    join learning_cases l on l.workspace_id = j.workspace_id and l.decision_id = j.decision_id
    where ${inPeriod(scope, filter)}`.execute(scope.db);
  return rows[0] ?? { right: 0, partly: 0, wrong: 0 };
}
