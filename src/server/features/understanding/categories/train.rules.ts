import { learnSharpness, learnShift, outsideLogit, SHIPPED_SHARPNESS } from './calibrate.rules.ts';
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
import { marginsOf, trainLinear, type LinearOptions } from './linear.rules.ts';
import { signsOf } from './scope.rules.ts';
import { wordsOf } from './tokens.rules.ts';

/** Grams kept at most: 150 classes need 15 MB at one byte a gram and class. */
const MOST_GRAMS = 100_000;
/** A category with fewer examples also learns from its name and description. */
const FEW = 3;
const TRAINING = { cost: 1.5, passes: 20 };
/** From this many examples on one tenth is held back once; below, every third in turn. */
const MANY = 3_000;
/** Fewer cases say nothing of how sharp the softmax is to be. */
const LEAST_CASES = 40;

/**
 * Trains a model on a workspace's categories and examples; the same lesson always gives the same model.
 * Without meanings it knows the words of the examples alone.
 */
export function trainCategories(lesson: CategoryLesson, meanings: Meanings | null): CategoryModel {
  const names = lesson.categories.map((category) => category.name);
  const places = new Map(names.map((name, place) => [name, place]));
  const given = lesson.examples.filter(({ category }) => category === null || places.has(category));
  const examples = [...given, ...sayingsOfPoor(lesson.categories, given)];
  const texts = examples.map((example) => wordsOf(example.text));
  const labels = Int32Array.from(examples, ({ category }) =>
    category === null ? -1 : (places.get(category) ?? -1),
  );
  const vocabulary = learnVocabulary(texts, MOST_GRAMS);
  const known = examples.map(({ text }) => meanings && meanings.of(text));
  const vectors = texts.map((words, index) =>
    withMeaning(vectorOf(words, vocabulary), known[index] ?? null, vocabulary),
  );
  const classes = names.length;
  const features = vocabulary.worth.length + (meanings?.size ?? 0);
  const shape = { ...TRAINING, classes, features };
  const read: ReadExamples = { texts, known, vectors, labels };
  const size = meanings?.size ?? null;
  const own = learnFrom(read, { ...shape, size });
  return {
    version: 1,
    categories: names,
    examples: lesson.examples.length,
    vocabulary,
    ...own,
    calibration: calibrate(read, { ...shape, size }, given.length),
  };
}

/** What was read out of examples; their meanings are null where they are not known. */
interface ReadExamples {
  readonly texts: readonly (readonly string[])[];
  readonly known: readonly (Float32Array | null)[];
  readonly vectors: readonly Sparse[];
  readonly labels: Int32Array;
}

/** How large a model is, and how it is trained; no size of meanings for a model without. */
interface Shape extends LinearOptions {
  readonly classes: number;
  readonly features: number;
  readonly size: number | null;
}

type Learned = Pick<CategoryModel, 'linear' | 'coverage' | 'nearness'>;

function learnFrom({ texts, known, vectors, labels }: ReadExamples, shape: Shape): Learned {
  const { classes, size } = shape;
  return {
    linear: trainLinear(vectors, labels, shape),
    coverage: learnCoverage(texts, labels, classes),
    nearness: size === null ? null : learnNearness(known, labels, { classes, size }),
  };
}

// A category nobody gave (enough) examples of is known by its name and what its description says.
function sayingsOfPoor(
  categories: readonly Category[],
  given: readonly CategoryExample[],
): CategoryExample[] {
  const counts = new Map<string, number>();
  for (const { category } of given)
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  return categories.filter(({ name }) => (counts.get(name) ?? 0) < FEW).flatMap(sayings);
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

function calibrate(read: ReadExamples, shape: Shape, given: number): Calibration {
  const all = heldBack(read, shape);
  // What a description says twice is found again without fail, and shows nothing of what customers will write.
  const cases = all.filter(({ index }) => index < given);
  const right = cases.filter(({ margins, label }) => isBest(margins, label)).length;
  const isEnough = cases.length >= LEAST_CASES;
  return {
    sharpness: isEnough ? learnSharpness(cases) : SHIPPED_SHARPNESS,
    shift: learnShift(all.map(({ outside }) => outside)),
    cases: cases.length,
    accuracy: cases.length === 0 ? null : right / cases.length,
  };
}

/** What models say of examples they were not trained with. */
function heldBack({ texts, known, vectors, labels }: ReadExamples, shape: Shape) {
  const many = vectors.length >= MANY;
  const turns = many ? [0] : [0, 1, 2];
  const parts = many ? 10 : 3;
  if (vectors.length < 3 * shape.classes || shape.classes < 2) return [];
  return turns.flatMap((turn) => {
    const isKept = (_: unknown, index: number) => index % parts !== turn;
    const learned = learnFrom(
      {
        texts: texts.filter(isKept),
        known: known.filter(isKept),
        vectors: vectors.filter(isKept),
        labels: labels.filter(isKept),
      },
      shape,
    );
    return vectors.flatMap((vector, index) => {
      const label = labels[index] ?? -1;
      if (isKept(vector, index) || label < 0) return [];
      const margins = marginsOf(learned.linear, vector);
      const said = { words: texts[index] ?? [], meaning: known[index] ?? null };
      return [{ index, margins, label, outside: outsideLogit(signsOf(learned, said, margins)) }];
    });
  });
}

function isBest(margins: Float32Array, label: number): boolean {
  const wanted = margins[label] ?? 0;
  return margins.every((margin) => margin <= wanted);
}
