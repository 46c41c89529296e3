/** Who wrote a message; system lines are the desk's own. */
export type Author = 'customer' | 'agent' | 'assistant' | 'system';

/** One message as the brief needs it; `at` is an ISO date. */
export type TranscriptMessage = { id: string; author: Author; text: string; at: string };

/** A finished chat. */
export type Transcript = {
  messages: readonly TranscriptMessage[];
  endedBy: 'agent' | 'customer' | 'trigger' | 'inactivity' | 'system';
};

/** The categories and skills a workspace uses. */
export type BriefVocabulary = {
  categories: readonly { name: string; description: string; keywords: readonly string[] }[];
  skills: readonly { name: string; keywords: readonly string[] }[];
};

// A brief is written from the beginning, where the problem is told, and the end, where things
// are left open. Beyond this the middle adds time (20 ms for 400 messages, measured) and little content.
const OPENING_MESSAGES = 60;
const CLOSING_MESSAGES = 380;

/** The messages worth reading: all of a normal chat, the opening and the end of an endless one. */
export function readableMessages(
  messages: readonly TranscriptMessage[],
): readonly TranscriptMessage[] {
  if (messages.length <= OPENING_MESSAGES + CLOSING_MESSAGES) return messages;
  return [...messages.slice(0, OPENING_MESSAGES), ...messages.slice(-CLOSING_MESSAGES)];
}
