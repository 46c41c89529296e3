import { eachGram } from './tokens.rules.ts';
import type { Block } from './tokens.rules.ts';

/** A text as a sparse vector of length 1: places in the vocabulary, ascending, and their values. */
export type Sparse = { readonly ids: Int32Array; readonly values: Float32Array };

/** The grams a model knows: hash to place, and what each is worth (inverse document frequency times its block's weight). */
export type Vocabulary = {
  readonly places: ReadonlyMap<number, number>;
  readonly worth: Float32Array;
  readonly blocks: Uint8Array;
};

/** The same for what a text means, beside all its grams together. */
const MEANING_WEIGHT = 0.7;

/** How much of a vector's length words, letters and pairs get: the best of a dozen mixes across sets, none far behind. */
export const BLOCK_WEIGHT: readonly number[] = [1, 1.2, 0.4];

/** Learns the vocabulary of a set of texts, keeping the `most` most widespread grams. */
export function learnVocabulary(texts: readonly (readonly string[])[], most: number): Vocabulary {
  const counted = countDocuments(texts);
  const least = texts.length > 1_500 ? 2 : 1;
  const kept = [...counted].filter(([, { count }]) => count >= least);
  if (kept.length > most) kept.sort((one, other) => other[1].count - one[1].count);
  kept.length = Math.min(kept.length, most);
  const worth = new Float32Array(kept.length);
  const blocks = new Uint8Array(kept.length);
  const places = new Map<number, number>();
  kept.forEach(([gram, { count, block }], place) => {
    places.set(gram, place);
    worth[place] = Math.log((1 + texts.length) / (1 + count)) + 1;
    blocks[place] = block;
  });
  return { places, worth, blocks };
}

/** The vector of a text; grams that the vocabulary does not know are left out. */
export function vectorOf(words: readonly string[], vocabulary: Vocabulary): Sparse {
  const counts = new Map<number, number>();
  eachGram(words, (gram) => {
    const place = vocabulary.places.get(gram);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  });
  const ids = Int32Array.from(counts.keys()).sort();
  const values = new Float32Array(ids.length);
  const squares = [0, 0, 0];
  ids.forEach((place, index) => {
    const value = (1 + Math.log(counts.get(place) ?? 1)) * (vocabulary.worth[place] ?? 0);
    values[index] = value;
    const block = vocabulary.blocks[place] ?? 0;
    squares[block] = (squares[block] ?? 0) + value * value;
  });
  return scaled(ids, values, { squares, blocks: vocabulary.blocks });
}

/** A vector with what the text means behind its grams; the grams alone where that is not known. */
export function withMeaning(
  { ids, values }: Sparse,
  meaning: Float32Array | null,
  { worth }: Vocabulary,
): Sparse {
  if (!meaning) return { ids, values };
  const total = Math.hypot(1, MEANING_WEIGHT);
  const joined = new Float32Array(values.length + meaning.length);
  joined.set(values.map((value) => value / total));
  joined.set(
    meaning.map((value) => (value * MEANING_WEIGHT) / total),
    values.length,
  );
  const places = new Int32Array(joined.length);
  places.set(ids);
  meaning.forEach((_, at) => (places[ids.length + at] = worth.length + at));
  return { ids: places, values: joined };
}

function scaled(
  ids: Int32Array,
  values: Float32Array,
  given: { squares: readonly number[]; blocks: Uint8Array },
): Sparse {
  const total = Math.hypot(...BLOCK_WEIGHT.filter((_, block) => (given.squares[block] ?? 0) > 0));
  const factors = given.squares.map((square, block) =>
    square === 0 ? 0 : (BLOCK_WEIGHT[block] ?? 0) / Math.sqrt(square) / total,
  );
  ids.forEach((place, index) => {
    values[index] = (values[index] ?? 0) * (factors[given.blocks[place] ?? 0] ?? 0);
  });
  return { ids, values };
}

function countDocuments(texts: readonly (readonly string[])[]) {
  const counted = new Map<number, { count: number; block: Block; last: number }>();
  texts.forEach((words, document) => {
    eachGram(words, (gram, block) => {
      const found = counted.get(gram);
      if (found === undefined) counted.set(gram, { count: 1, block, last: document });
      else if (found.last !== document) {
        found.count += 1;
        found.last = document;
      }
    });
  });
  return counted;
}
