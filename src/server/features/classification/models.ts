import { createHash } from 'node:crypto';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { ENCODER, type EncoderThread } from '../../platform/encoder/index.ts';
import { notFound } from '../../platform/errors.ts';
import {
  createCategoryTrainer,
  createMeaningReader,
  readCase,
  unpackModel,
  wholeOf,
  type Case,
  type ReadingContext,
  type CategoryLesson,
  type CategoryModel,
} from '../understanding/index.ts';
import { lessonOf } from './lesson.ts';
import {
  acceptProposal,
  declineProposals,
  findLastTraining,
  findModel,
  findVersionInUse,
  insertModel,
  keepLatest,
  listDescribedCategories,
  listFiled,
  restoreModel,
} from './models.store.ts';
import type { StoredLesson } from './models.types.ts';

export type CategoryModels = ReturnType<typeof createCategoryModels>;

/** What was made of a case, and whether a model of the workspace's categories had a part in it. */
export type CaseReading = ReturnType<typeof readCase> & { readonly hasModel: boolean };

const mostFiled = 3_000;
/** Models kept unpacked: a large one is 13 MB. */
const mostKept = 8;

/** The category model of each workspace: trained beside the event loop, kept in PostgreSQL, read when used. */
export function createCategoryModels({
  database,
  clock,
  ids,
  encoder,
}: Core & { readonly encoder: EncoderThread | null }) {
  const kept = new Map<string, { version: number; model: CategoryModel }>();
  const hasEncoder = encoder !== null;
  const trainer = createCategoryTrainer({ hasEncoder });
  const meaningOf = createMeaningReader(encoder);

  function keep(workspaceId: string, one: { version: number; model: CategoryModel }) {
    kept.delete(workspaceId);
    kept.set(workspaceId, one);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  async function modelOf(scope: Scope): Promise<CategoryModel | null> {
    const version = await findVersionInUse(scope);
    if (version === undefined) return null;
    const known = kept.get(scope.workspaceId);
    if (known?.version === version) return known.model;
    const stored = await findModel(scope, version);
    if (!stored) return null;
    const model = unpackModel(new Uint8Array(stored.packed));
    keep(scope.workspaceId, { version, model });
    return model;
  }

  return {
    /** The model in use; null where none was trained. */
    modelOf,
    /** What texts mean, as models are trained with it. */
    meaningOf,
    /** A trainer for models that are not kept. */
    createTrainer: () => createCategoryTrainer({ hasEncoder }),

    /**
     * What the embedded parts make of a case, with the model in use. Not for within a transaction: what a text
     * means takes milliseconds, and longer where many ask at once.
     */
    async read(
      workspaceId: string,
      given: Case,
      context: Pick<ReadingContext, 'riskThresholds'> = {},
    ): Promise<CaseReading> {
      const model = await database.inWorkspace(workspaceId, modelOf);
      const meaning = model?.nearness ? await meaningOf(wholeOf(given)) : null;
      return { ...readCase(given, { ...context, model, meaning }), hasModel: model !== null };
    },

    /**
     * Trains on what the workspace teaches now, where that is different from the last time. A model that
     * is at least as right as the one in use on the cases held back is proposed, others are let go. It takes
     * over without being asked where there is none in use, or where that one knows other categories.
     * Handler of `categories.train`; holds no transaction while it trains.
     */
    async train(workspaceId: string): Promise<void> {
      const read = await database.inWorkspace(workspaceId, async (scope) => {
        const inUse = await findVersionInUse(scope);
        return {
          ...(await readLesson(scope)),
          champion: inUse === undefined ? undefined : await findModel(scope, inUse),
        };
      });
      const { lesson, last, champion } = read;
      if (lesson === null) return;
      const digest = digestOf(lesson, hasEncoder);
      if (last?.digest === digest) return;
      const judgedBy = champion && sameCategories(champion.lesson, lesson) ? champion : undefined;
      const { packed, challenge } = await trainer.train(
        lesson,
        judgedBy && { packed: new Uint8Array(judgedBy.packed), lesson: judgedBy.lesson },
      );
      const { categories, examples, calibration } = unpackModel(packed);
      const verdict = verdictOf(challenge, champion !== undefined);
      const version = (last?.version ?? 0) + 1;
      await database.inWorkspace(workspaceId, async (scope) => {
        // Another process may have trained meanwhile: its model stays, and the next change trains again.
        if ((await findLastTraining(scope))?.version !== last?.version) return;
        await declineProposals(scope);
        await insertModel(scope, {
          id: ids.next(),
          version,
          learned: verdict === 'champion' ? null : { packed, lesson },
          digest,
          categories: categories.length,
          examples,
          accuracy: calibration.accuracy,
          verdict,
          judged: challenge,
          trainedAt: clock.now(),
        });
        if (verdict === 'first' || verdict === 'challenger') await keepLatest(scope);
        scope.record({ type: 'model.trained', workspaceId });
      });
    },

    /** A person agrees to a proposed model, which takes over, or declines it. Throws `not_found`. */
    answer: (workspaceId: string, version: number, agrees: boolean): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const newest = await findLastTraining(scope);
        if (newest?.version !== version) throw notFound('training');
        if (!agrees) await declineProposals(scope);
        else if (await acceptProposal(scope, version)) await keepLatest(scope);
        else throw notFound('training');
        scope.record({ type: 'model.trained', workspaceId });
      }),

    /** Takes up an earlier model again. Throws `not_found` where one cannot go back to it. */
    goBack: (workspaceId: string, version: number): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await declineProposals(scope);
        const one = { id: ids.next(), at: clock.now() };
        if (!(await restoreModel(scope, version, one))) throw notFound('training');
        await keepLatest(scope);
        scope.record({ type: 'model.trained', workspaceId });
      }),

    /** Whether what is taught now is other than what was learned last. */
    async isLearning(scope: Scope): Promise<boolean> {
      const { lesson, last } = await readLesson(scope);
      return lesson !== null && last?.digest !== digestOf(lesson, hasEncoder);
    },

    close: (): Promise<void> => trainer.close(),
  };
}

/** What the workspace teaches now, and what was learned last. */
async function readLesson(scope: Scope) {
  const lesson = lessonOf(await listDescribedCategories(scope), await listFiled(scope, mostFiled));
  return { lesson, last: await findLastTraining(scope) };
}

/** Says whether a model would be another one. */
function digestOf(lesson: CategoryLesson, hasEncoder: boolean): string {
  const learned = JSON.stringify({ ...lesson, encoder: hasEncoder && ENCODER });
  return createHash('sha256').update(learned).digest('hex').slice(0, 32);
}

function verdictOf(
  challenge: { winner: 'champion' | 'challenger' } | null,
  hasChampion: boolean,
): 'first' | 'challenger' | 'champion' | 'proposed' {
  if (challenge === null) return hasChampion ? 'challenger' : 'first';
  return challenge.winner === 'challenger' ? 'proposed' : 'champion';
}

/** People who add, rename or delete categories have decided already. */
function sameCategories(before: StoredLesson, after: CategoryLesson): boolean {
  const namesOf = ({ categories }: Pick<CategoryLesson, 'categories'>) =>
    categories
      .map(({ name }) => name)
      .toSorted()
      .join('\n');
  return namesOf(before) === namesOf(after);
}
