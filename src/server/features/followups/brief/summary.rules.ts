import type { Attempt } from './attempts.rules.ts';
import { dueNote, fill, frames } from './frames.rules.ts';
import type { Outcome } from './outcome.rules.ts';
import { noProblem, type Problem } from './problem.rules.ts';
import type { OpenPromise } from './promises.rules.ts';
import type { OpenQuestion } from './questions.rules.ts';
import { quoted } from './quotes.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { clip, share } from './text.rules.ts';

/** From this confidence on a promise counts as firm. */
export const FIRM = 0.7;

/** Everything found in a transcript that the summary and the next step are made of. */
export type Findings = {
  reading: Reading;
  problem: Problem;
  attempts: readonly Attempt[];
  promises: readonly OpenPromise[];
  questions: readonly OpenQuestion[];
  outcome: Outcome;
};

/** A line of the brief with what it rests on. */
export type Line = { text: string; support: readonly Sentence[]; confidence: number };

/** Two or three sentences: the problem, what is owed, what is open or how it ended. */
export function summarise(findings: Findings): Line {
  const lines = [problemLine(findings.problem), ...statusLines(findings)].slice(0, 3);
  const weakest = Math.min(...lines.map((line) => line.confidence));
  const mean = lines.reduce((sum, line) => sum + line.confidence, 0) / lines.length;
  return {
    text: lines.map((line) => line.text).join(' '),
    support: lines.flatMap((line) => line.support),
    confidence: share((weakest + mean) / 2),
  };
}

function problemLine(problem: Problem): Line {
  if (problem.text === noProblem)
    return { text: frames.silent, support: [], confidence: problem.confidence };
  return {
    text: fill(frames.reports, `“${problem.text}”`),
    support: problem.sentences,
    confidence: problem.confidence,
  };
}

function statusLines(findings: Findings): Line[] {
  const promises = findings.promises.toSorted(byWeight);
  const owed = promises.slice(0, findings.questions.length > 0 ? 1 : 2).map(promiseLine);
  const asked = findings.questions
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, 1)
    .map(questionLine);
  const open = [...owed, ...asked];
  return open.length > 0 ? open : endingLines(findings);
}

// Ours before theirs, firm ones before those under a condition.
function byWeight(one: OpenPromise, other: OpenPromise): number {
  return (
    Number(isOwn(other)) - Number(isOwn(one)) ||
    Number(other.confidence >= FIRM) - Number(one.confidence >= FIRM)
  );
}

function isOwn(promise: OpenPromise): boolean {
  return promise.sentence.side === 'staff';
}

function promiseLine(promise: OpenPromise): Line {
  const words = `“${clip(promise.text, 180)}”`;
  const due = dueNote(promise.due, words);
  const who = promise.sentence.author === 'assistant' ? 'The assistant' : 'The agent';
  const text = isOwn(promise)
    ? fill(frames.promised, who, words, due)
    : fill(frames.owes, words, due);
  return { text, support: promise.support, confidence: promise.confidence };
}

function questionLine(question: OpenQuestion): Line {
  const text = fill(frames.openQuestion, `“${question.text}”`);
  return { text, support: question.support, confidence: question.confidence };
}

function endingLines({ outcome, attempts, reading }: Findings): Line[] {
  const last = attempts.at(-1);
  const step = last === undefined ? [] : [{ ...last, text: fill(frames.done, last.text) }];
  switch (outcome.kind) {
    case 'settled':
      return [
        ...step,
        {
          text: fill(frames.settled, quoted(outcome.sentence, 120)),
          support: [outcome.sentence],
          confidence: 0.85,
        },
      ];
    case 'wants_person':
      return [{ text: frames.wantsPerson, support: [outcome.sentence], confidence: 0.85 }];
    case 'unanswered':
    case 'unclear':
      return [...step, { text: endedWords(reading), support: [], confidence: 0.4 }];
  }
}

function endedWords(reading: Reading): string {
  return reading.endedBy === 'customer' ? frames.left : frames.lapsed;
}
