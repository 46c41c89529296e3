import type { BriefSentiment, BriefUrgency } from '../../../../contracts/briefs.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk } from './speech-acts.rules.ts';
import { share } from './text.rules.ts';

const VIP =
  /\b(?:vip|platinum|key account|gold (?:member|customer|tier)|premium (?:support|customer)|enterprise (?:plan|customer|tier))\b/;

const EXPLICIT = /\b(?:urgen\w+|asap|emergency|dringend\w*|notfall|spoed|emergencia|emergenza)\b/;

type Reason = { sentence: Sentence; weight: number };

/** How soon the rest must be looked at, from the customer's words, their mood and standing, and whether it is solved. */
export function judgeUrgency(
  reading: Reading,
  outlook: { sentiment: BriefSentiment; isSettled: boolean },
): {
  urgency: BriefUrgency;
  confidence: number;
  support: readonly Sentence[];
} {
  const reasons = reading.sentences.flatMap(reasonsIn);
  const pressing = strongest(reasons.filter((reason) => reason.weight > 0));
  const calming = strongest(reasons.filter((reason) => reason.weight < 0));
  const mood = outlook.sentiment === 'very_negative' ? 1.2 : 0;
  const score = sum(pressing) + sum(calming) + mood - (outlook.isSettled ? 1.5 : 0);
  const support = (score >= 2 ? pressing : score <= -1.5 ? calming : [...pressing, ...calming]).map(
    (reason) => reason.sentence,
  );
  return {
    urgency: levelOf(score),
    confidence: certainty(score, pressing.length, calming.length),
    support,
  };
}

function levelOf(score: number): BriefUrgency {
  if (score >= 4) return 'urgent';
  if (score >= 2) return 'high';
  return score > -1.4 ? 'normal' : 'low';
}

function reasonsIn(sentence: Sentence): Reason[] {
  if (sentence.side !== 'customer')
    return VIP.test(sentence.folded) && sentence.side === 'system' ? [{ sentence, weight: 1 }] : [];
  if (isEmptyTalk(sentence) && !sentence.hears('calm')) return [];
  if (sentence.hears('calm')) return [{ sentence, weight: -2 }];
  const shouted = /\b(?:NOW|URGENT|ASAP|IMMEDIATELY|DRINGEND|SOFORT)\b|!!!/.test(sentence.text)
    ? 0.8
    : 0;
  const weight =
    (sentence.hears('critical') ? 2.4 : 0) +
    (sentence.hears('urgent') ? 1.6 : 0) +
    (EXPLICIT.test(sentence.folded) ? 0.5 : 0) +
    (sentence.hears('repeat') ? 0.6 : 0) +
    shouted;
  return weight > 0 ? [{ sentence, weight }] : [];
}

// Saying it ten times is not ten times as urgent: the strongest three count, each less than the one before.
function strongest(reasons: readonly Reason[]): Reason[] {
  const sorted = reasons.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return sorted
    .slice(0, 3)
    .map((reason, place) => ({ ...reason, weight: reason.weight / (1 + place) }));
}

function sum(reasons: readonly Reason[]): number {
  return reasons.reduce((total, reason) => total + reason.weight, 0);
}

function certainty(score: number, pressing: number, calming: number): number {
  const contradiction = pressing > 0 && calming > 0 ? 0.25 : 0;
  const edge = Math.min(...[4, 2, -1.4].map((limit) => Math.abs(score - limit)));
  return share(
    0.45 + Math.min(0.4, edge * 0.15) + Math.min(0.15, (pressing + calming) * 0.06) - contradiction,
  );
}
