/**
 * What Segue understands of a ticket: see `readCase` for all of it together. Languages are loaded when they
 * are asked for: their tables cost 150 MB of memory.
 */
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
export { challengeChampion } from './categories/corrections.rules.ts';
export type { Challenge } from './categories/corrections.rules.ts';
export { moveThreshold } from './categories/threshold.rules.ts';
export { compilePatterns, patternProblem, shippedPatterns } from './entities/patterns.ts';
export type { CompiledPattern, EntityPattern, PatternProblem } from './entities/patterns.ts';
export { ALIKE, incidentClusters, similarOpen } from './incidents/similar.rules.ts';
export type { IncidentCluster, Likeness, OpenTicket } from './incidents/similar.rules.ts';
export { loadUnderstand } from './load.ts';
export { readCase } from './read-case.ts';
export type { Case, ReadingContext } from './read-case.ts';
export { readReply } from './replies/reply.rules.ts';
export type { ReplyReading } from './replies/reply.rules.ts';
export { asksForPerson, findPersonWish } from './requests/person.rules.ts';
export { readRequestKind } from './requests/kind.rules.ts';
export { findRisks, SHIPPED_RISK_THRESHOLD } from './risk/risk.rules.ts';
export type { RiskThresholds } from './risk/risk.rules.ts';
export { moodOf, readSentiment } from './sentiment/sentiment.rules.ts';
export { readUrgency } from './urgency/urgency.rules.ts';
export type { UnderstandingContext } from './understand.ts';
