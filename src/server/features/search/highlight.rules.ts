/** Marks what a search found, as plain pieces of text: nothing here is ever html. */
import type { Highlight } from '../../../contracts/search.ts';

/** A word that is looked for, folded, and its stem; `prefix`: the beginning of a word is enough. */
export interface Needle {
  readonly word: string;
  readonly stem: string;
  readonly prefix: boolean;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const shortestStem = 3;

/** Letters without a decomposition that PostgreSQL's unaccent writes as others. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Lower case without accents, as the index writes it. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => letters[letter] ?? letter);
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(wordPattern)].map(([word]) => fold(word));
}

function isHit(word: string, needles: readonly Needle[]): boolean {
  const folded = fold(word);
  return needles.some(
    (needle) =>
      folded === needle.word ||
      (needle.prefix && folded.startsWith(needle.word)) ||
      (needle.stem.length >= shortestStem && folded.startsWith(needle.stem)),
  );
}

/** How many of the needles stand in a text. */
export function countHits(text: string, needles: readonly Needle[]): number {
  const words = [...text.matchAll(wordPattern)].map(([word]) => word);
  return needles.filter((needle) => words.some((word) => isHit(word, [needle]))).length;
}

/** The whole text in pieces; joined they are the text as it was. */
export function highlight(text: string, needles: readonly Needle[]): Highlight {
  const pieces: Highlight = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (!isHit(match[0], needles)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}

/** The part of a text around its first hit, of about `length` characters, in one line. */
export function excerpt(text: string, needles: readonly Needle[], length: number): Highlight {
  const line = text.replace(/\s+/gu, ' ').trim();
  const first = [...line.matchAll(wordPattern)].find(([word]) => isHit(word, needles));
  const from = first ? wordBefore(line, first.index - length / 3) : 0;
  const cut = cutAt(line, from + length);
  const part = line.slice(from, cut).toWellFormed();
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...highlight(part, needles),
    ...(cut < line.length ? [{ text: ' …', hit: false }] : []),
  ];
}

function wordBefore(line: string, place: number): number {
  if (place <= 0) return 0;
  const gap = line.indexOf(' ', Math.floor(place));
  return gap === -1 || gap - place > 30 ? Math.floor(place) : gap + 1;
}

function cutAt(line: string, place: number): number {
  if (place >= line.length) return line.length;
  const gap = line.lastIndexOf(' ', place);
  return gap > place - 30 ? gap : place;
}
