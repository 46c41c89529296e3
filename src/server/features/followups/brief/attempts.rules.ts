import { isPromise } from './promises.rules.ts';
import { GAP, quote, quoted } from './quotes.rules.ts';
import type { Reading, Sentence } from './reading.rules.ts';
import { isEmptyTalk, isHold, isQuestion } from './speech-acts.rules.ts';
import { overlap } from './stems.rules.ts';

/** Something that was tried or done in the chat, by whom and with what result. */
export type Attempt = { text: string; support: readonly Sentence[]; confidence: number };

const MOST = 8;
const WHO = {
  customer: 'Customer',
  agent: 'Agent',
  assistant: 'Assistant',
  system: 'System',
} as const;

/** What was tried: own reports of either side, and instructions that the customer carried out. */
export function findAttempts(reading: Reading): Attempt[] {
  const found: (Attempt & { main: Sentence })[] = [];
  const used = new Set<Sentence>();
  for (const sentence of reading.sentences) {
    const attempt = reportOf(sentence) ?? instructionOf(sentence, reading);
    const result = attempt?.support.at(-1);
    if (attempt === null || result === undefined || used.has(result)) continue;
    if (found.some((other) => overlap(other.main.stems, sentence.stems) >= 0.8)) continue;
    used.add(result);
    found.push({ ...attempt, main: sentence });
  }
  return found
    .slice(0, MOST)
    .map(({ text, support, confidence }) => ({ text, support, confidence }));
}

function reportOf(sentence: Sentence): Attempt | null {
  if (sentence.side === 'system' || sentence.isAttachment || sentence.stems.size < 2) return null;
  if (isQuestion(sentence) || isPromise(sentence) || isHold(sentence)) return null;
  const text = `${WHO[sentence.author]}: ${quoted(sentence)}`;
  if (sentence.hears('attempt')) return { text, support: [sentence], confidence: 0.85 };
  // Only people do work: what the assistant reports of itself is that it handed over.
  const isWork =
    sentence.author === 'agent' &&
    sentence.hears('done') &&
    !isEmptyTalk(sentence) &&
    !sentence.hears('instruction');
  return isWork ? { text, support: [sentence], confidence: 0.65 } : null;
}

function instructionOf(sentence: Sentence, reading: Reading): Attempt | null {
  if (sentence.side !== 'staff' || !sentence.hears('instruction') || sentence.stems.size < 2)
    return null;
  const result = resultOf(sentence, reading);
  if (result === null) return null;
  const text = `${WHO[sentence.author]} asked: ${quoted(sentence)}; customer: “${resultWords(result, reading)}”`;
  return {
    text,
    support: [sentence, result],
    confidence: result.hears('fails') || result.hears('works') ? 0.85 : 0.7,
  };
}

// A bare "yes" is worth the sentence that follows it.
function resultWords(result: Sentence, reading: Reading): string {
  const next = reading.sentences[result.index + 1];
  const isBare = result.words <= 2 && next?.messageId === result.messageId;
  return isBare ? `${quote(result)}${GAP}${quote(next, 120)}` : quote(result, 120);
}

// The customer's first word on it that says more than "one moment".
function resultOf(instruction: Sentence, reading: Reading): Sentence | null {
  const later = reading.sentences.slice(instruction.index + 1, instruction.index + 20);
  const replies = later.filter(
    (other) =>
      other.side === 'customer' &&
      other.turn > instruction.turn &&
      other.turn <= instruction.turn + 3,
  );
  const heard = replies.filter((reply) => !isQuestion(reply) && !isHold(reply));
  const outcome = (reply: Sentence) => reply.hears('works') || reply.hears('fails');
  const first = heard.find((reply) => reply.hears('did') || outcome(reply));
  if (first === undefined || isEmptyTalk(first))
    return first !== undefined && first.hears('did') ? first : null;
  return first;
}
