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
export { createMeaningReader, type MeaningReader } from './meanings/text-meanings.ts';
export { createCategoryTrainer } from './categories/trainer.ts';
export {
  compilePatterns,
  findEntities,
  patternProblem,
  shippedPatterns,
  type CompiledPattern,
  type PatternProblem,
} from './entities/patterns.ts';
export { groupOf, sharedWords, signatureOf } from './incidents/similar.rules.ts';
export { readReply, wordsOfReply } from './replies/reply.rules.ts';
export { readCase, wholeOf, type Case, type ReadingContext } from './read-case.ts';
export { findInjection } from './injection/injection.rules.ts';
export { findPersonWish } from './requests/person.rules.ts';
export { findRisks, riskThresholdsOf, type RiskThresholds } from './risk/risk.rules.ts';
export { asksForNews, readRequestKind } from './requests/kind.rules.ts';
export { guessCategory } from './categories/guess.rules.ts';
export { measureIntents, OUT_OF_SCOPE } from './evaluation/measure-intents.rules.ts';
export { parseIntents } from './evaluation/read-intents.ts';
