import { sql } from 'kysely';
import type {
  Evaluation,
  EvaluationKind,
  EvaluationMetrics,
  EvaluationSettings,
} from '../../../contracts/evaluations.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

export interface EvaluationRow {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly source: Evaluation['source'];
  readonly name: string;
  readonly state: Evaluation['state'];
  readonly settings: EvaluationSettings;
  readonly metrics: EvaluationMetrics | null;
  readonly error: string | null;
  readonly total: number;
  readonly done: number;
  readonly startedBy: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** Runs, newest first; one, where an id is given. */
export async function listEvaluations(
  scope: Scope,
  { id = null, most }: { id?: string | null; most: number },
): Promise<EvaluationRow[]> {
  const { rows } = await sql<EvaluationRow>`
    select e.id, e.kind, e.source, e.name, e.state, e.settings, e.metrics, e.error, e.total, e.done,
      m.name as "startedBy", e.created_at as "createdAt", e.finished_at as "finishedAt"
    from evaluations e
    left join members m on m.workspace_id = e.workspace_id and m.id = e.started_by
    where e.workspace_id = ${scope.workspaceId} and (${id}::uuid is null or e.id = ${id}::uuid)
    order by e.created_at desc, e.id desc limit ${most}`.execute(scope.db);
  return rows;
}

export interface NewEvaluation {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly source: Evaluation['source'];
  readonly name: string;
  readonly settings: EvaluationSettings;
  readonly total: number;
  readonly startedBy: string;
  readonly createdAt: Date;
}

export async function insertEvaluation(scope: Scope, one: NewEvaluation): Promise<void> {
  await scope.db
    .insertInto('evaluations')
    .values({
      workspace_id: scope.workspaceId,
      id: one.id,
      kind: one.kind,
      source: one.source,
      name: one.name,
      state: 'queued',
      settings: toJson(one.settings),
      metrics: null,
      error: null,
      total: one.total,
      done: 0,
      started_by: one.startedBy,
      created_at: one.createdAt,
      finished_at: null,
    })
    .execute();
}

/** Moves a run on, unless it was cancelled meanwhile; false where it was, or is not there. */
export async function moveOn(
  scope: Scope,
  id: string,
  to:
    | { state: 'running'; done: number }
    | { state: 'done'; metrics: EvaluationMetrics; at: Date }
    | { state: 'failed'; error: string; at: Date }
    | { state: 'cancelled'; at: Date },
): Promise<boolean> {
  const result = await scope.db
    .updateTable('evaluations')
    .set({
      state: to.state,
      ...('done' in to && { done: to.done }),
      ...('metrics' in to && { metrics: toJson(to.metrics) }),
      ...('error' in to && { error: to.error }),
      ...('at' in to && { finished_at: to.at }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when there is no such run. */
export async function deleteEvaluation(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('evaluations')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
