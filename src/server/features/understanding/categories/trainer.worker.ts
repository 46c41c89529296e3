import { parentPort } from 'node:worker_threads';
import { challengeChampion } from './corrections.rules.ts';
import { createEncoder } from '../../../platform/encoder/index.ts';
import { createMeanings } from '../meanings/text-meanings.ts';
import { packModel, unpackModel } from './pack.rules.ts';
import { trainCategories } from './train.rules.ts';
import type { TrainingOrder } from './trainer.ts';

parentPort?.once('message', ({ lesson, champion, hasEncoder }: TrainingOrder) => {
  const meanings = hasEncoder ? createMeanings(createEncoder()) : null;
  if (champion === null) {
    const packed = packModel(trainCategories(lesson, meanings));
    parentPort?.postMessage({ packed, challenge: null });
    return;
  }
  const { model, ...challenge } = challengeChampion(unpackModel(champion.packed), {
    before: champion.lesson,
    after: lesson,
    meanings,
  });
  parentPort?.postMessage({ packed: packModel(model), challenge });
});
