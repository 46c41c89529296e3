import type { Evidence } from '../../../../contracts/understanding.ts';
import { logistic, outsideLogit, probabilitiesOf } from './calibrate.rules.ts';
import type { ScopeSigns } from './calibrate.rules.ts';
import type { CategoryGuess, CategoryModel } from './category.types.ts';
import { coverageOf } from './coverage.rules.ts';
import { vectorOf, withMeaning } from './features.rules.ts';
import { marginsOf } from './linear.rules.ts';
import { nearnessOf } from './nearness.rules.ts';
import { wordsOf } from './tokens.rules.ts';

const RANKED = 5;

/** What a model makes of a text: under 2 ms for a message of 400 words among 150 categories. */
export function guessCategory(model: CategoryModel, text: string): CategoryGuess {
  const words = wordsOf(text);
  const margins = marginsFor(model, words);
  const probabilities = probabilitiesOf(margins, model.calibration.sharpness);
  const order = [...probabilities.keys()].toSorted(
    (one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0),
  );
  const [first] = order;
  if (first === undefined) return { category: null, confidence: 0, outOfScope: 1, ranked: [] };
  const outOfScope = outsideOf(model, { words, margin: margins[first] ?? 0, place: first });
  const ranked = order.slice(0, RANKED).map((place) => ({
    category: model.categories[place] ?? '',
    probability: probabilities[place] ?? 0,
  }));
  const confidence = (probabilities[first] ?? 0) * (1 - outOfScope);
  return { category: model.categories[first] ?? null, confidence, outOfScope, ranked };
}

/** What the out-of-scope score of a text is made of. */
export function scopeSigns(model: CategoryModel, text: string): ScopeSigns {
  const words = wordsOf(text);
  const margins = marginsFor(model, words);
  let best = 0;
  margins.forEach((margin, place) => {
    if (margin > (margins[best] ?? 0)) best = place;
  });
  return signsOf(model, { words, margin: margins[best] ?? -1, place: best });
}

function outsideOf(
  model: CategoryModel,
  given: { words: readonly string[]; margin: number; place: number },
): number {
  return logistic(outsideLogit(signsOf(model, given)) + model.calibration.shift);
}

function signsOf(
  { coverage, nearness }: CategoryModel,
  { words, margin, place }: { words: readonly string[]; margin: number; place: number },
): ScopeSigns {
  return {
    margin,
    coverage: coverageOf(coverage, words, place),
    nearness: nearness && nearnessOf(nearness, words, place),
  };
}

function marginsFor(model: CategoryModel, words: readonly string[]): Float32Array {
  const { vocabulary, nearness } = model;
  const grams = vectorOf(words, vocabulary);
  const meaning = nearness && nearness.meanings.of(words);
  return marginsOf(model.linear, withMeaning(grams, meaning, vocabulary));
}

/** The words of some messages that spoke most for a category, strongest first. */
export function tellingWords(
  model: CategoryModel,
  given: { category: string; messages: readonly { id: string; text: string }[] },
): Evidence[] {
  const place = model.categories.indexOf(given.category);
  const found = given.messages.flatMap(({ id, text }) =>
    [...text.slice(0, MAX_EVIDENCE_CHARS).matchAll(/[\p{L}\p{N}]{3,}/gu)].map((match) => ({
      weight: marginsFor(model, wordsOf(match[0]))[place] ?? 0,
      evidence: {
        message: id,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
      },
    })),
  );
  const bias = model.linear.bias[place] ?? 0;
  return found
    .filter(({ weight }) => weight > Math.max(bias, SPEAKS))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_WORDS)
    .map(({ evidence }) => evidence);
}

// A word that by itself comes nearer to the category than an average text does.
const SPEAKS = -0.6;
const MOST_WORDS = 5;
const MAX_EVIDENCE_CHARS = 600;
