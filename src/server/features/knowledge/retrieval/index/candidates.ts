import type { Collection, SensesNear } from './collection.ts';
import type { Scores } from './scoring.ts';

/** The scores of the parts of a question, and how much each counts for being looked at closely. */
export interface ScoredPart {
  scores: Scores;
  weight: number;
}

/**
 * The slots of the articles worth a closer look, best first: by text, title and best passage together,
 * each divided by its best value.
 */
export function candidatesOf(
  parts: readonly ScoredPart[],
  collection: Collection,
  most: number,
): number[] {
  const total = new Float32Array(collection.slotEnd);
  for (const { scores, weight } of parts) {
    addScaled(total, scores.article, weight);
    addScaled(total, scores.best, weight);
    addScaled(total, scores.full, weight * 1.5);
  }
  return topSlots(total, collection, most);
}

function addScaled(total: Float32Array, values: Float32Array, weight: number): void {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) largest = Math.max(largest, values[i] as number);
  if (largest === 0) return;
  const by = weight / largest;
  for (let i = 0; i < values.length; i += 1)
    total[i] = (total[i] as number) + (values[i] as number) * by;
}

/** The living slots with the largest positive values, largest first. */
function topSlots(values: Float32Array, collection: Collection, most: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot] ?? 0;
    if (value <= least || !collection.recordAt(slot)) continue;
    found.push(slot);
    if (found.length < most * 4) continue;
    found.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    found.length = most;
    least = values[found.at(-1) ?? 0] ?? 0;
  }
  return found.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, most);
}

/** The slots of the articles whose title or best passage is nearest in meaning, nearest first. */
export function nearestInMeaning(
  near: SensesNear | null,
  collection: Collection,
  most: number,
): number[] {
  const values = new Float32Array(collection.slotEnd);
  if (!near) return [];
  // Cosines lie above -1: an article that is far away still comes before none.
  for (let slot = 0; slot < values.length; slot += 1) values[slot] = 2 + (near.titles[slot] ?? 0);
  for (let unit = 0; unit < collection.unitEnd; unit += 1) {
    const slot = collection.slotOf(unit);
    values[slot] = Math.max(values[slot] as number, 2 + (near.passages[unit] ?? 0));
  }
  return topSlots(values, collection, most);
}
