import { isPromise } from './promises.rules.ts';
import { GAP, quote } from './quotes.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isHold, isQuestion } from './speech-acts.rules.ts';
import { overlap, shared } from './stems.rules.ts';
import { clip, share } from './text.rules.ts';

/** The customer's problem in their own words. */
export type Problem = { text: string; sentences: readonly Sentence[]; confidence: number };

/** Said in place of a problem when the customer wrote none. */
export const noProblem = 'The customer did not say what the problem is.';

const LIMIT = 320;

type Scored = { sentence: Sentence; score: number };

/**
 * Picks the sentences of the customer that tell the problem: early, with words of trouble or
 * wish, and about what the rest of the chat is about. Adds the next best of the same turn and
 * a danger, and a further problem or a demand that the customer made.
 */
export function findProblem(reading: Reading): Problem {
  const scored = scoreSentences(reading);
  const best = scored.reduce<Scored | null>(
    (top, next) => (top === null || next.score > top.score ? next : top),
    null,
  );
  if (best === null || best.score < 0.6) return nothingSaid(best);
  const companion = companionOf(best, scored);
  const taken = companion === null ? [best] : [best, companion];
  const danger = scored.find((item) => !taken.includes(item) && isDanger(item));
  const chosen = [
    ...taken,
    ...(danger === undefined ? [] : [danger]),
    ...(furtherProblem(taken, scored) ?? demand(taken, scored) ?? []),
  ];
  const sentences = chosen
    .map((item) => item.sentence)
    .toSorted((one, other) => one.index - other.index);
  return { text: join(sentences), sentences, confidence: certainty(best, scored) };
}

function nothingSaid(best: Scored | null): Problem {
  if (best === null || best.score < -0.5)
    return { text: noProblem, sentences: [], confidence: 0.1 };
  return { text: quote(best.sentence), sentences: [best.sentence], confidence: 0.2 };
}

function scoreSentences(reading: Reading): Scored[] {
  const spread = spreadOfStems(reading);
  const own = reading.sentences.filter(
    (sentence) => sentence.side === 'customer' && !sentence.isAttachment,
  );
  const talk = own.filter(
    (sentence) => !isEmptyTalk(sentence) && sentence.stems.size > 0 && sentence.words > 1,
  );
  return talk.map((sentence, place) => ({
    sentence,
    score: score(sentence, { place, spread, reading }),
  }));
}

function score(
  sentence: Sentence,
  context: { place: number; spread: ReadonlyMap<string, number>; reading: Reading },
): number {
  const early = 2 / (1 + context.place * 0.3);
  const trouble = (sentence.hears('problem') ? 1.8 : 0) + (sentence.hears('wish') ? 1.3 : 0);
  const stems = [...sentence.stems];
  const central = stems.reduce(
    (sum, stem) => sum + Math.min(4, (context.spread.get(stem) ?? 1) - 1),
    0,
  );
  const isCued = trouble > 0;
  const opening = sentence.turn <= 3 ? 0.5 : 0;
  const size = sentence.words < 4 ? -1.2 : sentence.words > 45 ? -0.4 : 0;
  return (
    early +
    opening +
    trouble +
    Math.min(isCued ? 1.6 : 0.7, central * 0.16) +
    size -
    distractions(sentence, context.reading)
  );
}

function distractions(sentence: Sentence, reading: Reading): number {
  const answers = isAnswerToStaff(sentence, reading) && !sentence.hears('problem') ? 1.2 : 0;
  const asks = isQuestion(sentence) && !sentence.hears('wish') ? 0.6 : 0;
  const other =
    (sentence.hears('smallTalk') ? 1.6 : 0) +
    (isPromise(sentence) ? 2 : 0) +
    (isHold(sentence) || sentence.hears('abandon') ? 2 : 0) +
    (sentence.hears('attempt') || sentence.locate('did') === 0 ? 0.8 : 0) +
    (sentence.hears('thanks') || sentence.hears('closing') ? 0.8 : 0) +
    (sentence.hears('works') ? 1.5 : 0) +
    (sentence.hears('human') ? 1.2 : 0) +
    (sentence.hears('idle') ? 1.2 : 0);
  return answers + asks + other;
}

