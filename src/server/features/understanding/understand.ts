import type { Understanding } from '../../../contracts/understanding.ts';
import { detectLanguage } from './language/detect.ts';
import { readCase, type Case, type ReadingContext } from './read-case.ts';

/** The same with the language the workspace assumes. */
export interface UnderstandingContext extends ReadingContext {
  language?: string;
}

/** Everything the embedded parts make of a ticket. Nothing here asks a database, a clock or another machine. */
export function understand(
  { subject, messages }: Case,
  { language = 'en', ...context }: UnderstandingContext,
): Understanding {
  const all = subject === undefined ? messages : [subject, ...messages];
  const text = all.map((message) => message.text).join('\n');
  return {
    language: detectLanguage(messages.length === 0 ? text : lastTextOf(messages, text), language),
    ...readCase({ ...(subject && { subject }), messages }, context),
  };
}

const ENOUGH_LETTERS = 12;

// People switch languages; the last message that says enough counts.
function lastTextOf(messages: readonly { text: string }[], whole: string): string {
  const isEnough = ({ text }: { text: string }) =>
    (text.match(/\p{L}/gu)?.length ?? 0) >= ENOUGH_LETTERS;
  return messages.findLast(isEnough)?.text ?? whole;
}
