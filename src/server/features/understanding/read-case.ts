import type { Understanding } from '../../../contracts/understanding.ts';
import type { CategoryModel } from './categories/category.types.ts';
import { guessCategory, tellingWords } from './categories/guess.rules.ts';
import { findEntities } from './entities/patterns.ts';
import type { CompiledPattern } from './entities/patterns.ts';
import { readRequestKind } from './requests/kind.rules.ts';
import { findPersonWish } from './requests/person.rules.ts';
import { findRisks } from './risk/risk.rules.ts';
import type { RiskThresholds } from './risk/risk.rules.ts';
import { readSentiment } from './sentiment/sentiment.rules.ts';
import { readUrgency } from './urgency/urgency.rules.ts';

/** A ticket to understand: its subject and what the customer wrote, oldest first. */
export interface Case {
  subject?: { id: string; text: string };
  messages: readonly { id: string; text: string }[];
}

/** What a workspace brings: its model, its patterns and its thresholds. */
export interface ReadingContext {
  model: CategoryModel | null;
  /** What the whole case means; null where that is not known. */
  meaning: Float32Array | null;
  patterns?: readonly CompiledPattern[];
  riskThresholds?: RiskThresholds;
}

/**
 * What the embedded parts make of a ticket, but for its language, whose tables cost 150 MB of memory. Nothing
 * here asks a database, a clock or another machine.
 */
export function readCase(
  { subject, messages }: Case,
  { model, meaning, patterns = [], riskThresholds = {} }: ReadingContext,
): Omit<Understanding, 'language'> {
  const all = subject === undefined ? messages : [subject, ...messages];
  return {
    category: categoryOf(all, model, meaning),
    request: readRequestKind(all),
    sentiment: readSentiment(messages.length === 0 ? all : messages),
    urgency: readUrgency(all),
    risks: findRisks(all, riskThresholds),
    wantsPerson: findPersonWish(all),
    entities: all.flatMap((message) => findEntities(message, patterns)),
  };
}

/** The text of a case as a category model reads it. */
export function wholeOf({ subject, messages }: Case): string {
  return (subject === undefined ? messages : [subject, ...messages])
    .map(({ text }) => text)
    .join('\n');
}

function categoryOf(
  messages: readonly { id: string; text: string }[],
  model: CategoryModel | null,
  meaning: Float32Array | null,
): Understanding['category'] {
  const nothing = { value: null, confidence: 0, outOfScope: 1, ranked: [], evidence: [] };
  if (model === null || model.categories.length === 0) return nothing;
  const guess = guessCategory(model, { text: wholeOf({ messages }), meaning });
  if (guess.category === null) return nothing;
  return {
    value: guess.outOfScope < 0.5 ? guess.category : null,
    confidence: guess.confidence,
    outOfScope: guess.outOfScope,
    ranked: guess.ranked,
    evidence: tellingWords(model, { category: guess.category, messages }),
  };
}
