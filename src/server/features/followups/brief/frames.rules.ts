/**
 * The only sentences the brief adds of its own; everything between “ and ” is verbatim
 * from the transcript. `{}` marks where quotes and due words go.
 */
export const frames = {
  reports: 'Customer: {}.',
  silent: 'The customer did not say what the problem is.',
  promised: '{} promised: {}{}.',
  owes: 'The customer promised: {}{}.',
  openQuestion: 'Still open: {}.',
  settled: 'The customer confirmed that it is settled: {}.',
  wantsPerson: 'The customer asked for a person and none came.',
  left: 'The customer left without saying that it is settled.',
  lapsed: 'The chat ended without a word that it is settled.',
  done: 'Last step: {}.',
} as const;

/** Fills the gaps of a frame in order; a full stop after a closing question or exclamation mark is dropped. */
export function fill(frame: string, ...parts: readonly string[]): string {
  let next = 0;
  const filled = frame.replaceAll('{}', () => parts[next++] ?? '');
  return filled.replace(/([?!])”\.(?=\s|$)/g, '$1”');
}

/** " (by Friday)" behind a quote, or nothing where no time was said or the quote says it itself. */
export function dueNote(due: string | null, words: string): string {
  return due === null || words.includes(due) ? '' : ` (${due})`;
}

/** Ends a sentence with a full stop unless its closing quote already ends it. */
export function stop(text: string): string {
  return /[?!]”$/.test(text) ? text : `${text}.`;
}
