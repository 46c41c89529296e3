import type { KnowledgeAnswer } from '../../../contracts/answers.ts';
import { MOST_EVALUATED } from '../../../contracts/evaluations.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Question } from '../knowledge/index.ts';
import type { CategoryModels } from '../classification/index.ts';
import type { Prediction } from './evaluation.types.ts';
import { listEvaluations, moveOn, type EvaluationRow } from './evaluations.store.ts';
import { listItems, savePredictions, type ItemRow } from './items.store.ts';
import { measureAnswers, measureCategories } from './measure.ts';
import { crossPredict, predictCategories, predictedOf } from './predict.ts';

export interface RunDeps extends Core {
  /** What the knowledge base says to a customer. */
  readonly ask: (workspaceId: string, question: Question) => Promise<KnowledgeAnswer>;
  readonly models: Pick<CategoryModels, 'modelOf' | 'meaningOf' | 'createTrainer'>;
}

type Predictions = { position: number; predicted: Prediction }[];

const batch = 20;

/** Carries runs out: asks, keeps what was said, and only then looks at what is right. */
export function createEvaluationRunner({ database, clock, ask, models }: RunDeps) {
  const within = <Result>(workspaceId: string, work: (scope: Scope) => Promise<Result>) =>
    database.inWorkspace(workspaceId, work);

  /** Keeps predictions; false where the run was cancelled. */
  async function keep(
    { workspaceId, id }: { workspaceId: string; id: string },
    predictions: Predictions,
    done: number,
  ): Promise<boolean> {
    return within(workspaceId, async (scope) => {
      await savePredictions(scope, id, predictions);
      scope.record({ type: 'evaluation.changed', evaluationId: id });
      return moveOn(scope, id, { state: 'running', done });
    });
  }

  async function askAll(workspaceId: string, { id, total }: EvaluationRow): Promise<boolean> {
    for (;;) {
      const rows = await within(workspaceId, (scope) =>
        listItems(scope, id, { most: batch, open: true }),
      );
      const [first] = rows;
      if (!first) return true;
      const predictions: Predictions = [];
      for (const { position, given } of rows) {
        const predicted = predictedOf(await ask(workspaceId, given as Question));
        predictions.push({ position, predicted });
      }
      const done = Math.min(total, first.position + rows.length);
      if (!(await keep({ workspaceId, id }, predictions, done))) return false;
    }
  }

  async function fileAll(workspaceId: string, run: EvaluationRow): Promise<boolean> {
    const { id, source } = run;
    const rows = await within(workspaceId, (scope) =>
      listItems(scope, id, { most: MOST_EVALUATED }),
    );
    if (source === 'tickets') return crossAll(workspaceId, id, rows);
    const model = await within(workspaceId, models.modelOf);
    if (model === null)
      throw new Error('There is no category model yet: give categories examples.');
    const predictions = await predictCategories(rows, model, models.meaningOf);
    return keep({ workspaceId, id }, predictions, rows.length);
  }

  async function crossAll(workspaceId: string, id: string, rows: ItemRow[]): Promise<boolean> {
    const names = new Set(rows.flatMap(({ gold }) => gold?.label ?? []));
    if (names.size < 2)
      throw new Error(
        'People have filed tickets under fewer than two categories: nothing to tell apart.',
      );
    let done = 0;
    let goesOn = true;
    await crossPredict(
      rows,
      [...names].map((name) => ({ name })),
      models,
      async (predictions) => {
        done += predictions.length;
        goesOn = await keep({ workspaceId, id }, predictions, done);
        return goesOn;
      },
    );
    return goesOn;
  }

  async function finish(workspaceId: string, { id, kind, settings }: EvaluationRow): Promise<void> {
    await within(workspaceId, async (scope) => {
      const rows = await listItems(scope, id, { most: MOST_EVALUATED });
      const measure = kind === 'answers' ? measureAnswers : measureCategories;
      const metrics = measure(rows, settings.threshold);
      await moveOn(scope, id, { state: 'done', metrics, at: clock.now() });
      scope.record({ type: 'evaluation.changed', evaluationId: id });
    });
  }

  /** Handler of `evaluation.run`: goes on where it was left, and says why where it cannot. */
  return async (workspaceId: string, evaluationId: string): Promise<void> => {
    const [run] = await within(workspaceId, (scope) =>
      listEvaluations(scope, { id: evaluationId, most: 1 }),
    );
    if (run?.state !== 'queued' && run?.state !== 'running') return;
    try {
      const isWhole =
        run.kind === 'answers' ? await askAll(workspaceId, run) : await fileAll(workspaceId, run);
      if (isWhole) await finish(workspaceId, run);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await within(workspaceId, async (scope) => {
        const failed = { state: 'failed', error: reason.slice(0, 500), at: clock.now() } as const;
        await moveOn(scope, evaluationId, failed);
        scope.record({ type: 'evaluation.changed', evaluationId });
      });
    }
  };
}
