const SIZE = 4;

/** The hashed runs of four characters of a text's words, ascending, each once. */
export function gramsOf(text: string): Uint32Array {
  const plain = ` ${text.slice(0, 600).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const grams = new Set<number>();
  for (let i = 0; i + SIZE <= plain.length; i += 1) grams.add(hashAt(plain, i));
  return Uint32Array.from(grams).sort();
}

/** The part of runs that two texts share, between 0 and 1 (the cosine of the two sets). */
export function gramSimilarity(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared / Math.sqrt(a.length * b.length);
}

/** FNV-1a over four characters. */
function hashAt(text: string, at: number): number {
  let hash = 2166136261;
  for (let i = at; i < at + SIZE; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}
