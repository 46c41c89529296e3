import type { CategoryModel, Meanings } from '../categories/category.types.ts';
import { guessCategory } from '../categories/guess.rules.ts';
import { moveThreshold } from '../categories/threshold.rules.ts';
import { trainCategories } from '../categories/train.rules.ts';
import type { IntentItem, IntentMetrics, IntentRow } from './intents.types.ts';
import { measureIntents, OUT_OF_SCOPE } from './measure-intents.rules.ts';

/** The sets of an evaluation: the test set may have no labels, and then nothing is measured. */
export interface IntentSets {
  train: readonly IntentRow[];
  val: readonly IntentRow[];
  test: readonly IntentRow[];
  /** What texts mean, for the models that are trained; null for models without. */
  meanings: Meanings | null;
}

/** Predictions for the test set in its order, and how good they were: together, by group and the mean of the groups. */
export interface IntentReport {
  metrics: { all: IntentMetrics; groups: Record<string, IntentMetrics> } | null;
  items: IntentItem[];
}

/** Trains one model a group with the one configuration there is, predicts, and only then looks at the labels. */
export function evaluateIntents({ train, val, test, meanings }: IntentSets): IntentReport {
  const items = predict({ train, val, meanings }, test.map(withoutLabel));
  if (test.every((row) => row.label === undefined)) return { metrics: null, items };
  const groups: Record<string, IntentMetrics> = {};
  for (const group of groupsOf(train)) {
    if (group === undefined) continue;
    const places = test.flatMap((row, place) => (row.group === group ? [place] : []));
    const only = <Item>(list: readonly Item[]) => list.filter((_, place) => places.includes(place));
    if (places.length > 0) groups[group] = measureIntents(only(test), only(items));
  }
  return { metrics: { all: measureIntents(test, items), groups }, items };
}

/** A model of some lines, with its out-of-scope threshold moved where labelled lines for that are given. */
export function modelOf({ train, val, meanings }: Omit<IntentSets, 'test'>): CategoryModel {
  const labels = [...new Set(train.map((row) => row.label ?? OUT_OF_SCOPE))];
  const names = labels.filter((label) => label !== OUT_OF_SCOPE);
  const examples = train.map(({ text, label = OUT_OF_SCOPE }) => ({
    text,
    category: label === OUT_OF_SCOPE ? null : label,
  }));
  const model = trainCategories(
    { categories: names.map((name) => ({ name })), examples },
    meanings,
  );
  const cases = val.map(({ text, label }) => ({
    text,
    isInside: label !== OUT_OF_SCOPE,
    meaning: meanings && meanings.of(text),
  }));
  return moveThreshold(model, cases);
}

function predict(
  { train, val, meanings }: Omit<IntentSets, 'test'>,
  texts: readonly IntentRow[],
): IntentItem[] {
  const models = new Map<string | undefined, CategoryModel>();
  const known = new Set(groupsOf(train));
  const modelFor = (group: string | undefined) => {
    const wanted = known.has(group) ? group : undefined;
    const isMine = (row: IntentRow) => wanted === undefined || row.group === wanted;
    const model =
      models.get(wanted) ??
      modelOf({ train: train.filter(isMine), val: val.filter(isMine), meanings });
    models.set(wanted, model);
    return model;
  };
  return texts.map(({ text, group }) => {
    const meaning = meanings && meanings.of(text);
    const guess = guessCategory(modelFor(group), { text, meaning });
    const { confidence, outOfScope } = guess;
    return { text, label: guess.category, confidence, outOfScope };
  });
}

function groupsOf(rows: readonly IntentRow[]): (string | undefined)[] {
  return [...new Set(rows.map((row) => row.group))];
}

function withoutLabel({ text, group }: IntentRow): IntentRow {
  return { text, group };
}
