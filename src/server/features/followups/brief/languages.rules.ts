import { functionWords } from './function-words.rules.ts';
import { fold, share, wordsOf } from './text.rules.ts';

/** How much of a text speaks for each language, most first; shares add up to 1. */
export type LanguageProfile = readonly { language: string; share: number }[];

const LANGUAGES = Object.entries(functionWords);
// Scripts that point to one language of ours or, failing that, to the most widely used one.
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** Weighs the function words of a text; a word that several languages share counts for each of them in part. */
export function profileLanguages(texts: readonly string[]): LanguageProfile {
  return sharesOf(countPoints(texts));
}

/** Best language of a text with a confidence that grows with the lead over the next and with the number of telling words. */
export function detectLanguage(texts: readonly string[]): { language: string; confidence: number } {
  const points = countPoints(texts);
  const [first, second] = sharesOf(points);
  if (first === undefined) return { language: 'en', confidence: 0.1 };
  const lead = first.share - (second?.share ?? 0);
  const mass = Math.min(1, sum(points) / 4);
  return {
    language: first.language,
    confidence: share(0.2 + 0.75 * Math.min(1, lead * 1.6) * mass),
  };
}

function countPoints(texts: readonly string[]): Map<string, number> {
  const points = new Map<string, number>();
  for (const text of texts) countText(text, points);
  return points;
}

function sharesOf(points: ReadonlyMap<string, number>): LanguageProfile {
  const total = sum(points);
  if (total === 0) return [];
  return [...points]
    .map(([language, value]) => ({ language, share: value / total }))
    .toSorted((one, other) => other.share - one.share);
}

function sum(points: ReadonlyMap<string, number>): number {
  return [...points.values()].reduce((total, value) => total + value, 0);
}

function countText(text: string, points: Map<string, number>): void {
  const add = (language: string, value: number) =>
    points.set(language, (points.get(language) ?? 0) + value);
  if (/[^\x00-\u024f]/.test(text)) {
    for (const [language, script] of SCRIPTS) add(language, (text.match(script)?.length ?? 0) / 4);
  }
  for (const word of wordsOf(fold(text))) {
    const owners = LANGUAGES.filter(([, words]) => words.has(word));
    for (const [language] of owners) add(language, 1 / owners.length ** 2);
  }
}
