import { asksWhen, dueWords } from './due.rules.ts';
import { quote } from './quotes.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isHold, isQuestion } from './speech-acts.rules.ts';
import { overlap, shared } from './stems.rules.ts';
import { clip, share } from './text.rules.ts';

/** A commitment that was still open when the chat ended. */
export type OpenPromise = {
  sentence: Sentence;
  text: string;
  support: readonly Sentence[];
  due: string | null;
  confidence: number;
};

const GOES_ON =
  /^(?:it|they|that|this|usually|normally|expect|das|es|sie|normalerweise|cela|ca|ils|elle|eso|esto|suele\w*|di solito|ci|dat|het|isso|costuma) /;
const RECEIVED =
  /\b(?:already (?:got|have|received)|(?:got|have) it already|just (?:got|received|came|arrived)|received it|it'?s (?:here|there)|(?:has|have) arrived|i (?:can )?see it|ist (?:da|angekommen)|(?:bien|deja) recu|ya (?:lo|la) (?:tengo|he recibido)|(?:gia )?ricevut\w+|(?:al )?ontvangen|ja recebi)\b/;
const REPORTS_BACK =
  /\b(?:and|then|und|et|y|e|en) .{0,40}\b(?:send|e?-?mail|call|text|write|get back|let you know|tell you|melde|schicke|envoie|rappelle|envio|llamo|invio|chiamo|stuur|bel)\b/;
// How far ahead a promise is watched: enough for any real chat, and it keeps 10,000 messages linear.
const HORIZON = 160;

/** Commitments by either side that nobody kept, took back or repeated before the end. */
export function findPromises(reading: Reading): OpenPromise[] {
  const open: OpenPromise[] = [];
  for (const sentence of reading.sentences) {
    if (!isPromise(sentence)) continue;
    const later = reading.sentences.slice(sentence.index + 1, sentence.index + 1 + HORIZON);
    const from = commitmentStart(sentence);
    const said = dueWords(sentence, { languages: reading.languages, from });
    const asked =
      said === null
        ? (dueSaidNext(later, reading.languages, sentence) ?? dueAskedFor(later, reading.languages))
        : null;
    const due = said ?? asked?.due ?? null;
    if (isTakenBack(sentence, later)) continue;
    const evidence = isFleeting(sentence, due) ? fleetingEvidence(sentence, later) : 1;
    const left = partLeft(sentence, { later, due });
    if (evidence === 0 || left === 0) continue;
    const support = asked === null ? [sentence] : [sentence, asked.sentence];
    const confidence = share(evidence * left * certainty(sentence, due));
    open.push({ sentence, text: wordsOfPromise(sentence, from), support, due, confidence });
  }
  return mergeRepeats(open);
}

/** True where the speaker commits to do something, or says that a colleague will. */
export function isPromise(sentence: Sentence): boolean {
  if (sentence.side === 'system' || sentence.isAttachment || isQuestion(sentence)) return false;
  const start = commitmentStart(sentence);
  if (start < 0) return false;
  const denied = sentence.locate('noCommit');
  if (denied >= 0 && Math.abs(denied - start) <= 24) return false;
  return sentence.side === 'staff' || (sentence.hears('commitVerb') && !sentence.hears('abandon'));
}

function commitmentStart(sentence: Sentence): number {
  const own = sentence.locate('commit');
  if (own >= 0 || sentence.side !== 'staff') return own;
  return sentence.locate('commitOther');
}

function certainty(sentence: Sentence, due: string | null): number {
  const base = sentence.hears('commit') ? 0.82 : 0.72;
  const condition = sentence.hears('offerIf') ? -0.22 : 0;
  return base + (due === null ? 0 : 0.12) + condition;
}

// "I'll ask them. They usually answer within a day."
function dueSaidNext(
  later: readonly Sentence[],
  languages: readonly string[],
  promise: Sentence,
): { due: string; sentence: Sentence } | null {
  const [next] = later;
  if (next?.messageId !== promise.messageId || isQuestion(next) || isPromise(next)) return null;
  if (!GOES_ON.test(next.folded)) return null;
  const due = dueWords(next, { languages, from: 0 });
  return due === null ? null : { due, sentence: next };
}

// "I'll have him call you." "When?" "This afternoon."
function dueAskedFor(
  later: readonly Sentence[],
  languages: readonly string[],
): { due: string; sentence: Sentence } | null {
  const next = later.slice(0, 4).filter((other) => other.side !== 'system');
  const place = next.findIndex(
    (other) => other.side === 'customer' && other.words <= 4 && asksWhen(other),
  );
  const reply = next[place + 1];
  if (place < 0 || reply?.side !== 'staff') return null;
  const due = dueWords(reply, { languages, from: 0 });
  return due === null ? null : { due, sentence: reply };
}

// "You're within warranty, so we'll replace it": the part that commits, unless the rest is its condition or its reason to wait.
function wordsOfPromise(sentence: Sentence, start: number): string {
  const whole = quote(sentence);
  const front = sentence.folded.slice(0, Math.max(0, start));
  if (!/, (?:so |and |then |but |donc |also |dann |asi que |quindi |dus )?$/.test(front))
    return whole;
  const deferral = sentence.locate('defer');
  if (sentence.hears('offerIf') || (deferral >= 0 && deferral < start)) return whole;
  const clause = sentence.text
    .slice(start)
    .replace(/^[\s,.]+/, '')
    .replace(/(?<![.…])\.$/, '');
  return clip(clause, 220);
}

// "Let me check that" is kept by the next thing the same side says; only the last one of a chat stays open.
function isFleeting(sentence: Sentence, due: string | null): boolean {
  return (
    isHold(sentence) &&
    !sentence.hears('defer') &&
    due === null &&
    !REPORTS_BACK.test(sentence.folded)
  );
}

function fleetingEvidence(sentence: Sentence, later: readonly Sentence[]): number {
  const wentOn = later.some(
    (other) => other.side === sentence.side && !isHold(other) && !isEmptyTalk(other),
  );
  return wentOn ? 0 : 0.5;
}

// 0: kept before the end; 1: nothing was heard of it; between: something similar was reported done.
function partLeft(
  promise: Sentence,
  context: { later: readonly Sentence[]; due: string | null },
): number {
  const same = context.later.filter((other) => other.side === promise.side);
  if (promise.side === 'staff' && context.later.some((other) => isReceipt(promise, other)))
    return 0;
  if (promise.side === 'customer' && same.some((other) => other.isAttachment)) return 0;
  const nextMessages = new Set(
    same.map((other) => other.messageIndex).filter((index) => index > promise.messageIndex),
  );
  const soon = new Set([...nextMessages].slice(0, 2));
  const reports = same.filter(
    (other) => other.hears('done') && !isPromise(other) && !isQuestion(other),
  );
  const isShortReport = (other: Sentence) => other.stems.size <= 3 && soon.has(other.messageIndex);
  if (context.due === null && reports.some(isShortReport)) return 0;
  const likeness = Math.max(0, ...reports.map((other) => overlap(promise.stems, other.stems)));
  if (likeness >= 0.5) return 0;
  return likeness >= 0.25 ? 0.75 : 1;
}

function isReceipt(promise: Sentence, other: Sentence): boolean {
  if (other.side !== 'customer' || other.turn > promise.turn + 3) return false;
  return RECEIVED.test(other.folded) && !other.hears('problem') && !other.hears('fails');
}

function isTakenBack(promise: Sentence, later: readonly Sentence[]): boolean {
  return later.some((other) => {
    if (other.side === 'system' || !other.hears('retract') || isQuestion(other)) return false;
    // "No need, thanks" is about whatever was offered just before.
    const isDeclined =
      other.side !== promise.side && other.turn === promise.turn + 1 && other.stems.size <= 2;
    return isDeclined || shared(promise.stems, other.stems) > 0;
  });
}

function mergeRepeats(promises: readonly OpenPromise[]): OpenPromise[] {
  const merged: OpenPromise[] = [];
  for (const promise of promises) {
    const index = merged.findIndex((earlier) => isSame(earlier.sentence, promise.sentence));
    const earlier = merged[index];
    if (earlier === undefined) merged.push(promise);
    else
      merged[index] = {
        ...better(earlier, promise),
        support: [...earlier.support, ...promise.support],
      };
  }
  return merged;
}

function isSame(earlier: Sentence, later: Sentence): boolean {
  if (earlier.side !== later.side) return false;
  const common = Math.max(overlap(earlier.stems, later.stems), overlap(later.stems, earlier.stems));
  return common >= 0.6 && shared(earlier.stems, later.stems) >= 2;
}

function better(earlier: OpenPromise, later: OpenPromise): OpenPromise {
  return later.due === null && earlier.due !== null ? earlier : later;
}
