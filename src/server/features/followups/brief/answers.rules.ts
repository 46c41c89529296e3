import { asksWhen, namesTime } from './due.rules.ts';
import { isPromise } from './promises.rules.ts';
import type { Sentence } from './reading.rules.ts';
import { isEmpathy, isEmptyTalk, isHold, isQuestion } from './speech-acts.rules.ts';
import { overlap, shared } from './stems.rules.ts';

/** What a reply does to a question. */
export type Verdict = 'answered' | 'maybe' | 'deferred' | 'nothing';

const OPENING = String.raw`(?:^|[,;:.¿] ?|\b(?:and|so|but|ok|et|mais|y|pero|und|aber|e|ma|en|maar|mas|nice|great|a|in|for|bis|depuis) )`;
const AMOUNT =
  /\b(?:how much|costs?|price|fees?|(?:have|need) to pay|be charged|expensive|was kostet|wie viel|kostet|combien|coute|cuanto (?:cuesta|es|vale)|cuesta|quanto|costa|hoeveel|kost|custa)\b/;
const HOW_TO = asking(
  'how|what|where|which|wie|was|wo|welche\\w*|comment|que|quoi|quel\\w*|como|donde|cual|come|cosa|dove|quale|hoe|wat|waar|onde|qual',
);
const WHERE = asking('where|wo|wohin|ou|donde|dove|waar|onde');
const PLACE =
  /^(?:in|on|at|under|inside|behind|below|next to|unter|im|auf|beim|dans|sous|sur|en|debajo|sotto|nel\w*|sul\w*|onder|bij|op|em|no|na) /;
const MONEY =
  /[£$€]|\b\d[\d.,]* ?(?:eur|euros?|pounds?|dollars?|usd|gbp|chf|francs?|reais|cents?)\b|\bfree\b|\bno (?:extra )?(?:charge|cost|fee)|kostenlos|gratuit|gratis|kosteloos/;

/** Judges one sentence of the other side against a question of the customer. */
export function judgeReply(
  question: Sentence,
  reply: Sentence,
  context: { languages: readonly string[]; isNext: boolean },
): Verdict {
  const isDirect = context.isNext && reply.locate('yesNo') === 0;
  if (isDirect && !reply.hears('defer')) return 'answered';
  if (isQuestion(reply) || isHold(reply) || isEmpathy(reply)) return 'nothing';
  if (reply.hears('defer'))
    return context.isNext ? (isDirect ? 'answered' : 'deferred') : 'nothing';
  if (isEmptyTalk(reply)) return 'nothing';
  if (context.isNext && fitsKind(question, reply, context.languages)) return 'answered';
  if (overlap(question.stems, reply.stems) >= 0.25 && !reply.hears('ask')) return 'answered';
  if (reply.hears('ask') || reply.hears('instruction') || isPromise(reply)) return 'nothing';
  if (!context.isNext) return 'nothing';
  return reply.hears('polarity') ? 'answered' : 'maybe';
}

/** True where the customer's sentence can stand as a reply to a question of staff. */
export function isCustomerReply(reply: Sentence): boolean {
  if (isHold(reply) || reply.hears('abandon')) return false;
  return reply.isAttachment || !isQuestion(reply) || reply.locate('yesNo') === 0;
}

/** True where both sentences ask the same thing. */
export function isSameQuestion(one: Sentence, other: Sentence): boolean {
  return (
    shared(one.stems, other.stems) > 0 &&
    Math.min(overlap(one.stems, other.stems), overlap(other.stems, one.stems)) >= 0.5
  );
}

// When wants a time, how much wants a figure, how and where want to be told what to do.
function fitsKind(question: Sentence, reply: Sentence, languages: readonly string[]): boolean {
  const asked = question.folded;
  if (
    asksWhen(question) &&
    (namesTime(reply, languages) || shared(question.stems, reply.stems) > 0)
  )
    return true;
  if (AMOUNT.test(asked) && MONEY.test(reply.folded)) return true;
  if (WHERE.test(asked) && PLACE.test(reply.folded)) return true;
  if (!HOW_TO.test(asked)) return false;
  return reply.hears('instruction') || reply.hears('ask') || reply.hears('polarity');
}

function asking(words: string): RegExp {
  return new RegExp(`${OPENING}(?:${words})\\b`);
}
