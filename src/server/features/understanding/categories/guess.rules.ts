import type { Evidence } from '../../../../contracts/understanding.ts';
import { logistic, outsideLogit, probabilitiesOf } from './calibrate.rules.ts';
import type { ScopeSigns } from './calibrate.rules.ts';
import type { CategoryGuess, CategoryModel } from './category.types.ts';
import { vectorOf, withMeaning } from './features.rules.ts';
import { marginsOf } from './linear.rules.ts';
import { signsOf } from './scope.rules.ts';
import { wordsOf } from './tokens.rules.ts';

const RANKED = 5;

/** A text and what it means; null where that is not known. */
export interface MeantText {
  readonly text: string;
  readonly meaning: Float32Array | null;
}

/** What a model makes of a text: under 2 ms for a message of 400 words among 150 categories. */
export function guessCategory(model: CategoryModel, { text, meaning }: MeantText): CategoryGuess {
  const words = wordsOf(text);
  const margins = marginsFor(model, words, meaning);
  const probabilities = probabilitiesOf(margins, model.calibration.sharpness);
  const order = [...probabilities.keys()].toSorted(
    (one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0),
  );
  const [first] = order;
  if (first === undefined) return { category: null, confidence: 0, outOfScope: 1, ranked: [] };
  const logit = outsideLogit(signsOf(model, { words, meaning }, margins));
  const outOfScope = logistic(logit + model.calibration.shift);
  const ranked = order.slice(0, RANKED).map((place) => ({
    category: model.categories[place] ?? '',
    probability: probabilities[place] ?? 0,
  }));
  const confidence = (probabilities[first] ?? 0) * (1 - outOfScope);
  return { category: model.categories[first] ?? null, confidence, outOfScope, ranked };
}

/** What the out-of-scope score of a text is made of. */
export function scopeSigns(model: CategoryModel, { text, meaning }: MeantText): ScopeSigns {
  const words = wordsOf(text);
  return signsOf(model, { words, meaning }, marginsFor(model, words, meaning));
}

function marginsFor(
  { vocabulary, nearness, linear }: CategoryModel,
  words: readonly string[],
  meaning: Float32Array | null,
): Float32Array {
  return marginsOf(
    linear,
    withMeaning(vectorOf(words, vocabulary), nearness && meaning, vocabulary),
  );
}

/** The words of some messages that spoke most for a category, strongest first. */
export function tellingWords(
  model: CategoryModel,
  given: { category: string; messages: readonly { id: string; text: string }[] },
): Evidence[] {
  const place = model.categories.indexOf(given.category);
  const found = given.messages.flatMap(({ id, text }) =>
    [...text.slice(0, MAX_EVIDENCE_CHARS).matchAll(/[\p{L}\p{N}]{3,}/gu)].map((match) => ({
      weight: marginsFor(model, wordsOf(match[0]), null)[place] ?? 0,
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
