import { parentPort } from 'node:worker_threads';
import { challengeChampion } from './corrections.rules.ts';
import { packModel, unpackModel } from './pack.rules.ts';
import { trainCategories } from './train.rules.ts';
import type { TrainingOrder } from './trainer.ts';

parentPort?.once('message', ({ lesson, champion }: TrainingOrder) => {
  if (champion === null) {
    parentPort?.postMessage({ packed: packModel(trainCategories(lesson)), challenge: null });
    return;
  }
  const { model, ...challenge } = challengeChampion(unpackModel(champion.packed), {
    before: champion.lesson,
    after: lesson,
  });
  parentPort?.postMessage({ packed: packModel(model), challenge });
});
