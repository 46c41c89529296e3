import { Worker } from 'node:worker_threads';
import type { CategoryLesson } from './category.types.ts';
import type { Challenge } from './corrections.rules.ts';

/** A model just trained, as bytes to store, and how it did against the one before. */
export interface Trained {
  packed: Uint8Array;
  challenge: Omit<Challenge, 'model'> | null;
}

/** The model in use and what it learned from. */
export interface Champion {
  packed: Uint8Array;
  lesson: CategoryLesson;
}

/** What the thread is asked for. */
export interface TrainingOrder {
  lesson: CategoryLesson;
  champion: Champion | null;
  /** Whether the model is to know what texts mean. */
  hasEncoder: boolean;
}

/** Trains category models beside the event loop, one at a time, in the order asked for. */
export interface CategoryTrainer {
  /** Trains on a lesson; with a champion, the better of both is returned. Rejects when the thread fails or `close` was called. */
  train(lesson: CategoryLesson, champion?: Champion): Promise<Trained>;
  /** Ends the thread that is at work. */
  close(): Promise<void>;
}

const WORKER = new URL('./trainer.worker.ts', import.meta.url);

/** A trainer with a thread for each training, so that no memory stays behind. */
export function createCategoryTrainer({ hasEncoder }: { hasEncoder: boolean }): CategoryTrainer {
  let turn: Promise<unknown> = Promise.resolve();
  let current: Worker | null = null;
  let isClosed = false;

  async function runOne(lesson: CategoryLesson, champion: Champion | undefined): Promise<Trained> {
    if (isClosed) throw new Error('The category trainer is closed.');
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    current = worker;
    try {
      return await resultOf(worker, { lesson, champion: champion ?? null, hasEncoder });
    } finally {
      current = null;
      await worker.terminate();
    }
  }

  return {
    train(lesson, champion) {
      const mine = turn.then(() => runOne(lesson, champion));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      isClosed = true;
      await current?.terminate();
      await turn;
    },
  };
}

function resultOf(worker: Worker, order: TrainingOrder): Promise<Trained> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The training thread ended without a model.')));
    worker.postMessage(order);
  });
}
