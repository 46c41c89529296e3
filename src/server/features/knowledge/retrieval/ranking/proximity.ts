import type { QueryTerm, QueryTerms } from '../index/query-terms.ts';

/** How close together a question's words stand in a text. */
export interface Proximity {
  /** The part of neighbouring pairs of content words that stand within three words of each other, by idf. */
  pairs: number;
  /** The idf of the longest run of words taken over as they are, over that of all content words. */
  run: number;
}

const WITHIN = 3;
const LONGEST_SEQUENCE = 160;

/** Looks for a question's pairs and runs of words in a sequence of stems. */
export function proximityOf(query: QueryTerms, terms: Uint32Array): Proximity {
  return { pairs: pairsPart(query.content, terms), run: longestRun(query, terms) };
}

function placesOf(content: readonly QueryTerm[], terms: Uint32Array): Map<number, number[]> {
  const places = new Map<number, number[]>(content.map(({ term }) => [term, []]));
  places.delete(-1);
  terms.forEach((term, at) => places.get(term)?.push(at));
  return places;
}

/** The part of neighbouring pairs of content words that stand within three words of each other, by idf. */
export function pairsPart(content: readonly QueryTerm[], terms: Uint32Array): number {
  const places = placesOf(content, terms);
  let [near, all] = [0, 0];
  for (let i = 0; i + 1 < content.length; i += 1) {
    const [a, b] = [content[i], content[i + 1]];
    if (!a || !b) continue;
    const gain = a.idf + b.idf;
    all += gain;
    if (stand(places.get(a.term) ?? [], places.get(b.term) ?? [])) near += gain;
  }
  return all === 0 ? 0 : near / all;
}

/** Whether a place of one list is near a place of the other; both ascend. */
function stand(first: readonly number[], second: readonly number[]): boolean {
  let j = 0;
  for (const place of first) {
    while (j < second.length && (second[j] ?? 0) < place - WITHIN) j += 1;
    if (Math.abs((second[j] ?? -100) - place) <= WITHIN) return true;
  }
  return false;
}

function longestRun({ content, sequence }: QueryTerms, terms: Uint32Array): number {
  const gains = new Map(content.map(({ term, idf }) => [term, idf]));
  const total = content.reduce((sum, { idf }) => sum + idf, 0);
  if (total === 0) return 0;
  const asked = sequence.slice(0, LONGEST_SEQUENCE);
  let best = 0;
  let last = new Float32Array(asked.length + 1);
  for (const term of terms) {
    const row = new Float32Array(asked.length + 1);
    for (let j = 0; j < asked.length; j += 1) {
      if (asked[j] !== term) continue;
      row[j + 1] = (last[j] ?? 0) + (gains.get(term) ?? 0.05);
      best = Math.max(best, row[j + 1] ?? 0);
    }
    last = row;
  }
  return Math.min(1, best / total);
}
