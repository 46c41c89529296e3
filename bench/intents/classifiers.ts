import { createRequire } from 'node:module';
import type {
  IntentItem,
  IntentRow,
} from '../../src/server/features/understanding/evaluation/intents.types.ts';
import { createEncoder } from '../../src/server/platform/encoder/index.ts';
import { createMeanings } from '../../src/server/features/understanding/meanings/text-meanings.ts';
import { modelOf } from '../../src/server/features/understanding/evaluation/evaluate-intents.rules.ts';
import { guessCategory } from '../../src/server/features/understanding/categories/guess.rules.ts';
import { packModel } from '../../src/server/features/understanding/categories/pack.rules.ts';
import { OUT_OF_SCOPE } from '../../src/server/features/understanding/evaluation/measure-intents.rules.ts';

/** What is compared: learns from rows, then predicts texts. */
export type Classifier = {
  name: string;
  learn(
    train: readonly IntentRow[],
  ): Promise<{ predict(text: string): IntentItem; sizeBytes: number | null }>;
};

/** Ours, with the one configuration there is, or without the encoder. */
export const segue = ({ hasEncoder }: { hasEncoder: boolean }): Classifier => ({
  name: hasEncoder ? 'Segue' : 'Segue, words alone',
  learn(train) {
    const meanings = hasEncoder ? createMeanings(createEncoder()) : null;
    const model = modelOf({ train, val: [], meanings });
    const predict = (text: string) => {
      const guess = guessCategory(model, { text, meaning: meanings && meanings.of(text) });
      return {
        text,
        label: guess.category,
        confidence: guess.confidence,
        outOfScope: guess.outOfScope,
      };
    };
    return Promise.resolve({ predict, sizeBytes: packModel(model).length });
  },
});

/** wink-naive-bayes-text-classifier with words and pairs of words, as its documentation prepares them. */
export const wink: Classifier = {
  name: 'wink-naive-bayes',
  learn(train) {
    const require = createRequire(import.meta.url);
    const classifier = require('wink-naive-bayes-text-classifier')();
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    classifier.definePrepTasks([
      (text: string) => {
        const found = words(text);
        return [...found, ...found.slice(1).map((word, at) => `${found[at]}_${word}`)];
      },
    ]);
    classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    for (const { text, label = OUT_OF_SCOPE } of train)
      if (label !== OUT_OF_SCOPE) classifier.learn(text, label);
    classifier.consolidate();
    const predict = (text: string) => {
      const odds: [string, number][] = classifier.computeOdds(text);
      const [best] = odds;
      const lead = (best?.[1] ?? 0) - (odds[1]?.[1] ?? 0);
      return item(text, best?.[0] ?? null, 1 / (1 + 2 ** -lead));
    };
    return Promise.resolve({ predict, sizeBytes: null });
  },
};

/** fasttext.wasm.js with its usual settings for short texts. */
export const fasttext: Classifier = {
  name: 'fasttext.wasm.js',
  async learn(train) {
    const { getFastTextClass, getFastTextModule } = await import('fasttext.wasm.js');
    const FastText = await getFastTextClass({ getFastTextModule });
    const labels = [...new Set(train.map(({ label = OUT_OF_SCOPE }) => label))];
    const lines = train
      .filter(({ label }) => label !== OUT_OF_SCOPE)
      .map(({ text, label = '' }) => `__label__${labels.indexOf(label)} ${plain(text)}`);
    const url = `data:text/plain;base64,${Buffer.from(lines.join('\n')).toString('base64')}`;
    const options = {
      loss: 'softmax',
      dim: 100,
      epoch: 30,
      lr: 0.5,
      wordNgrams: 2,
      minn: 2,
      maxn: 5,
      bucket: 200_000,
      verbose: 0,
    };
    const model = (await new FastText().trainSupervised(url, options, () => undefined)) as {
      predict(
        text: string,
        count: number,
        least: number,
      ): { get(at: number): [number, string]; size(): number };
    };
    const predict = (text: string) => {
      const found = model.predict(`${plain(text)}\n`, 1, 0);
      const [share, label] = found.size() === 0 ? [0, ''] : found.get(0);
      return item(text, labels[Number(label.replace('__label__', ''))] ?? null, Math.min(1, share));
    };
    return { predict, sizeBytes: null };
  },
};

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

// Neither library knows of texts out of scope; their own probability is all there is.
function item(text: string, label: string | null, confidence: number): IntentItem {
  return { text, label, confidence, outOfScope: 1 - confidence };
}
