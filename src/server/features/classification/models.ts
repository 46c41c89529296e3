import { createHash } from 'node:crypto';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import {
  createCategoryTrainer,
  unpackModel,
  type CategoryLesson,
  type CategoryModel,
} from '../understanding/index.ts';
import { lessonOf } from './lesson.ts';
import {
  findModel,
  findModelVersion,
  insertModel,
  listDescribedCategories,
  listFiled,
} from './models.store.ts';

export type CategoryModels = ReturnType<typeof createCategoryModels>;

const mostFiled = 3_000;
/** Models kept unpacked: a large one is 13 MB. */
const mostKept = 8;

/** The category model of each workspace: trained beside the event loop, kept in PostgreSQL, read when used. */
export function createCategoryModels({ database, clock, ids }: Core) {
  const kept = new Map<string, { version: number; model: CategoryModel }>();
  const trainer = createCategoryTrainer();

  function keep(workspaceId: string, one: { version: number; model: CategoryModel }) {
    kept.delete(workspaceId);
    kept.set(workspaceId, one);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    /** The model in use; null where none was trained. */
    async modelOf(scope: Scope): Promise<CategoryModel | null> {
      const newest = await findModelVersion(scope);
      if (!newest?.usable) return null;
      const known = kept.get(scope.workspaceId);
      if (known?.version === newest.version) return known.model;
      const stored = await findModel(scope, newest.version);
      if (!stored) return null;
      const model = unpackModel(new Uint8Array(stored.packed));
      keep(scope.workspaceId, { version: newest.version, model });
      return model;
    },

    /**
     * Trains on what the workspace teaches now, where that is different from the last time. A model that
     * is not as right as the one before on the cases held back does not take over. Handler of
     * `categories.train`; holds no transaction while it trains.
     */
    async train(workspaceId: string): Promise<void> {
      const read = await database.inWorkspace(workspaceId, async (scope) => {
        const lesson = lessonOf(
          await listDescribedCategories(scope),
          await listFiled(scope, mostFiled),
        );
        const last = await findModelVersion(scope);
        return { lesson, last, champion: last && (await findModel(scope, last.version)) };
      });
      const { lesson, last, champion } = read;
      if (lesson === null) return;
      const digest = digestOf(lesson);
      if (last?.digest === digest) return;
      const { packed, challenge } = await trainer.train(
        lesson,
        champion && { packed: new Uint8Array(champion.packed), lesson: champion.lesson },
      );
      const stays = challenge?.winner === 'champion';
      const { categories, examples, calibration } = unpackModel(packed);
      await database.inWorkspace(workspaceId, async (scope) => {
        // Another process may have trained meanwhile: its model stays, and the next change trains again.
        if ((await findModelVersion(scope))?.version !== last?.version) return;
        await insertModel(scope, {
          id: ids.next(),
          version: (last?.version ?? 0) + 1,
          packed,
          lesson: stays && champion ? champion.lesson : lesson,
          digest,
          categories: categories.length,
          examples,
          accuracy: calibration.accuracy,
          verdict: challenge === null ? 'first' : challenge.winner,
          judged: challenge,
          trainedAt: clock.now(),
        });
      });
    },

    close: (): Promise<void> => trainer.close(),
  };
}

function digestOf(lesson: CategoryLesson): string {
  return createHash('sha256').update(JSON.stringify(lesson)).digest('hex').slice(0, 32);
}
