import type { BriefSentiment } from '../../../../contracts/briefs.ts';
import type { Evidence } from '../../../../contracts/understanding.ts';
import { foldText, spanOf } from '../text/folded.rules.ts';
import type { Folded, Span } from '../text/folded.rules.ts';
import { intensifiers, moodWords, negations } from './sentiment-words.rules.ts';

/** How one message sounds: -1 to 1, and the words that made it so. */
export type Mood = {
  readonly score: number;
  readonly spans: readonly (Span & { weight: number })[];
};

/** How a customer feels over their messages, and where that is going. */
export type SentimentReading = {
  value: BriefSentiment;
  score: number;
  confidence: number;
  trend: 'falling' | 'steady' | 'rising';
  /** Change of the score from the first third of the messages to the last. */
  change: number;
  evidence: Evidence[];
};

const exact = new Map<string, number>();
const stems: (readonly [string, number])[] = [];
for (const [weight, list] of moodWords)
  for (const word of list) {
    if (word.endsWith('*')) stems.push([word.slice(0, -1), weight]);
    else if (!exact.has(word)) exact.set(word, weight);
  }

const REACH = 3;
const WORD =
  /[\p{L}\p{N}']+|[!?]{2,}|:-?\(|:-?\)|[\u{1F600}-\u{1F64F}\u{2764}\u{1F44D}\u{1F44E}]/gu;
const SIGNS: Readonly<Record<string, number>> = {
  ':(': -2,
  ':-(': -2,
  ':)': 1,
  ':-)': 1,
  '😡': -3,
  '😠': -3,
  '🙁': -2,
  '😞': -2,
  '😢': -2,
  '😭': -2,
  '😀': 2,
  '😊': 2,
  '🙂': 1,
  '😍': 3,
  '❤': 2,
  '👍': 2,
  '👎': -2,
  '🙏': 1,
  '🙄': -2,
  '😤': -3,
};

/** Reads one message: words with a mood, turned round by negations, made stronger by intensifiers, capitals and signs. */
export function moodOf(text: string): Mood {
  const folded = foldText(text);
  const tokens = [...folded.text.matchAll(WORD)];
  const spans = tokens.flatMap((token, index) => {
    const weight = weightOf(token[0]);
    if (weight === 0) return [];
    const span = spanOf(folded, token.index, token.index + token[0].length);
    const turned = weight * contextOf(tokens, { index, folded }) * (isShouted(span.text) ? 1.4 : 1);
    return [{ ...span, weight: turned }];
  });
  const loud = Math.min(3, tokens.filter(([token]) => /^[!?]{2,}$/.test(token)).length);
  const sum = spans.reduce((total, { weight }) => total + weight, 0);
  const heated = sum < 0 ? sum - loud : sum + loud * (sum > 0 ? 1 : 0);
  return { score: heated / Math.sqrt(heated * heated + 20), spans };
}

/** Reads the messages of a customer in order; the last ones count most. */
export function readSentiment(messages: readonly { id: string; text: string }[]): SentimentReading {
  const moods = messages.map(({ text }) => moodOf(text));
  const score = weightedEnd(moods.map((mood) => mood.score));
  const change = changeOf(moods.map((mood) => mood.score));
  const evidence = messages.flatMap(({ id }, index) =>
    (moods[index]?.spans ?? []).map((span) => ({
      message: id,
      start: span.start,
      end: span.end,
      text: span.text,
      weight: span.weight,
    })),
  );
  const strongest = evidence
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, 6)
    .map(({ message, start, end, text }) => ({ message, start, end, text }));
  const confidence = evidence.length === 0 ? 0.4 : Math.min(0.95, 0.5 + Math.abs(score) / 2);
  return {
    value: bandOf(score),
    score,
    confidence,
    trend: trendOf(change),
    change,
    evidence: strongest,
  };
}

function bandOf(score: number): BriefSentiment {
  if (score <= -0.7) return 'very_negative';
  if (score <= -0.25) return 'negative';
  if (score < 0.3) return 'neutral';
  return score < 0.78 ? 'positive' : 'very_positive';
}

function trendOf(change: number): SentimentReading['trend'] {
  if (change <= -0.3) return 'falling';
  return change >= 0.3 ? 'rising' : 'steady';
}

function weightedEnd(scores: readonly number[]): number {
  let sum = 0;
  let total = 0;
  scores.forEach((score, index) => {
    // A message without any mood says little about it.
    const weight = 1.5 ** (index - scores.length) * (score === 0 ? 0.35 : 1);
    sum += score * weight;
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}

function changeOf(scores: readonly number[]): number {
  if (scores.length < 2) return 0;
  const size = Math.max(1, Math.floor(scores.length / 3));
  const mean = (part: readonly number[]) =>
    part.reduce((sum, score) => sum + score, 0) / part.length;
  return mean(scores.slice(-size)) - mean(scores.slice(0, size));
}

function weightOf(token: string): number {
  const known = exact.get(token) ?? SIGNS[token];
  if (known !== undefined) return known;
  return stems.find(([stem]) => token.startsWith(stem))?.[1] ?? 0;
}

function contextOf(
  tokens: readonly RegExpExecArray[],
  { index, folded }: { index: number; folded: Folded },
): number {
  let factor = 1;
  const at = tokens[index]?.index ?? 0;
  for (let back = 1; back <= REACH; back += 1) {
    const before = tokens[index - back];
    if (before === undefined) break;
    // A full stop or a comma ends what a word can reach.
    if (/[.,;:!?]/.test(folded.text.slice(before.index + before[0].length, at))) break;
    if (negations.has(before[0])) factor *= -0.7;
    if (back === 1) factor *= intensifiers.get(before[0]) ?? 1;
  }
  return factor;
}

function isShouted(text: string): boolean {
  return text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}
