import type { Sentence } from './reading.rules.ts';

const EMPATHY =
  /\b(?:sorry|apologi\w+|i understand|frustrat\w+|inconvenience|verstehe|tut mir leid|comprends|desolee?|entiendo|siento|capisco|dispiace|begrijp|vervelend|entendo|lamento|sinto)\b/;

/** A sentence that asks, with or without its question mark, small talk and courtesies included. */
export function isQuestion(sentence: Sentence): boolean {
  if (sentence.side === 'system') return false;
  if (/[?？؟][\s"'”’)\]!.:;\p{Extended_Pictographic}]*$/u.test(sentence.text)) return true;
  return sentence.side === 'customer' && asksWithoutMark(sentence);
}

/** A question that is worth an answer: no courtesy, no small talk, no outcry. */
export function isRealQuestion(sentence: Sentence): boolean {
  if (!isQuestion(sentence) || sentence.hears('idle') || sentence.hears('smallTalk')) return false;
  return sentence.stems.size > 0 && sentence.words >= 3;
}

/** A sentence without content of its own: greetings, thanks, ok, goodbye. */
export function isEmptyTalk(sentence: Sentence): boolean {
  if (sentence.isAttachment || sentence.hears('acknowledgement')) return true;
  if (isQuestion(sentence)) return sentence.hears('idle') || sentence.hears('smallTalk');
  const polite =
    sentence.hears('greeting') || sentence.hears('closing') || sentence.hears('satisfied');
  return (
    sentence.stems.size === 0 ||
    (polite && sentence.stems.size < 4 && !sentence.hears('problem') && !sentence.hears('wish'))
  );
}

// Customers leave the mark out, staff hardly ever: "no clue, how do i see that".
function asksWithoutMark(sentence: Sentence): boolean {
  if (sentence.hears('questionStart')) return true;
  const clause = /[,;] (?=[^,;]*$)/.exec(sentence.folded);
  return clause !== null && sentence.opens('questionStart', clause.index + 2) > 0;
}

/** Sympathy that answers nothing. */
export function isEmpathy(sentence: Sentence): boolean {
  return EMPATHY.test(sentence.folded) && sentence.stems.size < 4;
}

/** Waiting words: the real answer, if any, comes later. */
export function isHold(sentence: Sentence): boolean {
  return sentence.hears('hold') && !isQuestion(sentence);
}
