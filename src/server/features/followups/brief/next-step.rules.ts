import { dueNote, stop } from './frames.rules.ts';
import type { Problem } from './problem.rules.ts';
import type { OpenPromise } from './promises.rules.ts';
import type { OpenQuestion } from './questions.rules.ts';
import { quoted } from './quotes.rules.ts';
import { FIRM, type Findings, type Line } from './summary.rules.ts';
import { clip, share } from './text.rules.ts';

/** The openings of every next step the brief can name. */
export const steps = {
  keep: 'Keep the promise',
  answer: 'Answer the customer',
  remind: 'Ask the customer again',
  wait: 'Wait for the customer',
  takeOver: 'Take over in person: the customer asked for one and none came.',
  reply: 'Reply to the customer’s last message',
  settled: 'Nothing is left to do: the customer confirmed that it is settled.',
  close:
    'Nothing is promised and no question is open: make sure with the customer that it is settled.',
  ask: 'Ask the customer what they need: the chat does not say.',
} as const;

/** What to do first, and what after it: kept promises before answers, answers before waiting. */
export function nextStep(findings: Findings): Line {
  const lines = openLines(findings);
  if (lines.length === 0) return ending(findings);
  const chosen = lines.slice(0, 3);
  return {
    text: chosen.map((line) => line.text).join(' '),
    support: chosen.flatMap((line) => line.support),
    confidence: share(chosen[0]?.confidence ?? 0),
  };
}

function openLines({ promises, questions, outcome }: Findings): Line[] {
  const person: Line[] =
    outcome.kind === 'wants_person'
      ? [{ text: steps.takeOver, support: [outcome.sentence], confidence: 0.85 }]
      : [];
  const own = promises.filter((promise) => promise.sentence.side === 'staff');
  const theirs = promises.filter((promise) => promise.sentence.side === 'customer');
  const asked = questions.filter((question) => question.sentence.side === 'customer');
  const unanswered = questions.filter((question) => question.sentence.side === 'staff');
  return [
    ...person,
    ...promiseLines(steps.keep, own),
    ...questionLines(steps.answer, asked),
    ...promiseLines(steps.wait, theirs),
    ...questionLines(steps.remind, unanswered),
  ];
}

function promiseLines(opening: string, promises: readonly OpenPromise[]): Line[] {
  const firm = promises.toSorted(
    (one, other) => Number(other.confidence >= FIRM) - Number(one.confidence >= FIRM),
  );
  const first = firm.slice(0, 2);
  if (first.length === 0) return [];
  const words = first.map((promise) => promiseWords(promise));
  return [
    {
      text: stop(`${opening}: ${words.join(' and ')}`),
      support: first.flatMap((promise) => promise.support),
      confidence: first[0]?.confidence ?? 0,
    },
  ];
}

function promiseWords(promise: OpenPromise): string {
  const words = `“${clip(promise.text, 180)}”`;
  return `${words}${dueNote(promise.due, words)}`;
}

function questionLines(opening: string, questions: readonly OpenQuestion[]): Line[] {
  const first = questions.slice(0, 2);
  if (first.length === 0) return [];
  return [
    {
      text: stop(`${opening}: ${first.map((question) => `“${question.text}”`).join(' and ')}`),
      support: first.flatMap((question) => question.support),
      confidence: first[0]?.confidence ?? 0,
    },
  ];
}

function ending({ outcome, problem }: Findings): Line {
  switch (outcome.kind) {
    case 'settled':
      return { text: steps.settled, support: [outcome.sentence], confidence: 0.85 };
    case 'wants_person':
      return { text: steps.takeOver, support: [outcome.sentence], confidence: 0.85 };
    case 'unanswered':
      if (isVague(problem))
        return { text: steps.ask, support: [outcome.sentence], confidence: 0.4 };
      return {
        text: stop(`${steps.reply}: ${quoted(outcome.sentence, 200)}`),
        support: [outcome.sentence],
        confidence: 0.6,
      };
    case 'unclear':
      return {
        text: isVague(problem) ? steps.ask : steps.close,
        support: problem.sentences,
        confidence: 0.35,
      };
  }
}

function isVague(problem: Problem): boolean {
  const stems = new Set(problem.sentences.flatMap((sentence) => [...sentence.stems]));
  return stems.size < 3 || problem.confidence < 0.2;
}
