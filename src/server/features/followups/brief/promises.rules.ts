import { dueWords } from './due.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isHold, isQuestion } from './speech-acts.rules.ts';
import { overlap, shared } from './stems.rules.ts';
import { share } from './text.rules.ts';

/** A commitment that was still open when the chat ended. */
export type OpenPromise = { sentence: Sentence; support: readonly Sentence[]; due: string | null; confidence: number };

// How far ahead a promise is watched: enough for any real chat, and it keeps 10,000 messages linear.
const HORIZON = 160;

/** Commitments by either side that nobody kept, took back or repeated before the end. */
export function findPromises(reading: Reading): OpenPromise[] {
  const open: OpenPromise[] = [];
  for (const sentence of reading.sentences) {
    if (!isPromise(sentence)) continue;
    const later = reading.sentences.slice(sentence.index + 1, sentence.index + 1 + HORIZON);
    const from = commitmentStart(sentence);
    const due = dueWords(sentence, { languages: reading.languages, from });
    if (isTakenBack(sentence, later)) continue;
    const evidence = isFleeting(sentence, due) ? fleetingEvidence(sentence, later) : 1;
    const kept = isKept(sentence, { later, due });
    if (evidence === 0 || kept) continue;
    open.push({ sentence, support: [sentence], due, confidence: share(evidence * certainty(sentence, due)) });
  }
  return mergeRepeats(open);
}

/** True where the speaker commits to do something, or says that a colleague will. */
export function isPromise(sentence: Sentence): boolean {
  if (sentence.side === 'system' || sentence.isAttachment || isQuestion(sentence)) return false;
  const start = commitmentStart(sentence);
  if (start < 0) return false;
  const denied = sentence.locate('noCommit');
  if (denied >= 0 && Math.abs(denied - start) <= 18) return false;
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

// "Let me check that" is kept by the next thing the same side says; only the last one of a chat stays open.
function isFleeting(sentence: Sentence, due: string | null): boolean {
  return isHold(sentence) && !sentence.hears('defer') && due === null;
}

function fleetingEvidence(sentence: Sentence, later: readonly Sentence[]): number {
  const wentOn = later.some((other) => other.side === sentence.side && !isHold(other) && !isEmptyTalk(other));
  return wentOn ? 0 : 0.5;
}

function isKept(promise: Sentence, context: { later: readonly Sentence[]; due: string | null }): boolean {
  const same = context.later.filter((other) => other.side === promise.side);
  const nextMessages = new Set(same.map((other) => other.messageIndex).filter((index) => index > promise.messageIndex));
  const soon = [...nextMessages].slice(0, 2);
  return same.some((other) => {
    if (other.isAttachment) return promise.side === 'customer';
    if (!other.hears('done') || isPromise(other) || isQuestion(other)) return false;
    if (overlap(promise.stems, other.stems) >= 0.5) return true;
    return context.due === null && other.stems.size <= 3 && soon.includes(other.messageIndex);
  });
}

function isTakenBack(promise: Sentence, later: readonly Sentence[]): boolean {
  return later.some(
    (other) => other.side !== 'system' && other.hears('retract') && shared(promise.stems, other.stems) > 0 && !isQuestion(other),
  );
}

function mergeRepeats(promises: readonly OpenPromise[]): OpenPromise[] {
  const merged: OpenPromise[] = [];
  for (const promise of promises) {
    const index = merged.findIndex((earlier) => isSame(earlier.sentence, promise.sentence));
    const earlier = merged[index];
    if (earlier === undefined) merged.push(promise);
    else merged[index] = { ...better(earlier, promise), support: [...earlier.support, ...promise.support] };
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
