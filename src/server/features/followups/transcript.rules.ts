/** What of a conversation a brief is written from: what was said, without the assistant's form-filling. */

export interface SpokenMessage {
  readonly id: string;
  readonly author: 'customer' | 'agent' | 'assistant' | 'system';
  readonly text: string;
  readonly at: string;
  /** Whether the assistant asked for a name, an address or a choice with it. */
  readonly asksForDetails: boolean;
}

/** Longer answers may hold more than the name or address that was asked for. */
const shortAnswerWords = 6;

/** Leaves out the assistant's questions for details and the bare answers to them. */
export function withoutDetails(messages: readonly SpokenMessage[]): SpokenMessage[] {
  return messages.filter((message, index) => {
    if (message.author === 'assistant') return !message.asksForDetails;
    const before = messages[index - 1];
    const answersDetails = message.author === 'customer' && before?.asksForDetails === true;
    return !(answersDetails && isBare(message.text));
  });
}

function isBare(text: string): boolean {
  return !text.includes('?') && text.trim().split(/\s+/).length <= shortAnswerWords;
}