function isAnswerToStaff(sentence: Sentence, reading: Reading): boolean {
  const before = reading.sentences.slice(Math.max(0, sentence.index - 4), sentence.index);
  const asked = before.findLast((other) => other.side === 'staff');
  return (
    asked !== undefined &&
    isQuestion(asked) &&
    !asked.hears('idle') &&
    asked.turn === sentence.turn - 1
  );
}

// In how many sentences, of either side, each stem occurs: what a chat keeps coming back to.
function spreadOfStems(reading: Reading): Map<string, number> {
  const spread = new Map<string, number>();
  for (const sentence of reading.sentences) {
    for (const stem of sentence.stems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  return spread;
}

function companionOf(best: Scored, scored: readonly Scored[]): Scored | null {
  const near = scored.filter(
    ({ sentence, score: value }) =>
      sentence !== best.sentence &&
      sentence.turn === best.sentence.turn &&
      Math.abs(sentence.index - best.sentence.index) <= 2 &&
      value >= Math.max(1.6, best.score * 0.5),
  );
  return near.toSorted((one, other) => other.score - one.score)[0] ?? null;
}

function furtherProblem(taken: readonly Scored[], scored: readonly Scored[]): Scored[] | null {
  const isFurther = ({ sentence }: Scored) =>
    sentence.hears('also') &&
    (sentence.hears('problem') || (sentence.hears('wish') && !isQuestion(sentence))) &&
    taken.every(
      (item) =>
        shared(sentence.stems, item.sentence.stems) < 2 &&
        overlap(sentence.stems, item.sentence.stems) < 0.5,
    );
  const found = scored.find((item) => !taken.includes(item) && isFurther(item));
  return found === undefined ? null : [found];
}

function isDanger({ sentence, score: value }: Scored): boolean {
  return value >= 0.8 && sentence.hears('critical') && !isQuestion(sentence);
}

// "I want my money back": what the customer asks for, where the problem alone does not say it.
function demand(taken: readonly Scored[], scored: readonly Scored[]): Scored[] | null {
  const isSaid = taken.some(({ sentence }) => sentence.hears('wish'));
  const found = scored.findLast(
    (item) =>
      !taken.includes(item) &&
      item.score >= 0.8 &&
      isDemand(item.sentence) &&
      (!isSaid || item.sentence.hears('urgent')),
  );
  return found === undefined ? null : [found];
}

function isDemand(sentence: Sentence): boolean {
  const isOther =
    sentence.hears('human') ||
    sentence.hears('abandon') ||
    sentence.hears('calm') ||
    isHold(sentence);
  return (
    sentence.hears('wish') &&
    !isQuestion(sentence) &&
    !isOther &&
    !isPromise(sentence) &&
    !sentence.hears('works')
  );
}

function certainty(best: Scored, scored: readonly Scored[]): number {
  const rival = scored
    .filter((item) => item.sentence.turn !== best.sentence.turn)
    .map((item) => item.score);
  const lead = best.score - Math.max(0, ...rival);
  // Without a word of trouble it is a guess, unless it is all the customer said.
  const uncued = rival.length === 0 && best.sentence.words >= 5 ? 0.12 : -0.25;
  const cue = best.sentence.hears('problem') ? 0.2 : best.sentence.hears('wish') ? 0.14 : uncued;
  return share(Math.min(0.95, 0.26 + best.score * 0.055 + lead * 0.05 + cue));
}

function join(sentences: readonly Sentence[]): string {
  return clip(sentences.map((sentence) => quote(sentence, 200)).join(GAP), LIMIT);
}
