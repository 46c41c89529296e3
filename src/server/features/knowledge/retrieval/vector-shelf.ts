import type { Collection } from './index/collection.ts';

/** How near the nearest passage of each article is to a question, as a cosine. */
export type Nearness = ReadonlyMap<string, number>;

/** Vectors of the passages of articles, searched exactly. */
export interface VectorShelf {
  /** Puts those of an article in the place of the ones it had; none takes it out. */
  put(articleId: string, vectors: readonly Float32Array[]): void;
  /** What is known of the articles whose vectors are as long as the one asked about. */
  nearness(asked: Float32Array): Nearness;
}

/** A vector in bytes; a product with it times `step` is a cosine. */
interface Packed {
  readonly bytes: Int8Array;
  readonly step: number;
}

const LARGEST = 127;

/** An empty shelf: 512 bytes a passage, and about a millisecond for four thousand of them. */
export function createVectorShelf(): VectorShelf {
  const byArticle = new Map<string, readonly Packed[]>();
  return {
    put(articleId, vectors) {
      if (vectors.length === 0) byArticle.delete(articleId);
      else byArticle.set(articleId, vectors.map(pack));
    },
    nearness(asked) {
      const found = new Map<string, number>();
      for (const [articleId, packed] of byArticle) {
        if (packed[0]?.bytes.length !== asked.length) continue;
        const nearest = packed.reduce((best, one) => Math.max(best, cosine(asked, one)), -1);
        found.set(articleId, nearest);
      }
      return found;
    },
  };
}

/** Where the articles nearest to a question stand in a collection. */
export function nearestSlots(nearness: Nearness, collection: Collection, most: number): number[] {
  const nearest = [...nearness].sort(([, one], [, other]) => other - one).slice(0, most);
  const wanted = new Set(nearest.map(([articleId]) => articleId));
  const slots: number[] = [];
  for (let slot = 0; slots.length < wanted.size && slot < collection.slotEnd; slot += 1) {
    const record = collection.recordAt(slot);
    if (record && wanted.has(record.article.id)) slots.push(slot);
  }
  return slots;
}

/** How many standard deviations each of some articles is nearer than they are on average; unknown ones 0. */
export function standOut(articleIds: readonly string[], nearness: Nearness): number[] {
  const known = articleIds.flatMap((id) => nearness.get(id) ?? []);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, known.length)) || 1;
  return articleIds.map((id) => ((nearness.get(id) ?? mean) - mean) / deviation);
}

function pack(vector: Float32Array): Packed {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const bytes = Int8Array.from(vector, (value) => Math.round((value / largest) * LARGEST));
  return { bytes, step: 1 / (Math.hypot(...bytes) || 1) };
}

/** Four sums at once: none waits for the one before it. */
function cosine(asked: Float32Array, { bytes, step }: Packed): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const end = asked.length - (asked.length % 4);
  for (let i = 0; i < end; i += 4) {
    a += (asked[i] as number) * (bytes[i] as number);
    b += (asked[i + 1] as number) * (bytes[i + 1] as number);
    c += (asked[i + 2] as number) * (bytes[i + 2] as number);
    d += (asked[i + 3] as number) * (bytes[i + 3] as number);
  }
  for (let i = end; i < asked.length; i += 1) a += (asked[i] as number) * (bytes[i] as number);
  return (a + b + c + d) * step;
}
