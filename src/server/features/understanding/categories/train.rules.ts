import { learnSharpness, SHIPPED_SHARPNESS } from './calibrate.rules.ts';
import type {
  Calibration,
  Category,
  CategoryExample,
  CategoryLesson,
  CategoryModel,
  Meanings,
} from './category.types.ts';
import { withoutFunctionWords } from '../language/function-words.rules.ts';
import { learnCoverage } from './coverage.rules.ts';
import { learnVocabulary, vectorOf, withMeaning } from './features.rules.ts';
import type { Sparse } from './features.rules.ts';
import { learnNearness } from './nearness.rules.ts';
import { marginsOf, trainLinear } from './linear.rules.ts';
import { wordsOf } from './tokens.rules.ts';

/** Grams kept at most: 150 classes need 15 MB at one byte a gram and class. */
const MOST_GRAMS = 100_000;
/** A category with fewer examples also learns from its name and description. */
const FEW = 3;
const TRAINING = { cost: 1.5, passes: 20 };
/** From this many examples on one tenth is held back once; below, every third in turn. */
const MANY = 3_000;

/**
 * Trains a model on a workspace's categories and examples; the same lesson always gives the same model.
 * Without meanings it knows the words of the examples alone.
 */
export function trainCategories(lesson: CategoryLesson, meanings: Meanings | null): CategoryModel {
  const names = lesson.categories.map((category) => category.name);
  const places = new Map(names.map((name, place) => [name, place]));
  const examples = withDescriptions(lesson, places);
  const texts = examples.map((example) => wordsOf(example.text));
  const labels = Int32Array.from(examples, ({ category }) =>
    category === null ? -1 : (places.get(category) ?? -1),
  );
  const vocabulary = learnVocabulary(texts, MOST_GRAMS);
  const senses = texts.map((words) => meanings && meanings.of(words));
  const vectors = texts.map((words, index) =>
    withMeaning(vectorOf(words, vocabulary), senses[index] ?? null, vocabulary),
  );
  const classes = names.length;
  const features = vocabulary.worth.length + (meanings?.size ?? 0);
  const shape = { ...TRAINING, classes, features };
  const linear = trainLinear(vectors, labels, shape);
  return {
    version: 1,
    categories: names,
    examples: lesson.examples.length,
    vocabulary,
    linear,
    coverage: learnCoverage(texts, labels, classes),
    nearness: meanings && learnNearness(senses, labels, { classes, meanings }),
    calibration: calibrate(vectors, labels, shape),
  };
}

// A category nobody gave (enough) examples of is known by its name and what its description says.
function withDescriptions(
  lesson: CategoryLesson,
  places: ReadonlyMap<string, number>,
): CategoryExample[] {
  const counts = new Map<string, number>();
  const known = lesson.examples.filter(({ category }) => category === null || places.has(category));
  for (const { category } of known)
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  const poor = lesson.categories.filter(({ name }) => (counts.get(name) ?? 0) < FEW);
  return [...known, ...poor.flatMap(sayings)];
}

function sayings({ name, description = '' }: Category): CategoryExample[] {
  const spoken = name.replace(/[_\-/.]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const parts = description
    .split(/[.;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const texts = [`${spoken} ${description}`.trim(), spoken, ...(parts.length > 1 ? parts : [])];
  return [...new Set(texts.map(withoutFunctionWords))].map((text) => ({ text, category: name }));
}

function calibrate(
  vectors: readonly Sparse[],
  labels: Int32Array,
  shape: { classes: number; features: number; cost: number; passes: number },
): Calibration {
  const cases = heldBackMargins(vectors, labels, shape);
  const right = cases.filter(({ margins, label }) => isBest(margins, label)).length;
  return {
    sharpness: cases.length < 40 ? SHIPPED_SHARPNESS : learnSharpness(cases),
    shift: 0,
    cases: cases.length,
    accuracy: cases.length === 0 ? null : right / cases.length,
  };
}

function heldBackMargins(
  vectors: readonly Sparse[],
  labels: Int32Array,
  shape: { classes: number; features: number; cost: number; passes: number },
) {
  const many = vectors.length >= MANY;
  const turns = many ? [0] : [0, 1, 2];
  const parts = many ? 10 : 3;
  if (vectors.length < 3 * shape.classes || shape.classes < 2) return [];
  return turns.flatMap((turn) => {
    const isBack = (index: number) => index % parts === turn;
    const kept = vectors.filter((_, index) => !isBack(index));
    const model = trainLinear(
      kept,
      labels.filter((_, index) => !isBack(index)),
      shape,
    );
    return vectors.flatMap((vector, index) => {
      const label = labels[index] ?? -1;
      return isBack(index) && label >= 0 ? [{ margins: marginsOf(model, vector), label }] : [];
    });
  });
}

function isBest(margins: Float32Array, label: number): boolean {
  const wanted = margins[label] ?? 0;
  return margins.every((margin) => margin <= wanted);
}
