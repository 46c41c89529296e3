/**
 * What Segue understands of a ticket: see `readCase` for all of it together. The reading of languages stands
 * apart, in `understand.ts`: its tables cost 150 MB of memory.
 */
export type {
  CategoryExample,
  CategoryLesson,
  CategoryModel,
} from './categories/category.types.ts';
export { unpackModel } from './categories/pack.rules.ts';
export { createCategoryTrainer } from './categories/trainer.ts';
export { groupOf, sharedWords, signatureOf } from './incidents/similar.rules.ts';
export { readCase } from './read-case.ts';
export { compilePatterns, findEntities, shippedPatterns } from './entities/patterns.ts';
