import { parentPort } from 'node:worker_threads';
import { challengeChampion } from './corrections.rules.ts';
import { shippedMeanings } from '../meanings/read-meanings.ts';
import { packModel, unpackModel } from './pack.rules.ts';
import { trainCategories } from './train.rules.ts';
import type { TrainingOrder } from './trainer.ts';

parentPort?.once('message', ({ lesson, champion }: TrainingOrder) => {
  const meanings = shippedMeanings();
  if (champion === null) {
    const packed = packModel(trainCategories(lesson, meanings));
    parentPort?.postMessage({ packed, challenge: null });
    return;
  }
  const { model, ...challenge } = challengeChampion(unpackModel(champion.packed, meanings), {
    before: champion.lesson,
    after: lesson,
    meanings,
  });
  parentPort?.postMessage({ packed: packModel(model), challenge });
});
