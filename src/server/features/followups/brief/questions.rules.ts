import { isCustomerReply, isSameQuestion, judgeReply } from './answers.rules.ts';
import { GAP, quote } from './quotes.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isRealQuestion } from './speech-acts.rules.ts';
import { clip, share } from './text.rules.ts';

/** A question without an answer at the end of the chat. */
export type OpenQuestion = {
  sentence: Sentence;
  text: string;
  support: readonly Sentence[];
  confidence: number;
};

const POINTING =
  /\b(?:that|this|it|them|those|these|das|dies\w*|es|sie|cela|ca|ce|le|celui|eso|esto|lo|la|questo|quello|dat|dit|isso|isto)\b/;
const HORIZON = 60;
const TURNS_AHEAD = 8;

/** Questions of either side that nobody answered, each once, at its last wording. */
export function findOpenQuestions(reading: Reading): OpenQuestion[] {
  const open: OpenQuestion[] = [];
  for (const sentence of reading.sentences) {
    if (!isRealQuestion(sentence)) continue;
    const earlier = open.findIndex(
      (other) => other.sentence.side === sentence.side && isSameQuestion(other.sentence, sentence),
    );
    const support = earlier < 0 ? [] : (open.splice(earlier, 1)[0]?.support ?? []);
    const doubt =
      sentence.side === 'customer'
        ? customerDoubt(sentence, reading)
        : staffDoubt(sentence, reading);
    if (doubt === 0) continue;
    const spoken = Math.min(1, 0.7 + sentence.stems.size * 0.1);
    open.push({
      sentence,
      text: wordsOfQuestion(sentence, reading),
      support: [...support, sentence],
      confidence: share(doubt * spoken),
    });
  }
  return open;
}

// "are you going to pay that too?" says nothing without the sentence before it.
function wordsOfQuestion(question: Sentence, reading: Reading): string {
  const before = reading.sentences[question.index - 1];
  const own = quote(question);
  if (before?.messageId !== question.messageId || isEmptyTalk(before) || isRealQuestion(before))
    return own;
  if (question.stems.size > 3 || !POINTING.test(question.folded)) return own;
  return clip(`${quote(before)}${GAP}${own}`, 260);
}

// 0 means answered; otherwise how sure we are that it was not.
function customerDoubt(question: Sentence, reading: Reading): number {
  const later = reading.sentences.slice(question.index + 1, question.index + 1 + HORIZON);
  const replies = later.filter(
    (other) => other.side === 'staff' && other.turn <= question.turn + TURNS_AHEAD,
  );
  const nextTurn = replies[0]?.turn;
  if (nextTurn === undefined) return 0.9;
  const verdicts = replies.map((reply) =>
    judgeReply(question, reply, { languages: reading.languages, isNext: reply.turn === nextTurn }),
  );
  const deferredAt = verdicts.indexOf('deferred');
  const answeredAt = verdicts.indexOf('answered');
  if (answeredAt >= 0 && (deferredAt < 0 || answersAfterDeferral(verdicts, deferredAt))) return 0;
  if (deferredAt >= 0) return 0.9;
  if (verdicts.includes('maybe')) return accepts(later, nextTurn) ? 0 : 0.55;
  return 0.75;
}

function answersAfterDeferral(verdicts: readonly string[], deferredAt: number): boolean {
  return verdicts.lastIndexOf('answered') > deferredAt + 1;
}

// A customer who goes on without complaint took the reply for an answer.
function accepts(later: readonly Sentence[], answerTurn: number): boolean {
  const reaction = later.find((other) => other.side === 'customer' && other.turn > answerTurn);
  if (reaction === undefined) return false;
  return !reaction.hears('fails') && !reaction.hears('repeat') && !isRealQuestion(reaction);
}

function staffDoubt(question: Sentence, reading: Reading): number {
  const later = reading.sentences.slice(question.index + 1, question.index + 1 + HORIZON);
  const replies = later.filter(
    (other) => other.side === 'customer' && other.turn <= question.turn + 3,
  );
  if (replies.some(isCustomerReply)) return 0;
  return replies.length === 0 ? 0.85 : 0.65;
}
