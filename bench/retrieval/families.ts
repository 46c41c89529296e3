import type { Encode } from '../../src/server/platform/encoder/index.ts';
import { readWordVectors } from '../../src/server/features/knowledge/retrieval/words/word-vectors.ts';
import { lookUp, type Family } from './examples.ts';
import { readVenues, VENUES, type EvaluationSet } from './sets.ts';
import { SMALL_SIZES, smallBases, venueBases } from './small-bases.ts';

/** Looks up every question of some sets, of the small bases drawn from them and of the FAQs of the venues. */
export function readFamilies(
  folder: string,
  sets: readonly EvaluationSet[],
  encode: Encode,
): Family[] {
  const by = { vectors: readWordVectors(), encode };
  return sets.map((set) => {
    const drawn = SMALL_SIZES.map((size) => ({ size, bases: smallBases(set, size) }));
    if (set.name === VENUES) drawn.push({ size: 0, bases: venueBases(readVenues(folder)) });
    return {
      name: set.name,
      whole: lookUp(set.name, [set], by),
      small: drawn.map(({ size, bases }) => {
        const name = size === 0 ? 'FAQs of venues' : `${set.name} of ${size}`;
        return { size, bases, lookedUp: lookUp(name, bases, by) };
      }),
    };
  });
}
