/** What Segue understands of a ticket: see `understand` for all of it together. */
export type {
  Category,
  CategoryExample,
  CategoryGuess,
  CategoryLesson,
  CategoryModel,
} from './categories/category.types.ts';
export { guessCategory } from './categories/guess.rules.ts';
export { packModel, unpackModel } from './categories/pack.rules.ts';
export { trainCategories } from './categories/train.rules.ts';
export { createCategoryTrainer } from './categories/trainer.ts';
export type { CategoryTrainer, Champion, Trained } from './categories/trainer.ts';
export { evaluateIntents } from './evaluation/evaluate-intents.rules.ts';
export type { IntentReport } from './evaluation/evaluate-intents.rules.ts';
export { readIntents } from './evaluation/read-intents.rules.ts';
export { OUT_OF_SCOPE } from './evaluation/measure-intents.rules.ts';
