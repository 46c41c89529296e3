import {
  MOST_EVALUATED,
  type Evaluation,
  type EvaluationChanges,
  type EvaluationItem,
  type EvaluationKind,
  type Outcome,
  type StartEvaluation,
} from '../../../contracts/evaluations.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { listArticleNames, readGround } from './cases.store.ts';
import type { NewCase } from './evaluation.types.ts';
import {
  deleteEvaluation,
  insertEvaluation,
  listEvaluations,
  moveOn,
  type EvaluationRow,
} from './evaluations.store.ts';
import { evaluationView, itemView } from './evaluations.view.ts';
import { gatherFile, gatherTickets } from './gather.ts';
import { insertItems, listItems, type ItemRow } from './items.store.ts';
import { createEvaluationRunner, type RunDeps } from './run.ts';

export interface EvaluationDeps extends RunDeps {
  readonly settingsOf: (scope: Scope) => Promise<Pick<WorkspaceSettings, 'bot' | 'classification'>>;
}

/** Who starts a run, and where. */
export interface Starter {
  readonly workspaceId: string;
  readonly memberId: string;
}

export type EvaluationService = ReturnType<typeof createEvaluationService>;

const mostListed = 50;
const mostChanges = 200;

/** Measuring the assistant on what people have answered before, and on files of questions. */
export function createEvaluationService(deps: EvaluationDeps) {
  const { database, clock, ids, settingsOf } = deps;

  async function thresholdOf(scope: Scope, kind: EvaluationKind): Promise<number | null> {
    const { bot, classification } = await settingsOf(scope);
    if (kind === 'answers') return bot.answers ? bot.minimumConfidence : null;
    return classification.categories ? classification.minimumConfidence : null;
  }

  async function begin(
    scope: Scope,
    cases: readonly NewCase[],
    one: Pick<EvaluationRow, 'kind' | 'source' | 'name'> & { memberId: string },
  ): Promise<Evaluation> {
    if (cases.length === 0)
      throw new AppError('request_invalid', 'There is nothing to ask.', {
        fields: [{ path: 'file', message: 'holds no case' }],
      });
    const id = ids.next();
    const threshold = await thresholdOf(scope, one.kind);
    const kept = cases.slice(0, MOST_EVALUATED);
    await insertEvaluation(scope, {
      id,
      kind: one.kind,
      source: one.source,
      name: one.name,
      settings: { threshold, ...(await readGround(scope)) },
      total: kept.length,
      startedBy: one.memberId,
      createdAt: clock.now(),
    });
    await insertItems(scope, id, kept);
    scope.record({ type: 'evaluation.started', evaluationId: id });
    return evaluationView(await get(scope, id));
  }

  return {
    run: createEvaluationRunner(deps),

    list: (workspaceId: string): Promise<Evaluation[]> =>
      database.inWorkspace(workspaceId, async (scope) =>
        (await listEvaluations(scope, { most: mostListed })).map(evaluationView),
      ),

    /** Starts a run on the workspace's own tickets. Throws `request_invalid` where there are none. */
    startOnTickets: ({ workspaceId, memberId }: Starter, { kind, most }: StartEvaluation) =>
      database.inWorkspace(workspaceId, async (scope) =>
        begin(scope, await gatherTickets(scope, kind, most), {
          kind,
          source: 'tickets',
          name: '',
          memberId,
        }),
      ),

    /** Starts a run on the lines of a file. Throws `request_invalid` with the line that does not fit. */
    startOnFile: (
      { workspaceId, memberId }: Starter,
      kind: EvaluationKind,
      file: { name: string; bytes: Buffer },
    ) =>
      database.inWorkspace(workspaceId, async (scope) =>
        begin(scope, await gatherFile(scope, kind, file), {
          kind,
          source: 'file',
          name: file.name.slice(0, 200),
          memberId,
        }),
      ),

    /** Ends a run that has not ended. Throws `not_found`. */
    cancel: (workspaceId: string, id: string): Promise<Evaluation> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await moveOn(scope, id, { state: 'cancelled', at: clock.now() });
        scope.record({ type: 'evaluation.changed', evaluationId: id });
        return evaluationView(await get(scope, id));
      }),

    /** Throws `not_found`. */
    remove: (workspaceId: string, id: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if (!(await deleteEvaluation(scope, id))) throw notFound('evaluation');
        scope.record({ type: 'evaluation.changed', evaluationId: id });
      }),

    /** Cases of a run in order, all or those of an outcome. Throws `not_found`. */
    items: (
      workspaceId: string,
      id: string,
      { outcome, after, limit }: { outcome?: Outcome | undefined; after: number; limit: number },
    ): Promise<{ items: EvaluationItem[]; next: number | null }> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const { kind } = await get(scope, id);
        const rows = await listItems(scope, id, { after, most: MOST_EVALUATED });
        const views = await viewsOf(scope, kind, rows);
        const fitting = views.filter((one) => outcome === undefined || one.outcome === outcome);
        const items = fitting.slice(0, limit);
        const last = items.at(-1);
        return { items, next: fitting.length > items.length && last ? last.position : null };
      }),

    /** Cases of two runs that came out differently. Throws `not_found`. */
    changes: (workspaceId: string, id: string, otherId: string): Promise<EvaluationChanges> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const [run, other] = [await get(scope, id), await get(scope, otherId)];
        const after = await listItems(scope, id, { most: MOST_EVALUATED });
        const before = await listItems(scope, otherId, { most: MOST_EVALUATED });
        const byKey = new Map(before.map((row) => [row.key, row]));
        const pairs = after.flatMap((row) => {
          const earlier = byKey.get(row.key);
          return earlier ? [{ row, earlier }] : [];
        });
        const now = await viewsOf(
          scope,
          run.kind,
          pairs.map(({ row }) => row),
        );
        const then = await viewsOf(
          scope,
          other.kind,
          pairs.map(({ earlier }) => earlier),
        );
        const changes = now.flatMap((one, place) => {
          const earlier = then[place];
          if (!earlier || !differs(earlier, one)) return [];
          return [{ question: one.question, before: earlier, after: one }];
        });
        return { changes: changes.slice(0, mostChanges), shared: pairs.length };
      }),
  };
}

async function get(scope: Scope, id: string): Promise<EvaluationRow> {
  const [row] = await listEvaluations(scope, { id, most: 1 });
  if (!row) throw notFound('evaluation');
  return row;
}

async function viewsOf(
  scope: Scope,
  kind: EvaluationKind,
  rows: readonly ItemRow[],
): Promise<EvaluationItem[]> {
  const names = [...new Set(rows.flatMap(({ gold }) => gold?.articles ?? []))];
  const titles = names.length === 0 ? new Map() : await listArticleNames(scope, names);
  return rows.map((row) => itemView(row, kind, titles));
}

function differs(before: EvaluationItem, after: EvaluationItem): boolean {
  return (
    before.outcome !== after.outcome ||
    before.answer?.decision !== after.answer?.decision ||
    before.answer?.ranked[0]?.article !== after.answer?.ranked[0]?.article ||
    before.category?.label !== after.category?.label
  );
}
