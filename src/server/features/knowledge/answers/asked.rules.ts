const longest = 1_500;

/**
 * The question of a ticket: what its customer said at most length is taken for the question, the rest for
 * what is known besides. People tell their problem once and then give names, numbers and thanks.
 */
export function questionOfTicket({
  subject,
  said,
}: {
  readonly subject: string;
  readonly said: readonly string[];
}): { text: string; subject: string; context: string[] } {
  const text = mostSaid(said);
  return {
    text: clip(text === '' ? subject : text),
    subject,
    context: said.filter((one) => one !== text).map(clip),
  };
}

/** The message that says most; an address, a link or a number says nothing. Empty where there is none. */
export function mostSaid(said: readonly string[]): string {
  return said.reduce((most, one) => (wordsIn(one) > wordsIn(most) ? one : most), '');
}

/** Whether a message is more than an address, a link or a number. */
export function saysWords(text: string): boolean {
  return wordsIn(text) > 1;
}

const noWord = /\S+@\S+|(?:https?:\/\/|www\.)\S+|[+\d][\d\s()./-]{4,}/gu;

/** The length of a text in words alone, counted so that any text is longer than none. */
function wordsIn(text: string): number {
  return text.replaceAll(noWord, '').trim().length + (text.trim() === '' ? 0 : 1);
}

function clip(text: string): string {
  return text.slice(0, longest);
}
