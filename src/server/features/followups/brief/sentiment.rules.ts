import type { BriefSentiment } from '../../../../contracts/briefs.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { intensifiers, negations, sentimentWords } from './sentiment-words.rules.ts';
import { share, wordsOf } from './text.rules.ts';

const HAPPY = /[😀-😆😉-😍😘🙂🤗🥰👍❤💚💙🙏🎉✨]|(?:^|\s)(?::-?\)|;-?\)|:D|<3)/u;
const UNHAPPY = /[😠😡🤬😤👎😢😭🙄😞😒💢]|(?:^|\s)(?::-?\(|:-?\/)/u;
// "great....." is not meant.
const SARCASM = /\w(?:\.{3,}|…)$/u;

type Feeling = { sentence: Sentence; value: number };

/** The customer's mood: a small lexicon with negation and emphasis, the end of the chat counting three times its beginning. */
export function judgeSentiment(reading: Reading): {
  sentiment: BriefSentiment;
  confidence: number;
  support: readonly Sentence[];
} {
  const own = reading.sentences.filter((sentence) => sentence.side === 'customer');
  if (own.length === 0) return { sentiment: 'neutral', confidence: 0.1, support: [] };
  const feelings = own.map((sentence, place) => ({
    sentence,
    value: feelingOf(sentence) * (1 + (2 * place) / Math.max(1, own.length - 1)),
  }));
  const score =
    feelings.reduce((sum, feeling) => sum + feeling.value, 0) / (2 + Math.sqrt(own.length) * 1.5);
  return {
    sentiment: levelOf(score),
    confidence: certainty(score, feelings),
    support: supportOf(score, feelings),
  };
}

function levelOf(score: number): BriefSentiment {
  if (score <= -1.9) return 'very_negative';
  if (score <= -0.45) return 'negative';
  if (score < 0.75) return 'neutral';
  return score < 2.1 ? 'positive' : 'very_positive';
}

function feelingOf(sentence: Sentence): number {
  const words = wordsOf(sentence.folded);
  const spoken = words.reduce((sum, _word, place) => sum + wordFeeling(words, place), 0);
  const signs = (HAPPY.test(sentence.text) ? 1 : 0) - (UNHAPPY.test(sentence.text) ? 1.5 : 0);
  const trouble = sentence.hears('problem') && spoken <= 0 ? -0.4 : 0;
  const solved = sentence.hears('works') && !sentence.hears('fails') ? 1 : 0;
  const meant = spoken > 0 && SARCASM.test(sentence.text) ? -spoken / 2 : spoken;
  const feeling = meant + signs + trouble + solved + (sentence.hears('repeat') ? -0.7 : 0);
  return Math.max(-4, Math.min(4, feeling * emphasis(sentence.text)));
}

function wordFeeling(words: readonly string[], place: number): number {
  const value = sentimentWords.get(words[place] ?? '') ?? 0;
  if (value === 0) return 0;
  const before = words.slice(Math.max(0, place - 3), place);
  const strong = intensifiers.has(before.at(-1) ?? '') ? 1.4 : 1;
  const isTurned = before.some((word) => negations.has(word));
  if (isTurned) return value > 0 ? -value * 0.7 : -value * 0.3;
  return value * strong;
}

function emphasis(text: string): number {
  const shouted = (text.match(/(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu)?.length ?? 0) > 0;
  return 1 + (shouted ? 0.4 : 0) + (/[!?]{2,}/.test(text) ? 0.4 : 0);
}

function certainty(score: number, feelings: readonly Feeling[]): number {
  const up = feelings.filter((feeling) => feeling.value > 1).length;
  const down = feelings.filter((feeling) => feeling.value < -1).length;
  const mixed = Math.min(up, down) / Math.max(1, up + down);
  const length = Math.min(1, feelings.length / 5);
  return share(
    (0.4 + Math.min(0.45, Math.abs(score) * 0.2)) * (0.5 + 0.5 * length) * (1 - 0.5 * mixed),
  );
}

function supportOf(score: number, feelings: readonly Feeling[]): Sentence[] {
  const sign = Math.sign(score);
  const agreeing = feelings.filter((feeling) => feeling.value * sign >= 1);
  const strongest = agreeing
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .slice(0, 3);
  return strongest.map((feeling) => feeling.sentence);
}
