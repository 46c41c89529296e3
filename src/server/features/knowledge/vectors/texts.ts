import { createHash } from 'node:crypto';
import { passagesOf } from '../retrieval/index.ts';
import type { PublishedText } from './vectors.store.ts';

/** A passage as an embedder reads it, and the name its vector is kept under. */
export interface PassageText {
  readonly digest: string;
  readonly text: string;
}

/** What embedders take at least, whichever it is. */
const longest = 2_000;

/** The title of an article, and its passages under title and headings, each once. */
export function textsOf({ title, body }: Pick<PublishedText, 'title' | 'body'>): PassageText[] {
  const passages = passagesOf(body).map(
    ({ headings, start, end }) => `${[title, ...headings].join(' > ')}\n${body.slice(start, end)}`,
  );
  const texts = [title, ...passages].filter((text) => text.trim() !== '');
  return [...new Set(texts.map((text) => text.slice(0, longest)))].map((text) => ({
    digest: createHash('sha256').update(text).digest('hex').slice(0, 24),
    text,
  }));
}

/** A vector of length one as bytes; null where it has no direction. */
export function packVector(values: readonly number[]): Buffer | null {
  const length = Math.hypot(...values);
  if (!Number.isFinite(length) || length === 0) return null;
  return Buffer.from(Float32Array.from(values, (value) => value / length).buffer);
}

/** The vector in such bytes. */
export function unpackVector(bytes: Buffer): Float32Array {
  // Copied: a buffer of the database driver may begin at any byte.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
