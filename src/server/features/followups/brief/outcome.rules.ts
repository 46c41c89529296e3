import type { OpenPromise } from './promises.rules.ts';
import type { OpenQuestion } from './questions.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isQuestion } from './speech-acts.rules.ts';

/** How a chat ended, whatever is still open besides. */
export type Outcome =
  | { kind: 'settled'; sentence: Sentence }
  | { kind: 'wants_person'; sentence: Sentence }
  | { kind: 'unanswered'; sentence: Sentence }
  | { kind: 'unclear' };

/** Finds out whether the customer was content, waits for a person, was left without a reply, or none of these. */
export function findOutcome(
  reading: Reading,
  open: { promises: readonly OpenPromise[]; questions: readonly OpenQuestion[] },
): Outcome {
  const person = unservedWish(reading);
  if (person !== undefined) return { kind: 'wants_person', sentence: person };
  const lastTrouble = lastOf(reading, isTrouble);
  const content = lastOf(reading, isContent);
  if (content !== undefined && content.index > (lastTrouble?.index ?? -1))
    return { kind: 'settled', sentence: content };
  const unanswered = lastWords(reading);
  if (unanswered !== undefined && open.promises.length === 0 && open.questions.length === 0) {
    return { kind: 'unanswered', sentence: unanswered };
  }
  return { kind: 'unclear' };
}

function isTrouble(sentence: Sentence): boolean {
  return (
    sentence.hears('fails') ||
    (sentence.hears('problem') && !sentence.hears('works')) ||
    sentence.hears('abandon')
  );
}

function isContent(sentence: Sentence): boolean {
  if (isQuestion(sentence)) return false;
  return (sentence.hears('works') && !sentence.hears('fails')) || sentence.hears('satisfied');
}

function lastOf(reading: Reading, test: (sentence: Sentence) => boolean): Sentence | undefined {
  return reading.sentences.findLast((sentence) => sentence.side === 'customer' && test(sentence));
}

function unservedWish(reading: Reading): Sentence | undefined {
  const wish = lastOf(reading, (sentence) => sentence.hears('human'));
  if (wish === undefined) return undefined;
  const served = reading.sentences.some(
    (sentence) => sentence.author === 'agent' && sentence.index > wish.index,
  );
  return served ? undefined : wish;
}

// The weightiest sentence of the customer's last turn, when staff said nothing of substance after it.
function lastWords(reading: Reading): Sentence | undefined {
  // Where no person ever spoke, the assistant's goodbye is no reply.
  const served = reading.sentences.some((sentence) => sentence.author === 'agent');
  const spoken = reading.sentences.findLast(
    (sentence) =>
      sentence.side !== 'system' &&
      (served || sentence.author !== 'assistant') &&
      !isEmptyTalk(sentence),
  );
  if (spoken?.side !== 'customer') return undefined;
  const turn = reading.sentences.filter(
    (other) => other.side === 'customer' && other.turn === spoken.turn,
  );
  // "Thanks, I'll be back if there is more" wants no reply.
  const isContentEnd = turn.some((other) => other.hears('thanks')) && !turn.some(wantsReply);
  if (isContentEnd) return undefined;
  return turn.reduce((most, other) => (other.stems.size > most.stems.size ? other : most), spoken);
}

function wantsReply(sentence: Sentence): boolean {
  return sentence.hears('problem') || sentence.hears('wish') || sentence.hears('fails');
}
