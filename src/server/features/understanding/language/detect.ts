import { eld } from 'eld/small';
import { foldWord, functionWords } from './function-words.rules.ts';

/** A language (ISO 639-1) and how sure we are of it. */
export type LanguageReading = { value: string; confidence: number };

/** Languages a workspace may be written to in most often; near relatives of theirs need more proof. */
const COMMON = Object.keys(functionWords);
const MAX_CHARS = 2_000;
const FUNCTION_WORD = 0.06;
const COMMON_BONUS = 0.05;

/**
 * The language of a text: n-gram statistics of `eld`, with what the small words of the seven languages we
 * know best say for short texts. Below 0.5 nothing should be decided by it. `fallback` is returned for
 * texts without letters.
 */
export function detectLanguage(text: string, fallback = 'en'): LanguageReading {
  const clean = withoutCodes(text.slice(0, MAX_CHARS));
  const letters = clean.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return { value: fallback, confidence: 0.1 };
  const scores = scoresOf(clean);
  const ranked = Object.entries(scores).toSorted((one, other) => other[1] - one[1]);
  const [first, second] = ranked;
  if (first === undefined) return { value: fallback, confidence: 0.1 };
  const lead = first[1] - (second?.[1] ?? 0);
  const length = Math.min(1, letters / 20);
  const confidence = Math.min(0.99, 0.25 + 2.2 * lead * length + 0.35 * length);
  return { value: first[0], confidence };
}

function scoresOf(text: string): Record<string, number> {
  const scores: Record<string, number> = { ...eld.detect(text).getScores() };
  const words = text.split(/\s+/).map(foldWord);
  const share = FUNCTION_WORD * Math.min(2, 6 / Math.max(1, words.length));
  for (const language of COMMON) {
    const known = words.filter((word) => functionWords[language]?.has(word) === true).length;
    const base = scores[language];
    if (base !== undefined || known > 0)
      scores[language] = (base ?? 0.2) + COMMON_BONUS + Math.min(0.5, known * share);
  }
  return scores;
}

// Addresses, numbers and codes are written the same way in every language.
function withoutCodes(text: string): string {
  return text
    .replace(/https?:\/\/\S{1,500}|\S{1,100}@\S{1,100}/g, ' ')
    .replace(/\S{0,50}\d\S{0,50}/g, ' ');
}
