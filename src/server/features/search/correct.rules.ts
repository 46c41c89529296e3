/** What a misspelt word may have meant. */
import { wordsOf } from './highlight.rules.ts';

/** The word of the texts that is nearest to the misspelt one, or null when none is near. */
export function nearestWord(misspelt: string, texts: readonly string[]): string | null {
  const most = misspelt.length <= 4 ? 1 : misspelt.length <= 8 ? 2 : 3;
  let best: { word: string; distance: number } | null = null;
  for (const word of new Set(texts.flatMap(wordsOf))) {
    if (word === misspelt || Math.abs(word.length - misspelt.length) > most) continue;
    const distance = distanceBetween(misspelt, word);
    if (distance <= most && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
export function distanceBetween(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let place = 1; place <= b.length; place += 1) {
      const same = a[row - 1] === b[place - 1];
      const swapped = a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1];
      here[place] = Math.min(
        at(here, place - 1) + 1,
        at(last, place) + 1,
        at(last, place - 1) + (same ? 0 : 1),
        row > 1 && place > 1 && swapped ? at(before, place - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, here];
  }
  return at(last, b.length);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}
