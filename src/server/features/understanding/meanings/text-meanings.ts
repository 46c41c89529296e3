import type { Encode, EncoderThread } from '../../../platform/encoder/index.ts';
import type { Meanings } from '../categories/category.types.ts';
import { MEANING_SIZE } from '../categories/nearness.rules.ts';
import { wordsOf } from '../categories/tokens.rules.ts';
import { isEnglish } from './english-words.ts';

/** What a message is about is said at its beginning; the time to read it grows with its length. */
const MOST_LETTERS = 300;

/** What texts mean by an encoder at hand; each text is encoded once. */
export function createMeanings(encode: Encode): Meanings {
  const known = new Map<string, Float32Array | null>();
  return {
    size: MEANING_SIZE,
    of(text) {
      const found = known.get(text);
      if (found !== undefined) return found;
      const encoded = encodable(text);
      const meaning = encoded === null ? null : meaningOf(encode(encoded));
      known.set(text, meaning);
      return meaning;
    },
  };
}

/** Says what a text means; null where that is not known. */
export type MeaningReader = (text: string) => Promise<Float32Array | null>;

/** What texts mean, read beside the event loop; nothing where there is no encoder. Rejects when its thread fails. */
export function createMeaningReader(encoder: EncoderThread | null): MeaningReader {
  return async (text) => {
    const encoded = encodable(text);
    if (encoder === null || encoded === null) return null;
    return meaningOf(await encoder.encode(encoded, true));
  };
}

/** The part of a text that says what it means; null for a text that is not in English. */
function encodable(text: string): string | null {
  const beginning = text.slice(0, MOST_LETTERS);
  return isEnglish(wordsOf(beginning)) ? beginning : null;
}

/** The meaning in what the encoder says of a text, scaled to length 1. */
function meaningOf(vector: Float32Array): Float32Array {
  const first = vector.subarray(0, MEANING_SIZE);
  const length = Math.hypot(...first) || 1;
  return first.map((value) => value / length);
}
