import type { PredictedAnswer, PredictedCategory } from '../../../contracts/evaluations.ts';
import type { KnowledgeAnswer } from '../../../contracts/answers.ts';
import type { CategoryModels } from '../classification/index.ts';
import {
  guessCategory,
  OUT_OF_SCOPE,
  unpackModel,
  type CategoryLesson,
  type CategoryModel,
  type MeaningReader,
} from '../understanding/index.ts';
import type { ItemRow } from './items.store.ts';

/** What a model says of a case, by the case's place. */
type CategoryPrediction = { position: number; predicted: PredictedCategory };

const folds = 5;
const keptPassages = 10;
const keptChars = 1_200;

/** An answer of the knowledge base as it is kept with its case. */
export function predictedOf(answer: KnowledgeAnswer): PredictedAnswer {
  return {
    ranked: answer.passages.slice(0, keptPassages).map((passage, place) => ({
      article: passage.articleId,
      title: passage.title,
      headings: passage.headings,
      // What is read is the first few; the rest is there to be counted.
      text: place < 3 ? passage.text.slice(0, keptChars) : '',
      score: passage.score,
    })),
    decision: answer.decision,
    confidence: answer.confidence,
    answer: answer.answer,
    citations: answer.citations.map(({ articleId, title, quote }) => ({
      article: articleId,
      title,
      quote,
    })),
  };
}

/** What a model says of cases, in their order. */
export function predictCategories(
  rows: readonly ItemRow[],
  model: CategoryModel,
  meaningOf: MeaningReader,
): Promise<CategoryPrediction[]> {
  return Promise.all(
    rows.map(async (row) => {
      const text = textOf(row);
      const guess = guessCategory(model, { text, meaning: await meaningOf(text) });
      const { category, confidence, outOfScope } = guess;
      return { position: row.position, predicted: { label: category, confidence, outOfScope } };
    }),
  );
}

/**
 * What models say of tickets they have not learned from: each fifth is asked of a model trained on the
 * rest, beside the event loop. `told` hears of every fifth; false from it ends the work.
 */
export async function crossPredict(
  rows: readonly ItemRow[],
  categories: CategoryLesson['categories'],
  { createTrainer, meaningOf }: Pick<CategoryModels, 'createTrainer' | 'meaningOf'>,
  told: (predictions: CategoryPrediction[]) => Promise<boolean>,
): Promise<void> {
  const trainer = createTrainer();
  try {
    for (let fold = 0; fold < folds; fold += 1) {
      const held = rows.filter(({ position }) => position % folds === fold);
      const rest = rows.filter(({ position }) => position % folds !== fold);
      if (held.length === 0) continue;
      const { packed } = await trainer.train({ categories, examples: rest.map(exampleOf) });
      const model = unpackModel(packed);
      if (!(await told(await predictCategories(held, model, meaningOf)))) return;
    }
  } finally {
    await trainer.close();
  }
}

/** The text of a case about categories. */
function textOf({ given }: ItemRow): string {
  return 'text' in given && typeof given.text === 'string' ? given.text : '';
}

function exampleOf(row: ItemRow) {
  const label = row.gold?.label ?? OUT_OF_SCOPE;
  return { text: textOf(row), category: label === OUT_OF_SCOPE ? null : label };
}
